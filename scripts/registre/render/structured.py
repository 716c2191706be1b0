"""What a page is about, in the words of schema.org (JSON-LD): plain values, printed by overrides/main.html.

Only what the record states: what is unknown is left out, and an incomplete act says nothing of a decision. An address
is absolute or left out: a site that does not know its own address gives none.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from registre.model.bodies import Registre
from registre.model.vocabulary import NatureLien, Resultat
from registre.register.attachments import SIGNED, Attachment
from registre.register.conventions import Body
from registre.register.entries import Act, Link
from registre.render import wording
from registre.render.page import Settings

Data = dict[str, Any]

LICENCE = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"  # the foot of every page: Licence Ouverte 2.0
# Results by which the assembly has passed an act.
_PASSED = frozenset({Resultat.ADOPTEE, Resultat.PREND_ACTE})
# What an act does to another as a whole. To a part of it, or otherwise: `legislationChanges`, which is said of all.
_WORDS = {
    NatureLien.MODIFIE: "legislationAmends",
    NatureLien.COMPLETE: "legislationAmends",
    NatureLien.ABROGE: "legislationRepeals",
    NatureLien.RETIRE: "legislationRepeals",
    NatureLien.ANNULE: "legislationRepeals",
    NatureLien.CITE: "citation",
}


def legislation(act: Act, settings: Settings) -> Data:
    """An act. Who passed it, and when, only where the document says that it was."""
    fiche, stamp = act.fiche, act.fiche.teletransmission
    passed = not act.incomplete and fiche.resultat in _PASSED and act.sitting.fiche is not None
    body = _reference(act.body, settings)
    return _page(
        "Legislation",
        **_address(act.url, settings),
        name=fiche.objet,
        legislationType="Délibération",
        legislationIdentifier=stamp.identifiant.brut if stamp and stamp.identifiant else None,
        identifier=_value("Numéro", fiche.numero),
        legislationDate=act.day.isoformat() if passed else None,
        legislationPassedBy=body if passed else None,
        legislationResponsible=None if passed else body,
        datePublished=act.publicite.date.isoformat() if act.publicite else None,
        legislationDateOfApplicability=act.executoire.isoformat() if act.executoire else None,
        legislationLegalForce=_force(act, settings.day),
        inLanguage="fr",
        license=LICENCE,
        encoding=[_file(document, settings) for document in act.documents if _is_the_act(document, act)],
        **_changes(act, settings),
    )


def organization(body: Body, settings: Settings) -> Data:
    """A body, with what its record gives."""
    fiche, contact = body.fiche, body.fiche.contact
    return _page(
        "GovernmentOrganization",
        **_address(body.url, settings),
        name=fiche.nom,
        legalName=fiche.nom_complet,
        alternateName=fiche.sigle,
        identifier=[_value(name, value) for name, value in (("SIREN", fiche.siren), ("INSEE", fiche.insee)) if value],
        dissolutionDate=fiche.jusqu_au.isoformat() if fiche.jusqu_au else None,
        address=contact.adresse if contact else None,
        telephone=contact.telephone if contact else None,
        email=contact.courriel if contact else None,
        sameAs=contact.site if contact else None,
    )


def website(name: str, description: str, operator: Registre, settings: Settings) -> Data:
    """The register, and how to search it."""
    entry = _thing("EntryPoint", urlTemplate=settings.permalink("recherche/?q={q}"))
    search = _thing("SearchAction", target=entry, **{"query-input": "required name=q"})
    return _page(
        "WebSite",
        **_address("", settings),
        name=name,
        description=description,
        inLanguage="fr",
        license=LICENCE,
        publisher=_thing("Organization", name=operator.organisme) if operator.organisme else None,
        potentialAction=search if settings.site_url else None,
    )


def last_change(act: Act, day: dt.date | None) -> dt.date | None:
    """The last day on which, by its record, the page of an act changed; a correction of the record has no date."""
    checked, planned = act.fiche.occultation, (act.fiche.retrait, *(link.when for link in act.links))
    known = [act.publicite.date if act.publicite else None, checked.le if checked else None]
    known += [when for when in planned if when and day and when <= day]
    return max((when for when in known if when), default=None)


def _page(kind: str, **values: Any) -> Data:
    return {"@context": "https://schema.org"} | _thing(kind, **values)


def _thing(kind: str, **values: Any) -> Data:
    """Something of a type of schema.org, without what is unknown."""
    return {"@type": kind} | {key: value for key, value in values.items() if value}


def _address(url: str, settings: Settings) -> Data:
    """The page at `url` as the name of what it is about, where it has a full address."""
    return {key: settings.permalink(url) for key in ("@id", "url")} if settings.site_url else {}


def _value(name: str, value: str) -> Data:
    return _thing("PropertyValue", name=name, value=value)


def _reference(body: Body, settings: Settings) -> Data:
    """A body, as far as needed to tell which it is."""
    siren = _value("SIREN", body.fiche.siren) if body.fiche.siren else None
    return _thing("GovernmentOrganization", **_address(body.url, settings), name=body.fiche.nom, identifier=siren)


def _force(act: Act, day: dt.date | None) -> str | None:
    """Whether the act is in force; nothing when it is not known, or when its end is still to come."""
    end = act.ended_by
    if end and end.when and (day is None or end.when > day):
        return None
    if end and not end.lien.precision:
        return "https://schema.org/NotInForce"
    if not act.executoire:
        return None
    return f"https://schema.org/{'PartiallyInForce' if end else 'InForce'}"


def _is_the_act(document: Attachment, act: Act) -> bool:
    """True for the act itself, by its file name or by its title: other pieces may be anything."""
    return document.url is not None and (act.is_its_pdf(document) or document.piece.titre == SIGNED)


def _file(document: Attachment, settings: Settings) -> Data:
    here = settings.permalink(document.url or "") if settings.site_url else None
    return _thing(
        "LegislationObject",
        name=document.piece.titre,
        encodingFormat="application/pdf",
        contentUrl=here if document.path else document.url,
        contentSize=f"{document.size} B" if document.size else None,
        sha256=document.sha256,
    )


def _changes(act: Act, settings: Settings) -> Data:
    """The acts that this one changes, repeals or cites, by property."""
    found: dict[str, list[Data]] = {}
    for link in act.links:
        if link.active and link.other and link.lien.nature:
            found.setdefault(_word(link), []).append(_other(link.other, settings))
    return found


def _word(link: Link) -> str:
    nature = link.lien.nature
    if nature is None or (nature.ends and link.lien.precision):
        return "legislationChanges"
    return _WORDS.get(nature, "legislationChanges")


def _other(act: Act, settings: Settings) -> Data:
    stamp = act.fiche.teletransmission
    identifier = stamp.identifiant.brut if stamp and stamp.identifiant else None
    name = f"{act.body.label}, {wording.act_name(act)}"
    return _thing("Legislation", **_address(act.url, settings), name=name, legislationIdentifier=identifier)
