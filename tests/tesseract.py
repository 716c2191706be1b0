"""Tesseract for the trials that read scans; run as a script, installs it where apt and the right to are there."""

import os
import shutil
import subprocess
import sys

from registre.draft.ocr import TesseractMissingError, find_tesseract

PACKAGES = ("tesseract-ocr", "tesseract-ocr-fra")


def ensure_tesseract() -> str:
    """Where it is, installed if need be. Raises TesseractMissingError."""
    try:
        return str(find_tesseract())
    except TesseractMissingError:
        if shutil.which("apt-get") and os.geteuid() == 0:
            print("Installation de Tesseract par apt-get, pour les essais…", file=sys.stderr)
            apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120"]
            quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
            install = [*apt, "install", "--yes", "--no-install-recommends", *PACKAGES]
            for command in ([*apt, "update"], install):
                subprocess.run(command, env=quiet, stdout=sys.stderr, check=False)
        return str(find_tesseract())


if __name__ == "__main__":
    try:
        print(f"Essais de documents numérisés : {ensure_tesseract()}")
    except TesseractMissingError as missing:
        print(f"Essais de documents numérisés passés. {missing}")
