"""What the clerk reads on the way: the answers to a deposit, in French. Text from elsewhere is shown as code."""

from __future__ import annotations

from collections.abc import Sequence

from registre.depot.markdown import block
from registre.depot.paths import Deposited
from registre.draft.report import Refused
from registre.problems import plural

AGAIN = (
    "Pour corriger : « … » en haut à droite de votre premier message, puis « Edit ». Tout recommence dès que vous "
    "l’enregistrez."
)
PUBLISHED = "<!-- registre-en-ligne -->"


def received(page: str) -> str:
    """The deposit is being read."""
    return (
        f"Reçu. Vos PDF sont [en cours de lecture]({page}) ; la suite arrive ici, dans quelques minutes. "
        "Rien n’est encore publié sur le site."
    )


def private() -> str:
    """Attachments of a private repository need a session on GitHub."""
    return (
        "**Ce dépôt ne peut pas être lu** : le registre est privé sur GitHub, et les fichiers joints n’y sont donnés "
        "qu’à une personne connectée.\n\nAjoutez les PDF et les fiches à la main, comme le dit le fichier README.md."
    )


def already(branch: str, home: str) -> str:
    """A deposit is read once: what was corrected since is never lost."""
    return (
        f"Ce dépôt a déjà été lu : ses fiches sont sur la branche [{branch}]({home}/tree/{branch}), et y restent comme "
        "vous les avez corrigées. Pour d’autres PDF, faites un nouveau dépôt. Pour tout reprendre : fermez sa demande "
        f"de fusion, supprimez la branche {branch}, puis modifiez de nouveau votre premier message (« … », « Edit »)."
    )


def refused(reasons: Sequence[Refused]) -> str:
    """Nothing was made of the deposit."""
    return f"**Rien n’a pu être tiré de ce dépôt.**\n\n{told(reasons)}\n\n{AGAIN}"


def failed(page: str) -> str:
    """Something that nobody foresaw."""
    return (
        "**La lecture s’est arrêtée** sur un imprévu, qui ne vient pas forcément de vos fichiers. Rien n’est publié. "
        f"Vous pouvez réessayer : sur [cette page]({page}), « Re-run jobs ». Sinon, montrez-la à qui tient le registre."
    )


def proposed(pull: int, reasons: Sequence[Refused]) -> str:
    """The pull request is open."""
    text = f"**Les fiches sont prêtes, à relire** : #{pull} vous dit quoi faire. Rien n’est encore publié sur le site."
    return f"{text}\n\nCes fichiers n’ont rien donné :\n\n{told(reasons)}" if reasons else text


def not_permitted(address: str) -> str:
    """The setting that lets a workflow open pull requests is missing. `address`: where a person opens this one."""
    return (
        "**Les fiches sont prêtes, à relire.** La demande de fusion n’a pas pu être ouverte d’elle-même : il y manque "
        f"un réglage du registre (docs/publier.md). Ouvrez-la vous-même : [cette page]({address}), puis « Create pull "
        "request »."
    )


def told(reasons: Sequence[Refused]) -> str:
    """What was refused, and why."""
    return block("\n\n".join(f"{reason.name} : {reason.reason}" for reason in reasons), 10_000)


def reread(number: int, asked: bool) -> str:
    """The records are drafts no more, if there were any."""
    if not number:
        return "Aucune fiche n’est un brouillon : il n’y a rien à changer."
    text = f"C’est noté : {plural(number, 'fiche')} ne {'sont' if number > 1 else 'est'} plus "
    text += "des brouillons. " if number > 1 else "un brouillon. "
    return text + (
        "La vérification recommence ; quand « verifier » est vert, « Merge pull request » publie."
        if asked
        else "Lancez la vérification : « Actions », « Vérifier », « Run workflow », sur cette branche."
    )


def moved_on() -> str:
    """Somebody changed the branch in the meantime."""
    return "Une fiche vient d’être modifiée, et rien n’a été changé par-dessus. Décochez, puis cochez de nouveau."


def online(site: str, acts: Sequence[tuple[Deposited, bool]]) -> str:
    """Where each act is, once the site is online; those that are drafts still (True) are not."""
    shown = [f"- {act.name} : {site.rstrip('/')}/actes/{act.reference}/" for act, held in acts if not held]
    held = [f"- {act.name}" for act, held in acts if held]
    parts = [PUBLISHED]
    if shown:
        parts += ["**En ligne.** Ces adresses ne changeront plus :", "\n".join(shown)]
    if held:
        parts += ["Pas encore en ligne : la fiche, ou celle de la séance, dit `brouillon: oui`.", "\n".join(held)]
    return "\n\n".join(parts)
