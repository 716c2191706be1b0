"""Build registers of 500, 2,000 and 5,000 acts and print what each costs: `python benchmarks/grow.py [--pdf] [SIZES]`.

With `--conventions`, registers of 300, 700 and 1,300 bodies that have each adopted six conventions.

Seconds by phase, peak memory in megabytes (of the command, then of the indexer), bytes and files of the site, largest
list page and data file. Each size runs in a process of its own, three rounds of all sizes, the median is kept: only
the ratios of one run mean something.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from generate import ROOT, write_register
from generate_conventions import write_conventions

PHASES = {
    "verify": "lecture et règles",
    "build_register": "registre",
    "write_pages": "pages",
    "_run_mkdocs": "MkDocs",
    "build_search_index": "recherche",
}


def main() -> None:
    """Measure and print the table, in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pdf", action="store_true", help="a PDF for each act")
    parser.add_argument("--conventions", action="store_true", help="sizes are numbers of bodies, six conventions each")
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print(json.dumps(_measure(options.child)))
        return
    sizes = options.sizes or ([300, 700, 1_300] if options.conventions else [500, 2_000, 5_000])
    write = write_conventions if options.conventions else partial(write_register, pdfs=options.pdf)
    with tempfile.TemporaryDirectory(prefix="croissance-") as folder:
        projects = {size: _project(Path(folder) / str(size), size, write) for size in sizes}
        rounds = [{size: _run(path) for size, path in projects.items()} for _ in range(options.rounds)]
    table = {size: _median([found[size] for found in rounds]) for size in sizes}
    _print(table, "collectivités" if options.conventions else "actes")


def _project(root: Path, size: int, write: Callable[[Path, int], Path]) -> Path:
    write(root, size)
    for name in ("overrides", "scripts"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "build" / "pages").mkdir(parents=True)
    return root


def _run(project: Path) -> dict[str, float]:
    command = [sys.executable, __file__, "--child", str(project)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _measure(project: Path) -> dict[str, float]:
    """Build as the command does, then run `registre verifier` (documents known); seconds, megabytes, counts."""
    from registre import build
    from registre.__main__ import OBJECTS

    gc.set_threshold(OBJECTS)
    shutil.rmtree(project / "site", ignore_errors=True)
    os.chdir(project)
    spent: dict[str, float] = {}
    for name, label in PHASES.items():
        setattr(build, name, _timed(getattr(build, name), label, spent))
    start = time.perf_counter()
    build.build_site(project)
    spent["total"] = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    indexer = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "registre", "verifier"], check=True, capture_output=True)
    again = time.perf_counter() - start
    files = [path for path in (project / "site").rglob("*") if path.is_file()]
    data = [p.stat().st_size for p in files if p.suffix == ".json" and p.parent.name != "pagefind"]
    lists = [p.stat().st_size for p in files if p.name == "index.html" and p.relative_to(project).parts[1] != "actes"]
    return {
        **spent, "verifier": again, "memoire": memory, "indexeur": indexer,
        "octets": sum(path.stat().st_size for path in files), "fichiers": len(files), "liste": max(lists),
        "donnees": max(data),
    }  # fmt: skip


def _timed(function: Callable[..., Any], label: str, spent: dict[str, float]) -> Callable[..., Any]:
    def run(*arguments: Any, **options: Any) -> Any:
        start = time.perf_counter()
        try:
            return function(*arguments, **options)
        finally:
            spent[label] = spent.get(label, 0) + time.perf_counter() - start

    return run


def _median(found: list[dict[str, float]]) -> dict[str, float]:
    return {key: statistics.median(one[key] for one in found) for key in found[0]}


def _print(table: dict[int, dict[str, float]], unit: str) -> None:
    columns = [*PHASES.values(), "total", "verifier"]
    print(f"| {unit} | " + " | ".join(f"{name} (s)" for name in columns) + " | mémoire (Mo) | indexeur (Mo) |"
          " site (Mo) | fichiers | plus grande liste (Ko) | plus gros JSON (Ko) |")  # fmt: skip
    print("|--:" * (len(columns) + 7) + "|")
    for size, row in table.items():
        seconds = " | ".join(f"{row[name]:.1f}" for name in columns)
        print(f"| {size} | {seconds} | {row['memoire']:.0f} | {row['indexeur']:.0f} | {row['octets'] / 1e6:.0f} |"
              f" {row['fichiers']:.0f} | {row['liste'] / 1e3:.0f} | {row['donnees'] / 1e3:.0f} |")  # fmt: skip
    if len(table) == 3:
        (a, x), (b, y), (c, z) = ((size, row["total"]) for size, row in table.items())
        ratio = ((z - y) / (c - b)) / ((y - x) / (b - a))
        print(f"\nCoût d’un de plus, de {b} à {c}, rapporté à celui de {a} à {b} : {ratio:.2f} (au plus 1,3)")


if __name__ == "__main__":
    main()
