"""Long trials of hostile input: any YAML at all, and the bad cases of the trial folder, where it is present."""

from __future__ import annotations

import multiprocessing
import resource
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from registre.model.deliberation import Deliberation
from registre.model.fields import declarations
from registre.model.seance import Seance
from registre.parse.corpus import load_corpus
from tally import Tally

TRIALS = Path(__file__).parents[2] / "shared" / "essais"
SLOW = 1.0  # seconds of processor a document may take
HEAVY = 200  # megabytes the process may reach
pytestmark = pytest.mark.long


def fault_of(raw: bytes, root: Path) -> str:
    """What is wrong in the way a document was read as an act: nothing, we hope."""
    path = root / "content/seances/exemple/2026-03-12/016.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    start = time.process_time()
    try:
        corpus = load_corpus(root)
    except Exception as error:  # what this trial looks for
        return f"{type(error).__name__} : {error}"
    spent = time.process_time() - start
    if not corpus.actes and not corpus.problems:
        return "ni valeur, ni problème"
    if any(problem.place.line is None and problem.code[0] != "F" for problem in corpus.problems):
        return "un problème sans ligne"
    return f"{spent:.1f} s" if spent > SLOW else ""


def _run(documents: Callable[[Path], Iterable[str]], folder: str, answers: Any) -> None:
    faults = list(documents(Path(folder)))
    answers.put((faults, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024))


def in_a_process(documents: Callable[[Path], Iterable[str]], folder: Path) -> tuple[list[str], int]:
    """The faults found by `documents` in a process of its own, and the megabytes this process reached."""
    context = multiprocessing.get_context("spawn")
    answers = context.Queue()
    process = context.Process(target=_run, args=(documents, str(folder), answers))
    process.start()
    found: tuple[list[str], int] = answers.get(timeout=1500)
    process.join()
    return found


KEYS = [declared.cle for model in (Deliberation, Seance) for declared in declarations(model)]
TOKENS = [
    *(f"{key}: " for key in KEYS),
    *"-?:,[]{}#&*!|>'\"%@`~=\\/.0123456789",
    *(
        "\n",
        "\n  ",
        "\n    ",
        "\n- ",
        "\n---\n",
        "\n...\n",
        "\t",
        " ",
        "\r\n",
        "\r",
        "|\n  ",
        ">-\n  ",
        "|2+\n",
        "<<: *a",
    ),
    *("oui", "NO", "null", "~", "18:30", "01004", "1.10", "2026-03-12", "12/03/2026", "2026-02-30", "1e999", "0x1F"),
    *("!!python/object:os.system", "!!binary", "!<tag:x>", "&a", "*a", "%YAML 1.2\n", "# x", " #x", "\ufeff", "\x00"),
    *("\u200b", "\u202e", "\x85", "\u2028", "\xa0", "é", "🏛", "\ud7ff", "{a: ", "[a, ", '"\\u200b"', '"\\x', "''"),
]
DOCUMENTS = st.one_of(
    st.lists(st.sampled_from(TOKENS), max_size=40).map(lambda tokens: "".join(tokens).encode("utf-8", "replace")),
    st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace")),
    st.binary(max_size=200),
)


def _invented(count: int, folder: Path) -> list[str]:
    faults: list[str] = []

    @settings(max_examples=count, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(DOCUMENTS)
    def one(raw: bytes) -> None:
        if fault := fault_of(raw, folder):
            faults.append(f"{raw!r} : {fault}")

    one()
    return faults


def _fifty_thousand(folder: Path) -> list[str]:
    return _invented(50_000, folder)


@pytest.mark.parametrize("half", [1, 2])
def test_any_document_gives_a_record_or_a_problem(half: int, tmp_path: Path, tally: Tally) -> None:
    faults, megabytes = in_a_process(_fifty_thousand, tmp_path)
    tally("documents YAML inventés", 50_000, len(faults))
    assert faults == []
    assert megabytes < HEAVY


def _huge(folder: Path) -> list[str]:
    documents = {
        "crochets": b"a: " + b"[" * 900_000,
        "accolades": b"a: " + b"{" * 900_000,
        "tirets": b"- " * 900_000,
        "cles": b"".join(b"k%d: 1\n" % n for n in range(150_000)),
        "cles semblables": b"".join(b"objet%d: 1\n" % n for n in range(9_000)),
        "meme cle": b"objet: 1\n" * 200_000,
        "meme cle, moins": b"objet: 1\n" * 9_000,
        "liste de listes": b"presents: [" + b"[]," * 9_000 + b"]\n",
        "liste de fautes": b"pieces: [" + b"{titr: x}," * 4_000 + b"]\n",
        "invisibles": b"objet: " + "\u200b".encode() * 600_000,
        "echappes": b'objet: "' + b"\\u200b" * 300_000 + b'"',
        "retours": b"objet: x\r" * 200_000,
        "ligne": b"objet: " + b"a" * 1_900_000,
        "texte": b"texte: |\n" + b"  " + b"a " * 900_000,
        "lignes": b"texte: |\n" + b"  a\n" * 450_000,
        "titres": b"texte: |\n" + b"  ## a\n" * 200_000,
        "puces": b"texte: |\n" + b"  - a\n" * 200_000,
        "puces en escalier": b"texte: |\n" + b"".join(b" " * (2 + n) + b"- a\n" for n in range(1_800)),
        "tableau": b"texte: |\n  | a | b |\n  |---|---|\n" + b"  | 1 | 2 |\n" * 100_000,
        "tableau permis": b"texte: |\n  | a | b |\n  |---|---|\n" + b"  | 1 | 2 |\n" * 9_000,
        "titres permis": b"texte: |\n" + b"  ## a\n" * 9_000,
        "alineas permis": b"texte: |\n" + b"  a\n\n" * 4_500,
        "formules": b"texte: |\n" + b"  $$\n  a+b\n  $$\n" * 100_000,
        "guillemets": b'objet: "' * 200_000,
        "apostrophes": b"objet: '" * 200_000,
        "ancres": b"a: &a [x]\n" + b"b: [" + b"*a," * 9_000 + b"]\n",
        "commentaires": b"#\n" * 900_000,
        "documents": b"---\n" * 400_000,
        "espaces": b"objet:" + b" " * 1_900_000,
        "nombres": b"vote: {pour: " + b"9" * 1_900_000 + b"}",
    }
    return [f"{name} : {fault}" for name, raw in documents.items() if (fault := fault_of(raw, folder))]


def test_a_huge_document_is_answered_at_once(tmp_path: Path, tally: Tally) -> None:
    faults, megabytes = in_a_process(_huge, tmp_path)
    tally("documents YAML énormes", 30, len(faults))
    assert faults == []
    assert megabytes < HEAVY


def _suite(folder: Path) -> list[str]:
    faults = []
    for path in sorted((TRIALS / "yaml").rglob("*.yaml")):
        raw = path.read_bytes()
        inner = [str(case.get("yaml", "")).encode() for case in _cases(raw)]
        faults += [f"{path.name} : {fault}" for document in (raw, *inner) if (fault := fault_of(document, folder))]
    return faults


def _cases(raw: bytes) -> list[dict[str, Any]]:
    """The documents of a file of the YAML suite, which writes blanks as visible signs."""
    for sign, meant in (("␣", " "), ("————»", "\t"), ("———»", "\t"), ("——»", "\t"), ("—»", "\t"), ("»", "\t")):
        raw = raw.replace(sign.encode(), meant.encode())
    for sign, meant in (("↵", ""), ("∎\n", ""), ("←", "\r"), ("⇔", "\ufeff")):
        raw = raw.replace(sign.encode(), meant.encode())
    try:
        return [case for case in yaml.safe_load(raw) if isinstance(case, dict)]
    except (yaml.YAMLError, TypeError):
        return []


@pytest.mark.skipif(not TRIALS.is_dir(), reason="dossier d’essai absent")
def test_the_yaml_suite_gives_records_or_problems(tmp_path: Path, tally: Tally) -> None:
    faults, megabytes = in_a_process(_suite, tmp_path)
    tally("suite YAML", sum(1 for _ in (TRIALS / "yaml").rglob("*.yaml")), len(faults))
    assert faults == []
    assert megabytes < HEAVY
