"""Build the search index of a site with Pagefind, the same bytes each time.

Pages are given to Pagefind in a fixed order, the newest first; what it writes in random order is then sorted. What a
first search loads is made smaller: words that hold a mark of render/folding.py, of which it has the plain form too, are
left out; the facets have a file of their own, much smaller than Pagefind's filters.
"""

import base64
import gzip
import hashlib
import json
import os
import re
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import astuple
from itertools import pairwise
from pathlib import Path
from typing import Any

import cbor2
from pagefind.service import get_executable

from registre.render.folding import MARKS
from registre.render.indexed import EVERY, RANKS, Indexed
from registre.render.shortcuts import Shortcut

LANGUAGE = "fr"
BUNDLE = "pagefind"
# Beside Pagefind's own files: what recherche-moteur.js knows before any question, the pages that have each value of
# each facet, and the words that « Vouliez-vous dire » chooses from.
KNOWN_FILE, FACETS_FILE, WORDS_FILE = "registre.js", "facettes.json", "mots.txt"
MOST_WORDS = 5_000
CHUNK = 40_000  # bytes of an index file before it is compressed, unless it holds one word
# Written by Pagefind for interfaces and languages that this site does not use.
_UNUSED = re.compile(r"pagefind-(highlight|(modular-|component-)?ui)\.(js|css)|wasm\.unknown\.pagefind")
_SIGNATURE = b"pagefind_dcd"


class SearchIndexError(Exception):
    """Pagefind failed; the message holds what it said."""


def build_search_index(pages: Iterable[Indexed], shortcuts: Iterable[Shortcut], bundle: Path) -> None:
    """Index pages into the folder `bundle`, which does not exist yet, and write there where shortcuts lead."""
    words: Counter[str] = Counter()
    facets: dict[str, dict[str, list[int]]] = {}  # name → label of a value → ranks of the pages that have it
    count = 0
    with _Pagefind() as pagefind:
        index = pagefind.ask(type="NewIndex", config={"force_language": LANGUAGE})["index_id"]
        for page in pages:
            for name, value in page.values:
                facets.setdefault(name, {}).setdefault(value, []).append(count)
            pagefind.ask(type="AddFile", index_id=index, url=f"/{page.url}", file_contents=page.html)
            words.update(page.words)
            count += 1
        answer = pagefind.ask(type="GetFiles", index_id=index)
    files = {file["path"]: base64.b64decode(file["content"]) for file in answer["files"]}
    files = {path: data for path, data in _canonical(files).items() if not _UNUSED.fullmatch(path)}
    known = {
        "META": next((path for path in files if path.endswith(".pf_meta")), ""),
        "RANKS": RANKS,
        "EVERY": EVERY,
        "PAGES": count,
        "SHORTCUTS": [astuple(shortcut) for shortcut in shortcuts],
    }
    files[KNOWN_FILE] = "".join(f"export const {name} = {_json(value)};\n" for name, value in known.items()).encode()
    files[FACETS_FILE] = _json({name: _steps(values) for name, values in sorted(facets.items())}).encode()
    files[WORDS_FILE] = "\n".join(_frequent(words)).encode()
    for path, data in files.items():
        (bundle / path).parent.mkdir(parents=True, exist_ok=True)
        (bundle / path).write_bytes(data)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _steps(values: dict[str, list[int]]) -> dict[str, list[int]]:
    """The ranks of the pages of each value, each as its distance from the one before: small numbers, often the same."""
    return {value: [rank - before for before, rank in pairwise([0, *ranks])] for value, ranks in sorted(values.items())}


def _frequent(words: Counter[str]) -> list[str]:
    """The words that matter most, first those that matter more."""
    return sorted(words, key=lambda word: (-words[word], word))[:MOST_WORDS]


class _Pagefind:
    """A running Pagefind, asked one thing at a time.

    It reads and writes JSON in base64, a comma after each message. The package's own
    asynchronous client sleeps 0.1 s at each answer and waits for ever if Pagefind dies.
    """

    def __enter__(self) -> "_Pagefind":
        executable = get_executable()
        if executable is None:
            raise SearchIndexError("Pagefind n’est pas installé.")
        self._errors = tempfile.TemporaryFile()
        try:
            self._process = subprocess.Popen(
                [executable, "--service"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
            )
        except OSError as error:
            self._errors.close()
            raise SearchIndexError(f"Pagefind ne démarre pas : {error}") from error
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()
        self._errors.close()

    def ask(self, **payload: Any) -> dict[str, Any]:
        """Send one request and return its answer."""
        request = json.dumps({"message_id": 1, "payload": payload}).encode()
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(base64.b64encode(request) + b",")
            self._process.stdin.flush()
        except BrokenPipeError:
            pass  # it has ended: reading says so, with its reasons
        answer: dict[str, Any] = self._read()["payload"]
        if answer["type"] == "Error":
            raise SearchIndexError(f"Pagefind : {answer['message']}")
        return answer

    def _read(self) -> Any:
        """Return the next message; raise with what Pagefind wrote if it ended instead."""
        assert self._process.stdout is not None
        message = bytearray()
        while not message.endswith(b","):
            read = os.read(self._process.stdout.fileno(), 1 << 20)
            if not read:
                self._errors.seek(0)
                said = (bytes(message) + self._errors.read()).decode(errors="replace").strip()
                raise SearchIndexError(f"Pagefind s’est arrêté : {said}")
            message += read
        return json.loads(base64.b64decode(message[:-1]))


def _canonical(files: dict[str, bytes]) -> dict[str, bytes]:
    """Sort what Pagefind leaves in random order in its ``files`` (path to contents).

    Files named by their contents get the name of their new contents, in what refers to them too.
    """
    files = dict(files)
    entry = json.loads(files["pagefind-entry.json"])
    entry["include_characters"].sort()
    language = entry["languages"].get(LANGUAGE)
    if language:  # none when no page is indexed
        # version, pages as [name, words], index chunks, filters, sorts, names of metadata
        meta = _decode(files.pop(f"pagefind.{language['hash']}.pf_meta"))
        meta[2] = _cut_again(files, [name for _, _, name in meta[2]])
        _rename(files, meta)
        meta[1] = [[name, _rounded(length)] for name, length in meta[1]]
        language["hash"], packed = _encode(meta)
        files[f"pagefind.{language['hash']}.pf_meta"] = packed
    files["pagefind-entry.json"] = json.dumps(entry, ensure_ascii=False, sort_keys=True).encode()
    return files


def _rename(files: dict[str, bytes], meta: list[Any]) -> None:
    """Number the files of pages and words, which a search must know all the names of, behind what changes with them.

    recherche-facettes.js reads the rank of a page in its name.
    """
    pages, chunks = meta[1], meta[2]
    build = hashlib.sha256(
        "".join([*(page[0] for page in pages), *(name for *_, name in chunks)]).encode()
    ).hexdigest()[:8]
    for rank, page in enumerate(pages):
        name = f"{LANGUAGE}_{build}_{rank:x}"
        files[f"fragment/{name}.pf_fragment"] = files.pop(f"fragment/{page[0]}.pf_fragment")
        page[0] = name
    for rank, (first, last, name) in enumerate(chunks):
        chunks[rank] = (first, last, f"{LANGUAGE}_{build}_{rank:x}")
        files[f"index/{chunks[rank][2]}.pf_index"] = files.pop(f"index/{name}.pf_index")


def _rounded(length: int) -> int:
    """Four significant bits of the number of words of a page: enough to rank by, and half as long once compressed."""
    spare = max(length.bit_length() - 4, 0)
    return length >> spare << spare


def _cut_again(files: dict[str, bytes], names: list[str]) -> list[tuple[str, str, str]]:
    """Cut the index files called ``names``, in order, in smaller ones: (first word, last word, name) of each.

    A search reads the files of its words, and those of Pagefind hold ten frequent words, or a hundred.
    """
    words = (word for name in names for word in _decode(files.pop(f"index/{name}.pf_index"))[0])
    groups: list[list[Any]] = []
    room = 0  # bytes left in the last group
    for word in words:
        if MARKS.isdisjoint(word[0]):
            size = len(cbor2.dumps(word))
            if size > room:
                groups.append([])
                room = CHUNK
            groups[-1].append(word)
            room -= size
    found = []
    for group in groups:
        name, packed = _encode([group])
        files[f"index/{name}.pf_index"] = packed
        found.append((group[0][0], group[-1][0], name))
    return found


def _decode(packed: bytes) -> Any:
    """Return the value in one of Pagefind's files: compressed CBOR behind a signature."""
    return cbor2.loads(gzip.decompress(packed).removeprefix(_SIGNATURE))


def _encode(value: Any) -> tuple[str, bytes]:
    """Return a name for ``value``, made from its contents, and its file without the hour."""
    content = cbor2.dumps(value)
    name = f"{LANGUAGE}_{hashlib.sha256(content).hexdigest()[:10]}"
    return name, gzip.compress(_SIGNATURE + content, mtime=0)
