"""Hostile YAML, read in a process of its own: `python tests/trials.py invented|huge|suite FOLDER`.

Prints in JSON how many documents were tried, what was wrong with some, and the megabytes that the process reached.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from registre.model.deliberation import Deliberation
from registre.model.fields import declarations
from registre.model.seance import Seance
from registre.parse.corpus import load_corpus

INVENTED = 10_000
TRIALS = Path(__file__).parents[2] / "shared" / "essais"
SLOW = 1.0  # seconds of processor a document may take


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


def _invent(count: int) -> list[bytes]:
    documents: list[bytes] = []

    @settings(max_examples=count, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(DOCUMENTS)
    def one(raw: bytes) -> None:
        documents.append(raw)

    one()
    return documents


def _huge_documents() -> dict[str, bytes]:
    return {
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


def _suite_documents() -> Iterator[tuple[str, bytes]]:
    for path in sorted((TRIALS / "yaml").rglob("*.yaml")):
        raw = path.read_bytes()
        yield path.name, raw
        for rank, case in enumerate(_cases(raw)):
            yield f"{path.name} ({rank})", str(case.get("yaml", "")).encode()


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


def invented(folder: Path) -> tuple[int, list[str]]:
    """Documents that hypothesis makes, in another process: it holds much memory, which is not that of the reading."""
    with ProcessPoolExecutor(1) as pool:
        documents = pool.submit(_invent, INVENTED).result()
    return len(documents), _faults(((repr(raw), raw) for raw in documents), folder)


def huge(folder: Path) -> tuple[int, list[str]]:
    """A few documents of one or two megabytes."""
    documents = _huge_documents()
    return len(documents), _faults(documents.items(), folder)


def suite(folder: Path) -> tuple[int, list[str]]:
    """The YAML suite: its files, and the documents they hold."""
    documents = dict(_suite_documents())
    return len(documents), _faults(documents.items(), folder)


def _faults(documents: Iterable[tuple[str, bytes]], folder: Path) -> list[str]:
    return [f"{name} : {fault}" for name, raw in documents if (fault := fault_of(raw, folder))]


def _megabytes() -> int:
    """The most memory that this process held; `getrusage` would count what its parent held when it started it."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(re.findall(r"^VmHWM:\s+(\d+) kB$", status, re.MULTILINE)[0]) // 1024


KINDS: dict[str, Callable[[Path], tuple[int, list[str]]]] = {"invented": invented, "huge": huge, "suite": suite}

if __name__ == "__main__":
    tried, faults = KINDS[sys.argv[1]](Path(sys.argv[2]))
    print(json.dumps({"tried": tried, "faults": faults, "megabytes": _megabytes()}))
