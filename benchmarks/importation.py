"""Import each document of a folder alone, and write what was read, in the keys of a set of labels.

    python benchmarks/importation.py DOSSIER SORTIE

Every `.pdf` or `.txt` of DOSSIER (the PDF where both are) gives SORTIE/<name>.json; null where the document does not
say. Ends with the seconds per document.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from registre.draft.document import UnreadableError, read_file
from registre.draft.labels import labels
from registre.recognise.reading import read


def main() -> None:
    """Read, write, time."""
    folder, output = Path(sys.argv[1]), Path(sys.argv[2])
    output.mkdir(parents=True, exist_ok=True)
    names = sorted({path.stem for path in folder.iterdir() if path.suffix.lower() in {".pdf", ".txt"}})
    seconds: list[tuple[float, str]] = []
    for name in names:
        path = next(p for suffix in (".pdf", ".PDF", ".txt") if (p := folder / f"{name}{suffix}").exists())
        start = time.perf_counter()
        try:
            values = labels(read_file(path).reading)
        except UnreadableError as error:
            print(f"{path.name} : {error}")
            values = labels(read(""))
        seconds.append((time.perf_counter() - start, path.name))
        (output / f"{name}.json").write_text(json.dumps(values, ensure_ascii=False, indent=1), "utf-8")
    if seconds:
        slowest, mean = max(seconds), sum(taken for taken, _ in seconds) / len(seconds)
        print(f"{len(names)} documents, {mean:.2f} s each, {slowest[0]:.2f} s at most ({slowest[1]})")


if __name__ == "__main__":
    main()
