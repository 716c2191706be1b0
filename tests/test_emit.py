"""A record that is written is read back the same, and looks as a clerk would have typed it."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from drawn import ANY, record
from hostile import MODELS
from registre.draft.emit import HEAD, ExistingFileError, record_text, write_new
from registre.model.deliberation import Deliberation
from registre.model.fields import Fiche, declarations
from registre.model.scalars import read_identifiant
from registre.model.seance import Seance
from registre.model.vocabulary import Nature, Resultat
from registre.parse.corpus import load_corpus
from registre.parse.record import Record, read_record
from registre.source.files import read_text
from registre.source.yaml import read_yaml

ROOT = Path(__file__).parent.parent
PATH = "content/seances/exemple/2026-03-12/014.yaml"
REGISTERS = [ROOT, ROOT / "scripts/registre/depart", ROOT / "tests/records/base"]


def read_back(fiche: type[Fiche], text: str) -> tuple[Record[Any], list[str]]:
    """The record, from a file, and the codes of what is told of it."""
    with tempfile.TemporaryDirectory() as folder:
        write_new(Path(folder), PATH, text)
        file, problems = read_text(Path(folder), PATH)
        assert file is not None, problems
        tree, found = read_yaml(file)
        assert tree is not None, found
        value, told = read_record(fiche, tree, file)
        assert value is not None
        return value, [problem.code for problem in (*problems, *found, *told)]


def plain(value: Any) -> Any:
    """The plain values of a record."""
    if isinstance(value, Fiche):
        return {cle: plain(getattr(value, cle)) for cle in value.model_fields_set}
    return [plain(item) for item in value] if isinstance(value, tuple) else value


@pytest.mark.parametrize("fiche", MODELS, ids=lambda fiche: fiche.__name__)
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_record_is_read_back_the_same(fiche: type[Fiche], data: st.DataObject) -> None:
    values = data.draw(record(fiche))
    keys = st.sampled_from([declared.cle for declared in declarations(fiche)])
    blank = data.draw(st.sets(keys, max_size=3))
    assume(values or blank)  # comments alone are no record
    comments = data.draw(st.dictionaries(st.one_of(st.just(HEAD), keys), st.text(ANY, max_size=300), max_size=3))
    value, told = read_back(fiche, record_text(fiche, values, PATH, comments, blank))
    assert value.value == fiche.model_validate(values)
    assert told == []


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(values=record(Deliberation, ANY))
def test_a_hidden_character_is_kept_and_told(values: dict[str, Any]) -> None:
    value, told = read_back(Deliberation, record_text(Deliberation, values, PATH))
    assert value.value == Deliberation.model_validate(values)
    assert set(told) <= {"F007", "F041", "F039"}


def test_our_own_records_are_read_back_the_same() -> None:
    count = 0
    for root in REGISTERS:
        corpus = load_corpus(root)
        records = [*corpus.collectivites.values(), *corpus.types.values(), corpus.registre, corpus.nomenclature]
        records += [found.record for found in (*corpus.seances.values(), *corpus.actes.values())]
        for one in records:
            if one is None or not one.value.model_fields_set:
                continue
            text = record_text(type(one.value), plain(one.value), one.path)
            value, told = read_back(type(one.value), text)
            assert (value.value, told) == (one.value, []), one.path
            count += 1
    assert count > 5


def test_our_own_lists_of_names_are_written_as_they_were_typed(real_acts: Path) -> None:
    path = "content/seances/scota/2026-02-11/seance.yaml"
    typed = (real_acts.parent / path).read_text("utf-8")
    text = record_text(Seance, plain(load_corpus(real_acts.parent).seances["scota", "2026-02-11"].record.value), path)
    for key in ("presents", "excuses"):
        start = typed.index(f"\n{key}: [")
        assert typed[start : typed.index("]\n", start) + 2] in text


WRITTEN = """\
# yaml-language-server: $schema=../../../../docs/schemas/acte.json
# À relire avant de publier.
# Numéro : comme imprimé.
numero: "014"
objet: "Chemin des Prés : réfection"
nature: DE
resultat: adoptee
vote: {pour: 6, contre: 0, unanimite: oui}
texte: |
  Vu le code ;

  Décide.
# Qui a signé, et en quelle qualité. Par exemple : signataire: {prenom: Anne, nom: MARTIN, qualite: Maire}
signataire:
teletransmission: {identifiant: 099-219900016-20260312-014-DE, reception: 2026-03-16}
conventions:
  - {type: e-administration, duree: 5 ans}
"""


def test_a_record_looks_as_typed() -> None:
    values = {
        "conventions": [{"duree": "5 ans", "type": "e-administration"}],
        "texte": "Vu le code ;\n\nDécide.",
        "vote": {"unanimite": True, "pour": 6, "contre": 0, "abstention": None},
        "numero": "014",
        "objet": "Chemin des Prés : réfection",
        "nature": Nature.DE,
        "resultat": Resultat.ADOPTEE,
        "matiere": "",
        "teletransmission": {
            "reception": dt.date(2026, 3, 16),
            "identifiant": read_identifiant("099-219900016-20260312-014-DE"),
        },
    }
    comments = {HEAD: "À relire avant de publier.", "numero": "Numéro : comme imprimé."}
    assert record_text(Deliberation, values, PATH, comments, ["signataire"]) == WRITTEN


BLANK = """\
# yaml-language-server: $schema=../../../../docs/schemas/acte.json
# L’acte entier, collé, dans l’ordre du document. Par exemple :
#   texte: |
#     Vu le code général des collectivités territoriales,
#
#     Après en avoir délibéré…
texte:
"""


def test_a_text_left_blank_shows_how_to_paste_one() -> None:
    assert record_text(Deliberation, {}, PATH, blank=["texte"]) == BLANK


LONG = """\
# yaml-language-server: $schema=../../../../docs/schemas/acte.json
teletransmission:
  identifiant: 099-219900016-20260312-2026_ABCDEFGHIJ-DE
  envoi: 2026-03-16
  transmission: 2026-03-16
  reception: 2026-03-16
conventions:
  - type: e-administration
    parties:
      - nom: {name}
        representant: Anne MARTIN
"""


def test_what_is_too_long_for_a_line_takes_several() -> None:
    day, name = dt.date(2026, 3, 16), "Communauté de communes du Val d’Exemple " * 3
    stamp = {"identifiant": "099-219900016-20260312-2026_ABCDEFGHIJ-DE", "envoi": day, "transmission": day}
    parties = [{"nom": name.strip(), "representant": "Anne MARTIN"}]
    values = {
        "teletransmission": stamp | {"reception": day},
        "conventions": [{"type": "e-administration", "parties": parties}],
    }
    assert record_text(Deliberation, values, PATH) == LONG.replace("{name}", name.strip())


@pytest.mark.parametrize("typed", ["01004", "1_0", "18:30", "1e3", "0x1F", "no", "Oui", "null", "~", "=", "2026-03-12"])
def test_a_text_is_a_text_for_other_readers_of_yaml_too(typed: str) -> None:
    assert yaml.safe_load(record_text(Deliberation, {"objet": typed}, PATH)) == {"objet": typed}


def test_an_unknown_key_is_not_lost_in_silence() -> None:
    with pytest.raises(KeyError, match="objets"):
        record_text(Deliberation, {"objets": "x"}, PATH)


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    write_new(tmp_path, PATH, "numero: un\n")
    with pytest.raises(ExistingFileError, match=f"^{PATH} existe déjà : il n’a pas été touché.$"):
        write_new(tmp_path, PATH, "numero: deux\n")
    assert (tmp_path / PATH).read_bytes() == b"numero: un\n"


def test_half_a_record_is_not_left(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        write_new(tmp_path, PATH, "objet: \ud800\n")
    assert not (tmp_path / PATH).exists()
