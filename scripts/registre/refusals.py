"""What stops a command besides the content, said in French."""

from __future__ import annotations

import errno
import tempfile
import traceback

_OF_THE_DISK = {
    errno.ENOSPC: "Il n’y a plus de place sur le disque. Faites de la place, puis recommencez.",
    errno.EDQUOT: "La place qui vous est donnée sur le disque est épuisée. Faites de la place, puis recommencez.",
    errno.EFBIG: "Un fichier dépasse la taille permise sur ce disque.",
    errno.EROFS: "Le disque est en lecture seule.",
    errno.EIO: "Le disque ne répond pas comme il faut.",
}
_ACCESS = "l’accès est refusé. Voyez à qui est ce fichier, et s’il est ouvert dans un autre logiciel."
_OF_A_FILE = {
    errno.EACCES: _ACCESS,
    errno.EPERM: _ACCESS,
    errno.EBUSY: "ce dossier est retenu par le système (un disque y est peut-être monté).",
    errno.EXDEV: "ce dossier est sur un autre disque, où le site ne peut pas être mis en place d’un coup.",
}


def refusal(error: OSError) -> str:
    """A French sentence for what can happen on any computer; empty for what must be looked into."""
    code = error.errno or 0
    if code in _OF_A_FILE and error.filename:
        return f"{error.filename} : {_OF_A_FILE[code]}"
    return _OF_THE_DISK.get(code, "")


def told(error: Exception, stopped: str = "la commande") -> str:
    """The sentence for any exception; the traceback of one that was not foreseen is kept for who will look into it."""
    if isinstance(error, OSError) and (sentence := refusal(error)):
        return sentence
    start = f"Une erreur imprévue a arrêté {stopped} ; les détails "
    try:
        with tempfile.NamedTemporaryFile("w", prefix="registre-", suffix=".txt", delete=False, encoding="utf-8") as log:
            traceback.print_exception(error, file=log)
    except OSError:
        return f"{start}n’ont pas pu être gardés (le disque est peut-être plein)."
    return f"{start}sont dans {log.name}."
