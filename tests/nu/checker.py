"""The Nu Html Checker, of the W3C: a Java program that npm fetches; run as a script, fetch it.

Its version and its hash are those of package-lock.json, beside this file: `npm ci` installs nothing else.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parent.parent / "build" / "nu"
JAR = FOLDER / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
JAVA = 17  # the oldest that it runs on
NO_JAVA = f"Le vérificateur Nu demande Java {JAVA} ou plus récent (sous Debian : « sudo apt install default-jre »)."
NO_NPM = "Le vérificateur Nu se télécharge avec npm, qui manque ici (sous Debian : « sudo apt install npm »)."
NO_JAR = "Le vérificateur Nu n’est pas téléchargé : « make html » le fait."


class NuMissingError(RuntimeError):
    """The checker cannot run here; the message is a French sentence that says what is missing."""


def find_nu() -> list[str]:
    """The command that runs the checker."""
    java = shutil.which("java")
    said = subprocess.run([java, "-version"], capture_output=True, text=True).stderr if java else ""
    version = re.search(r'version "(\d+)', said)
    if not java or not version or int(version[1]) < JAVA:
        raise NuMissingError(NO_JAVA)
    if not JAR.is_file():
        raise NuMissingError(NO_JAR)
    return [java, "-Xss4m", "-jar", str(JAR)]


def install() -> None:
    """Fetch the checker, unless the one asked for is there."""
    lock = FOLDER / "package-lock.json"
    if JAR.is_file() and lock.read_bytes() == (HERE / "package-lock.json").read_bytes():
        return
    npm = shutil.which("npm")
    if npm is None:
        raise NuMissingError(NO_NPM)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, FOLDER)
    if subprocess.run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=FOLDER).returncode:
        raise NuMissingError("Le vérificateur Nu n’a pas pu être téléchargé (détail ci-dessus).")


def check(site: Path) -> list[dict[str, Any]]:
    """What the checker says of all pages, style sheets and drawings of a site: url, message, extract…"""
    options = ["--stdout", "--format", "json", "--exit-zero-always", "--also-check-css", "--also-check-svg"]
    done = subprocess.run([*find_nu(), *options, "--skip-non-html", str(site)], capture_output=True, text=True)
    messages: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    return messages


if __name__ == "__main__":
    try:
        install()
        find_nu()
    except NuMissingError as missing:
        print(missing, file=sys.stderr)  # the tests then skip, and say so
