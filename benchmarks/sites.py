"""Sites of synthetic registers, built once in build/mesures and kept until the code changes."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))
from generate import write_register  # noqa: E402

from conftest import copy_project  # noqa: E402
from registre.build import build_site  # noqa: E402

SOURCES = ("scripts", "overrides", "content/pages", "mkdocs.yml", "benchmarks/generate.py")


def built(acts: int) -> Path:
    """The site of a register of `acts` acts."""
    folder = ROOT / "build" / "mesures" / str(acts)
    site = folder / "projet" / "site"
    if not site.is_dir() or site.stat().st_mtime < _changed():
        print(f"Construction d’un registre de {acts} actes…", file=sys.stderr)
        shutil.rmtree(folder, ignore_errors=True)
        build_site(copy_project(folder / "projet", write_register(folder, acts)))
    return site


def first_act(site: Path) -> str:
    """The address of an act of a site."""
    return min(path.parent.relative_to(site).as_posix() for path in site.glob("actes/*/*/*/index.html")) + "/"


def _changed() -> float:
    """When what makes a site last changed."""
    files = [file for name in SOURCES for file in (ROOT / name, *(ROOT / name).rglob("*"))]
    return max(file.stat().st_mtime for file in files if "__pycache__" not in file.parts)
