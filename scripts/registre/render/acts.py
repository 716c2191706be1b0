"""The pages of acts, séances and model conventions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from registre.catalogue import law_vote
from registre.model.attendance import decompte_of
from registre.model.deliberation import Teletransmission, Vote
from registre.model.text import Document, Paragraph, flat
from registre.model.vocabulary import Moteurs
from registre.register.conventions import Convention
from registre.register.entries import Act
from registre.register.signed import Signed
from registre.render import law, wording
from registre.render.comparison import since_model
from registre.render.lexicon import Term, terms_of
from registre.render.neighbours import NONE, Neighbours
from registre.render.page import Page, Settings, render
from registre.render.structured import last_change, legislation
from registre.render.text import Text, with_anchors

HOME = ("Accueil", "")
_OF_THE_VOTE = {message.code for message in law_vote.MESSAGES}


@dataclass(frozen=True, slots=True)
class AnnexedText:
    """An annexed convention with its title and contents."""

    signed: Signed
    title: str
    text: Text

    @property
    def entry(self) -> Convention:
        """What the act says of it."""
        return self.signed.convention

    @property
    def anchor(self) -> str:
        """Where it is in the page."""
        return self.entry.anchor

    @property
    def name(self) -> str:
        """« convention annexée », with its rank where there are several."""
        return self.title.removeprefix("La ").lower()


@dataclass(frozen=True, slots=True)
class Section:
    """An entry of the contents of the page; `text`: the one whose articles are listed below it."""

    anchor: str
    label: str
    text: Text | None = None


@dataclass(frozen=True, slots=True)
class BarPart:
    """A stretch of the vote bar."""

    key: str
    word: str
    start: int
    count: int


def act_page(act: Act, settings: Settings, beside: Neighbours = NONE) -> Page:
    """The page of a délibération; `beside`: the acts to which its foot leads."""
    fiche, seance = act.fiche, act.sitting.fiche
    text = with_anchors(act.document, "texte")
    conventions = list(annexed(act))
    words = terms_of(_own_words(act, text, conventions))
    own = decompte_of(fiche, seance, act.attendance)
    edit = settings.edit_url + act.path if settings.edit_url else ""
    return render(
        "acte.md",
        act.url,
        settings,
        title=f"{act.title} – délibération n° {fiche.numero}, {act.body.label}",
        description=_description(act),
        crumbs=_act_crumbs(act),
        meta=_act_meta(act, settings),
        data=None if fiche.moteurs is Moteurs.EXCLUS else legislation(act, settings),
        act=act,
        drafts=_drafts(act),
        stamp=fiche.teletransmission or Teletransmission(),
        text=text,
        conventions=conventions,
        since_model=since_model,
        bar=_bar(fiche.vote),
        explained=next((anomaly for anomaly in fiche.anomalies if anomaly.vote or anomaly.code in _OF_THE_VOTE), None),
        counts=wording.vote_counts(fiche.vote),
        own=own,
        voters=own.votants if own else None,
        opening=printed_paragraphs(seance.ouverture if seance else None),
        mentions=printed_paragraphs(seance.mentions if seance else None),
        seance_anomalies=seance.anomalies if seance else (),
        links=act.links,
        mail=act.body.fiche.contact.courriel if act.body.fiche.contact else None,
        correction=edit,
        sections=_sections(act, text, conventions, words, beside),
        words=words,
        beside=beside,
        article=law.publicity_article(act.body.fiche.genre),
        unknown=_unknown(act),
        too_late=bool(settings.day and act.last_day and settings.day > act.last_day),
    )


def _drafts(act: Act) -> list[str]:
    """The records that keep it out of what is published."""
    records = ((act.path, act.fiche), (act.sitting.path, act.sitting.fiche))
    return [path for path, record in records if path and record and record.brouillon]


def printed_paragraphs(text: str | None) -> list[Paragraph]:
    """A printed mention as paragraphs: nothing in it is markup."""
    blocks = [part.split("\n") for part in (text or "").split("\n\n") if part.strip()]
    return [Paragraph("\n".join(line.strip() for line in lines if line.strip())) for lines in blocks]


def annexed(act: Act) -> Iterable[AnnexedText]:
    """The annexed conventions, each with its anchors."""
    for signed in act.signed:
        entry = signed.convention
        text = with_anchors(entry.document or Document(()), entry.prefix)
        title = f"Convention annexée {entry.rank}" if len(act.signed) > 1 else "La convention annexée"
        yield AnnexedText(signed, title, text)


def _own_words(act: Act, text: Text, conventions: Sequence[AnnexedText]) -> str:
    """The words of the act itself, and those by which its page names what it holds: for the glossary."""
    documents = (text.document, *(convention.text.document for convention in conventions))
    named = [part.kind.label for part in text.document.parts]
    named += ["Exécutoire"] if act.executoire else []
    named += ["Pouvoirs"] if act.attendance and act.attendance.pouvoirs else []
    return " . ".join([act.fiche.objet, *(flat(d.blocks) for d in documents), wording.result(act) or "", *named])


def _sections(
    act: Act, text: Text, conventions: Sequence[AnnexedText], words: Sequence[Term], beside: Neighbours
) -> Iterable[Section]:
    seance = act.sitting.fiche
    if seance:
        yield Section("la-seance", "Séance")
    if act.fiche.vote or not act.incomplete:
        yield Section("le-vote", "Vote")
    yield Section("le-texte", "Texte", text)
    if text.dispositif:
        yield Section("la-decision", "Décision")
    yield Section("signature", "Signature et transmission")
    yield from (Section(c.anchor, c.name.capitalize(), c.text) for c in conventions)
    if act.fiche.anomalies or (seance and seance.anomalies):
        yield Section("particularites", "Particularités")
    if act.documents:
        yield Section("pieces", "Pièces")
    if act.links:
        yield Section("liens", "Actes liés")
    yield Section("publicite-et-recours", "Publicité et recours")
    if words:
        yield Section("mots", "Mots de cet acte")
    yield Section("citer", "Citer")
    yield Section("signaler", "Signaler une erreur")
    if beside:
        yield Section("voir-aussi", "Voir aussi")


def _act_crumbs(act: Act) -> list[tuple[str, str | None]]:
    day = wording.day_text(act.day)
    seance = wording.sitting_title(act.sitting) if act.sitting.fiche else day
    return [
        HOME,
        (act.body.label, act.body.url),
        (seance, act.sitting.url),
        (f"N°{wording.NBSP}{act.fiche.numero}", None),
    ]


def _description(act: Act) -> str:
    decided = "annexe connue, décision inconnue" if act.incomplete else wording.result(act) or "résultat non renseigné"
    where = f"{act.body.label}, {wording.act_name(act)}"
    return f"{where} : {decided[0].lower()}{decided[1:]}. {act.fiche.objet}"


def _act_meta(act: Act, settings: Settings) -> dict[str, Any]:
    """What a re-user of the Markdown page finds in its header."""
    fiche = act.fiche
    stamp = fiche.teletransmission
    changed = last_change(act, settings.day)
    meta = {
        "collectivite": act.body.label,
        "siren": act.body.fiche.siren,
        "date_seance": act.day.isoformat() if act.sitting.fiche else None,
        "numero": fiche.numero,
        "objet": fiche.objet or None,
        "nature": fiche.nature.value if fiche.nature else None,
        "matiere": fiche.matiere,
        "resultat": fiche.resultat.value if fiche.resultat else None,
        "types_convention": [convention.type.slug for convention in act.conventions] or None,
        "identifiant": stamp.identifiant.brut if stamp and stamp.identifiant else None,
        "publicite": act.publicite.date.isoformat() if act.publicite else None,
        "executoire": act.executoire.isoformat() if act.executoire else None,
        "etat": fiche.etat.value if fiche.etat else None,
        "derniere_modification": changed.isoformat() if changed else None,
        "hors_moteurs": fiche.moteurs is Moteurs.EXCLUS or None,
    }
    return {key: value for key, value in meta.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Bar:
    """The vote as a bar: its parts, their sum, and what it says in words."""

    parts: list[BarPart]
    total: int
    label: str


def _bar(vote: Vote | None) -> Bar | None:
    parts, start = [], 0
    for key, word, number in wording.vote_counts(vote):
        if number:
            parts.append(BarPart(key, word, start, number))
            start += number
    label = wording.vote_words(vote).replace(" · ", ", ")
    return Bar(parts, start, label) if len(wording.vote_counts(vote)) > 1 and start else None


def _unknown(act: Act) -> str:
    """Why it cannot be said since when the act is exécutoire."""
    stamp = act.fiche.teletransmission
    missing = []
    if act.incomplete:
        missing.append("la décision n’est pas connue")
    if act.publicite is None:
        missing.append("la date de publicité n’est pas renseignée")
    if not act.fiche.non_transmissible and not (stamp and stamp.reception):
        missing.append("la date de réception en préfecture n’est pas renseignée")
    return wording.enumeration(missing)
