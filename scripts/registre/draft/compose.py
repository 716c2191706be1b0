"""From what was found in a document to the values of records: what is not sure is left out, and is to be checked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from registre.model.names import number_key
from registre.recognise.found import Found, fold, passage
from registre.recognise.layout import paragraphs
from registre.recognise.names import bare
from registre.recognise.printed import printed_after, printed_before, read_place
from registre.recognise.reading import Reading

Values = dict[str, Any]
_HOUR = re.compile(r"(?:a|vers|des)\s+(\d{1,2}\s?[h:]\s?\d{0,2})")
_FROM_ACT = re.compile(r"(?:deliberation|point|question|rapport)\s*(?:n\s?°)?\s*([\w/.-]*\d[\w/.-]*)")
# Four lines of figures, or of a word and figures: a table whose columns its text has lost.
_TABLE = re.compile(r"(?:^[ \t]*(?:[^\W\d]+[ \t]+){0,3}\d[\d\s.,%€+-]*$\s*){4,}", re.MULTILINE)
# What every citizen looks for: a draft says when it was not found.
EXPECTED = ("objet", "resultat", "signataire")


@dataclass(slots=True)
class Composed:
    """The values of a record, by key, and the points to check in it."""

    values: Values
    checks: list[dict[str, str]] = field(default_factory=list)

    def take(self, champ: str, found: Found[Any] | None, text: str) -> None:
        """Take a value that is sure; list the other, with its passage."""
        if found is None or found.value in ("", []):
            return
        if found.sure:
            self.values[champ] = found.value
        else:
            self.check(champ, passage(text, found))

    def check(self, champ: str, words: str = "") -> None:
        """Add a point to check."""
        self.checks.append({"champ": champ} | ({"passage": words[:400]} if words else {}))


def compose_seance(reading: Reading) -> Composed:
    """The values of the séance that a document tells."""
    text, lists, composed = reading.text, reading.lists, Composed({})
    composed.take("organe", reading.organe, text)
    composed.take("heure", reading.heure, text)
    composed.take("president", reading.president, text)
    composed.take("secretaires", reading.secretaires, text)
    composed.take("convocation", reading.convocation, text)
    composed.take("en_exercice", reading.counts.get("en_exercice"), text)
    first = min((found.start for found in lists.all), default=reading.body[0])
    composed.take("lieu", read_place(text, first), text)
    composed.take("affichage", reading.affichage, text)
    one = (reading.numero, reading.president, reading.secretaires, reading.convocation, reading.affichage)
    facts: list[Found[Any]] = [fact for fact in one if fact]
    if opening := printed_before(text, min(first, reading.body[0]), facts, reading.numero):
        composed.values["ouverture"] = opening
    for champ in ("presents", "excuses", "absents"):
        composed.take(champ, getattr(lists, champ), text)
    if lists.pouvoirs and lists.pouvoirs.value:
        composed.values["pouvoirs"] = [
            {"de": p.de} | ({"formule": p.formule} if p.formule else {}) | ({"a": p.a} if p.a else {})
            for p in lists.pouvoirs.value
        ]
    if intitules := {c: words for c, words in lists.intitules.items() if words}:
        composed.values["intitules"] = intitules
    if counts := {c: f.value for c, f in reading.counts.items() if c != "en_exercice"}:
        composed.values["decompte"] = counts
    if after := _mentions(reading):
        composed.values["mentions"] = after
    _moves(composed, reading)
    return composed


def _mentions(reading: Reading) -> str:
    """What is printed between the lists of names and the act: its object, or its body."""
    last = max((found.end for found in reading.lists.all), default=0)
    if not last:
        return ""
    objet, body = reading.objet, reading.body[0]
    end = min(body, objet.start) if objet and objet.start > last else body
    return printed_after(reading.text, last, end)


def _moves(composed: Composed, reading: Reading) -> None:
    """« (arrivée à 19 h 07) » beside a name."""
    moves = []
    for person in reading.lists.notes:
        plain = fold(person.note)
        sens = "arrive" if "arriv" in plain else "part" if re.search("depart|part[ie]|quitt|jusqu", plain) else None
        when = _HOUR.search(plain) or _FROM_ACT.search(plain)
        if sens is None:
            continue
        moves.append({"nom": person.name, "sens": sens} | ({"a_partir_de": when[1].strip()} if when else {}))
        composed.check("mouvements", f"{person.name} ({person.note})")
    if moves:
        composed.values["mouvements"] = moves


def compose_act(reading: Reading) -> Composed:
    """The values of the act that a document holds, its convention apart."""
    text, stamps, composed = reading.text, reading.stamps, Composed({})
    identifiant = stamps.identifiant
    composed.take("numero", reading.numero or (identifiant and Found(identifiant.value.numero, 0, 0)), text)
    composed.take("objet", reading.objet, text)
    if identifiant:
        composed.values["nature"] = identifiant.value.nature
    composed.take("resultat", reading.vote.resultat, text)
    if vote := _vote(reading):
        composed.values["vote"] = vote
    if words := paragraphs(text[slice(*reading.body)]):
        composed.values["texte"] = words
        if table := _TABLE.search(text, *reading.body):
            composed.check("texte", f"un tableau, peut-être : {' '.join(table[0].split())[:80]}")
    _signatory(composed, reading)
    _stamps(composed, reading)
    _two_numbers(composed)
    for champ in EXPECTED:
        if champ not in composed.values and not any(check["champ"] == champ for check in composed.checks):
            composed.check(champ)
    return composed


def _vote(reading: Reading) -> Values:
    vote = reading.vote
    values: Values = {champ: found.value for champ, found in vote.counts.items()}
    if vote.unanimite and vote.unanimite.value:
        values["unanimite"] = True
    if vote.formule:
        values["formule"] = vote.formule
    return values


def _signatory(composed: Composed, reading: Reading) -> None:
    """The author's given name and surname apart: the capitals tell, else it is to be checked."""
    found = reading.signataire
    if found is None:
        return
    whole = bare(found.value.nom)
    words = whole.split()
    upper = [word for word in words if word.isupper() and len(word.strip(".")) > 1]
    given = [word for word in words if word not in upper and not word.islower()]
    if not (upper and given):
        composed.check("signataire", passage(reading.text, found))
        return
    split = words.index(upper[0]) if words[0] not in upper else len(upper)
    prenom, nom = (words[:split], words[split:]) if words[0] not in upper else (words[split:], words[:split])
    values = {"prenom": " ".join(prenom), "nom": " ".join(nom)}
    if civility := found.value.nom.removesuffix(whole).strip():
        values = {"civilite": civility} | values
    values |= {"qualite": found.value.qualite} if found.value.qualite else {}
    values |= {"empechement": found.value.empechement} if found.value.empechement else {}
    composed.values["signataire"] = values


def _two_numbers(composed: Composed) -> None:
    """A stamp that counts for itself, and the number of the act: both are printed, and both stay (rule I002)."""
    stamp = composed.values.get("teletransmission", {}).get("identifiant")
    numero = str(composed.values.get("numero", ""))
    if stamp and numero and number_key(stamp.numero) != number_key(numero):
        said = f"Le tampon porte le numéro {stamp.numero}, et le document le numéro {numero}."
        composed.values["anomalies"] = [{"code": "I002", "motif": said}]
        composed.check("numero", said)


def _stamps(composed: Composed, reading: Reading) -> None:
    stamps = reading.stamps
    values: Values = {}
    if stamps.identifiant:
        if stamps.identifiant.sure:
            values["identifiant"] = stamps.identifiant.value
        else:
            composed.check("teletransmission.identifiant", str(stamps.identifiant.value))
    for champ in ("envoi", "transmission", "reception", "publication", "affichage"):
        found = stamps.dates.get(champ)
        if found is None or (champ == "affichage" and (reading.affichage or reading.publication is not found)):
            continue
        if found.sure:
            values[champ] = found.value
        else:
            composed.check(f"teletransmission.{champ}", f"{found.value:%d/%m/%Y}")
    if values:
        composed.values["teletransmission"] = values
    online = stamps.dates.get("mise_en_ligne")
    if online and online.sure:
        composed.values["mise_en_ligne"] = online.value
