"""Records whose every free text is hostile: each field is found by its declaration, so that a new one is covered.

One set of records (a body, a type of convention and its model, a séance, three acts) for each string. A value is the
string and the mark of its field, in one order or the other: « ¤deliberation.objet.3¤ <script>… ».
"""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from registre.model.bodies import Collectivite, Modele, Nomenclature, Registre, TypeConvention
from registre.model.deliberation import Deliberation
from registre.model.fields import Declaration, Fiche, declarations
from registre.model.names import number_key
from registre.model.scalars import Numero
from registre.model.seance import Seance
from writing import siren, tiny_pdf, write_yaml

DAY = "2026-03-12"
STRINGS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover=alert(1) x='",
    "{: onclick=alert(1) }",
    "{#ancre .classe}",
    "[a](javascript:alert(1))",
    "javascript:alert(1)",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    'https://ailleurs.example/"onclick=alert(1)//',
    '{: style="background: url(https://ailleurs.example/)" }',
    "{{ config.site_name }}",
    "![i](https://ailleurs.example/i.png)",
    "<https://ailleurs.example/>",
    "{{ 7*7 }}",
    "{% raw %}",
    '--8<-- "mkdocs.yml"',
    "---",
    "&lt;b&gt; &amp; &#60;",
    "<mark>x</mark> &lt;mark&gt;",
    "*gras* et **gras**",
    "__x__ et _y_",
    "`code` ```",
    "<!-- -->",
    "<!-- registre : exploitant -->",
    "</div></article></body>",
    "</title></textarea></style>",
    "]]>",
    "\\ \\* \\<",
    "<svg/onload=alert(1)>",
    "[^1]: note",
    "*[acte]: abréviation",
    "%s {0} {nom}",
    "🎉 É 𝔘",
    "« l’été »",
    "anticonstitutionnellement" * 12,
    "قرار المجلس البلدي",
    "החלטת המועצה",
    "œuf de cœur, ex æquo",
    "de\u0301libe\u0301re\u0301",
    "Prix $$ x^2",
    "null",
    "1. un",
    "- tiret",
    "## titre",
    "| a | b |",
)
# Marks of the grammar of texts at the start of a line: there, the text has a word before.
_GRAMMAR = re.compile(r"- |1\. |## |\|")
LINE, TEXT = "texte sur une ligne", "texte, après « | »"
MODELS: tuple[type[Fiche], ...] = (Registre, Nomenclature, Collectivite, TypeConvention, Modele, Seance, Deliberation)
ROOTS = {model: model.__name__.lower() for model in MODELS}

# Of no shape (DerivedCoreProperties.txt), though Unicode files them among letters and marks; and the blank of braille.
BLANK = {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0, *range(0x180B, 0x1810), *range(0xFE00, 0xFE10),
         *range(0xE0100, 0xE01F0)}  # fmt: skip


def hides(character: str) -> bool:
    """Whether a character is one that nobody sees, by its Unicode category."""
    kind, code = unicodedata.category(character), ord(character)
    noncharacter = kind == "Cn" and (code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF)
    return (kind in {"Cc", "Cf", "Zl", "Zp", "Cs"} and character not in "\t\n") or noncharacter or code in BLANK


@dataclass
class Hostile:
    """One string in one set of records; `values`: what was typed, by mark."""

    rank: int
    string: str
    values: dict[str, str] = field(default_factory=dict)

    @property
    def body(self) -> str:
        """Short name of its body, and of its type of convention."""
        return f"hostile-{self.rank}"

    def line(self, key: str) -> str:
        """A value of one line; the string is first in one out of two."""
        mark = f"¤{key}.{self.rank}¤"
        first = (len(self.values) + self.rank) % 2 == 0
        value = f"{self.string} {mark}" if first else f"{mark} {self.string}"
        self.values[mark] = value
        return value

    def text(self, key: str) -> str:
        """A value of several paragraphs, the string alone on a line of each kind."""
        mark = f"¤{key}.{self.rank}¤"
        alone = f"Ici {self.string}" if _GRAMMAR.match(self.string) else self.string
        cell = self.string.replace("|", "\\|")
        self.values[mark] = f"{self.string} {mark}"
        return (f"Vu {self.values[mark]}\n\n{alone}\n\nAprès en avoir délibéré :\n\n- {alone}\n- Oui\n\n"
                f"## Article 1 : {self.string}\n\n| {cell} | A |\n|---|---|\n| {cell} | B |\n\n"
                f"Pour extrait conforme {self.values[mark]}\n")  # fmt: skip

    def fill(self, model: type[Fiche], path: str = "", **given: Any) -> dict[str, Any]:
        """A record of `model` with every field filled: free text with the string, the rest with its example."""
        path = path or ROOTS[model]
        filled = {d.cle: given.get(d.cle, _UNSET) for d in declarations(model)}
        for declared in declarations(model):
            if filled[declared.cle] is _UNSET:
                filled[declared.cle] = self._value(declared, f"{path}.{declared.cle}")
        return {key: value for key, value in filled.items() if value is not None}

    def _value(self, declared: Declaration, key: str) -> Any:
        if declared.sous_fiche:
            value: Any = self.fill(declared.sous_fiche, key, **_GIVEN.get(key, {}))
        elif declared.forme.endswith(LINE):
            value = self.line(key)
        elif declared.forme.endswith(TEXT):
            value = self.text(key)
        else:
            value = declared.exemple.strip('"')
        return [value] if declared.liste else value


_UNSET = object()
_NUMERO = TypeAdapter(Numero)
# Values that must agree with others, or that the reader ties to something.
_GIVEN: dict[str, dict[str, Any]] = {
    "seance.pouvoirs": {"a_partir_de": "20:58"},
    "seance.mouvements": {"a_partir_de": "20:58"},
    "deliberation.vote": {"unanimite": None, "voix_preponderante": None},
    "deliberation.teletransmission": {"identifiant": None},
}


def free_texts(model: type[Fiche], path: str = "") -> Iterator[str]:
    """The keys of all free texts of a record, those of its parts included: « deliberation.vote.formule »."""
    for declared in declarations(model):
        key = f"{path or ROOTS[model]}.{declared.cle}"
        if declared.sous_fiche:
            yield from free_texts(declared.sous_fiche, key)
        elif declared.forme.endswith((LINE, TEXT)):
            yield key


def write_hostile(root: Path, strings: tuple[str, ...] = STRINGS) -> list[Hostile]:
    """Write `root/content` and return what was typed where."""
    content = root / "content"
    sets = [Hostile(rank, string) for rank, string in enumerate(strings)]
    matieres = [{"code": f"9.{one.rank}", "libelle": one.line("nomenclature.matieres.libelle")} for one in sets]
    write_yaml(content / "nomenclature.yaml", {"matieres": matieres})
    write_yaml(content / "registre.yaml", sets[0].fill(Registre))
    (content / "pages").mkdir()
    for name in ("a-propos", "accessibilite", "aide", "mentions-legales"):
        (content / "pages" / f"{name}.md").write_text(
            f"# Page {name}\n\n<!-- registre : exploitant -->\n\n<!-- registre : accessibilite -->\n", "utf-8"
        )
    for one in sets:
        _write_set(content, one)
    return sets


def _write_set(content: Path, one: Hostile) -> None:
    body = one.body
    record = one.fill(Collectivite, siren=siren(one.rank), succede_a=[], jusqu_au=None, anciens_noms_courts=[])
    write_yaml(content / "collectivites" / f"{body}.yaml", record)
    types = content / "conventions" / body
    write_yaml(types / "type.yaml", one.fill(TypeConvention, partenaire=body, anciens_noms_courts=[]))
    write_yaml(types / "modele.md", one.fill(Modele, emetteur=body, d_apres=None, remplace=None))
    header = (types / "modele.md").read_text("utf-8")
    (types / "modele.md").write_text(f"---\n{header}---\n{one.text('modele.texte')}", "utf-8")
    folder = content / "seances" / body / DAY
    drafts = {"brouillon": "non", "a_verifier": [], "collectivite": body, "date_seance": DAY, "anciennes_adresses": []}
    odd = [{"passage": one.string, "motif": one.line("seance.anomalies.motif")}]
    write_yaml(folder / "seance.yaml", one.fill(Seance, pieces=_pieces(one, "seance"), anomalies=odd, **drafts))
    (folder / "piece.pdf").write_bytes(tiny_pdf("Piece"))
    objet = one.line("deliberation.objet")
    numero, cle = _number(one)
    act = one.fill(
        Deliberation, numero=numero, objet=objet, matiere=f"9.{one.rank}", etat=None, motif=None,
        pieces=_pieces(one, "deliberation"), liens=_links(one), conventions=_conventions(one),
        anomalies=[{"passage": objet, "motif": one.line("deliberation.anomalies.motif")}], **drafts,
    )  # fmt: skip
    write_yaml(folder / f"{cle}.yaml", act)
    (folder / "convention.md").write_text(one.text("convention"), "utf-8")
    signed = {"prenom": "Anne", "nom": "EXEMPLE", "qualite": "Maire"}
    bare = {"objet": one.string, "texte": f"{one.string}\n\nfin", "signataire": signed}
    write_yaml(folder / "nu.yaml", {"numero": "nu", **bare})
    incomplete = {"etat": "incomplet", "motif": one.line("deliberation.motif")}
    write_yaml(folder / "seul.yaml", {"numero": "seul", **incomplete})


def _number(one: Hostile) -> tuple[str, str]:
    """A hostile number where the name of a file can follow it, and the name of the file."""
    numero = one.line("deliberation.numero")
    with contextlib.suppress(ValidationError):  # signs of other scripts are refused there (D035)
        if re.fullmatch("[a-z0-9]{1,80}", number_key(_NUMERO.validate_python(numero))):
            return numero, number_key(numero)
    del one.values[f"¤deliberation.numero.{one.rank}¤"]
    return "n-1", "n-1"


def _pieces(one: Hostile, owner: str) -> list[dict[str, Any]]:
    title = f"{owner}.pieces.titre"
    far = {"adresse": "https://exemple.fr/piece.pdf", "sha256": "0" * 64, "octets": 9000}
    missing = {"titre": one.line(f"{title}-3"), "manquante": one.line(f"{owner}.pieces.manquante")}
    return [
        {"titre": one.line(f"{title}-1"), "fichier": "piece.pdf"},
        {"titre": one.line(f"{title}-2"), **far},
        missing,
    ]


def _links(one: Hostile) -> list[dict[str, Any]]:
    words = {"decision": one.line("deliberation.liens.decision"), "precision": one.line("deliberation.liens.precision")}
    inside = {"acte": f"{one.body}/{DAY}/nu", "precision": one.line("deliberation.liens.precision-2")}
    return [{"nature": "annule", **words, "date": "2026-05-01"}, {"nature": "modifie", **inside}]


def _conventions(one: Hostile) -> list[dict[str, Any]]:
    key = "deliberation.conventions"
    convention = next(d.sous_fiche for d in declarations(Deliberation) if d.cle == "conventions")
    assert convention is not None
    party = next(d.sous_fiche for d in declarations(convention) if d.cle == "parties")
    assert party is not None
    parties = [one.fill(party, f"{key}.parties", collectivite=one.body)]
    return [one.fill(convention, key, type=one.body, texte="convention.md", modele="modele", parties=parties)]
