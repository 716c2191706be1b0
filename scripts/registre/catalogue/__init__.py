"""Every message a clerk can be told, declared once: code, level, sentence, remedy. One module a family of codes.

A template names its values between braces. A caller that can compute the right line passes ``ecrire``: it replaces
the remedy by « Écrivez plutôt : … ».
"""

from __future__ import annotations

from registre.catalogue import anomalies, data, files, identifier, law, references, site, syntax, texts
from registre.catalogue.message import Level, Message

FAMILIES = (files, syntax, data, texts, references, identifier, law, anomalies, site)

CATALOGUE: dict[str, Message] = {message.code: message for family in FAMILIES for message in family.MESSAGES}

__all__ = ["CATALOGUE", "Level"]
