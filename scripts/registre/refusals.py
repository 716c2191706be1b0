"""What the system refuses of a file, said in French."""

from __future__ import annotations

import errno
import os

_REASONS = {
    errno.ENOSPC: "il n’y a plus de place sur le disque. Faites de la place, puis recommencez.",
    errno.EDQUOT: "la place qui vous est donnée sur le disque est épuisée. Faites de la place, puis recommencez.",
    errno.EFBIG: "le fichier dépasse la taille permise sur ce disque.",
    errno.EACCES: "l’accès est refusé. Voyez à qui est ce fichier, et s’il est ouvert dans un autre logiciel.",
    errno.EPERM: "l’accès est refusé. Voyez à qui est ce fichier, et s’il est ouvert dans un autre logiciel.",
    errno.EROFS: "le disque est en lecture seule.",
    errno.EBUSY: "ce dossier est retenu par le système (un disque y est peut-être monté).",
    errno.EXDEV: "ce dossier est sur un autre disque, où le site ne peut pas être mis en place d’un coup.",
    errno.EIO: "le disque ne répond pas comme il faut.",
}


def refusal(error: OSError) -> str:
    """A French sentence for what can happen on any computer; empty for what must be looked into."""
    reason = _REASONS.get(error.errno or 0, "")
    if not reason or not isinstance(error.filename, str | os.PathLike):
        return reason[:1].upper() + reason[1:]
    return f"{os.fspath(error.filename)} : {reason}"
