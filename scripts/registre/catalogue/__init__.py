"""Every message a clerk can be told, declared once: code, level, sentence, remedy, example. One module a family.

A template names its values between braces. A caller that can compute the right line passes ``ecrire``: it replaces
the remedy by « Écrivez plutôt : … ».
"""

from __future__ import annotations

from registre.catalogue import (
    anomalies,
    conventions,
    data,
    documents,
    files,
    identifier,
    law,
    law_seance,
    law_site,
    law_vote,
    references,
    site,
    syntax,
    texts,
)
from registre.catalogue.message import Level, Message

_MODULES = (
    files,
    documents,
    syntax,
    data,
    texts,
    references,
    conventions,
    identifier,
    law,
    law_seance,
    law_vote,
    law_site,
    anomalies,
    site,
)

FAMILIES: dict[str, tuple[Message, ...]] = {module.TITLE: module.MESSAGES for module in _MODULES}

CATALOGUE: dict[str, Message] = {message.code: message for family in FAMILIES.values() for message in family}

__all__ = ["CATALOGUE", "FAMILIES", "Level", "Message"]
