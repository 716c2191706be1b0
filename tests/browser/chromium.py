"""Find the Chromium that the browser tests drive; run as a script, install one when there is none."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

# The shell, which has no window, opens pages three times as fast.
SHELL = "chromium-headless-shell"
COMMANDS = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MACOS_APPS = ("Chromium.app/Contents/MacOS/Chromium", "Google Chrome.app/Contents/MacOS/Google Chrome")
WINDOWS_PROGRAMS = ("Chromium/Application/chrome.exe", "Google/Chrome/Application/chrome.exe")
# Below Playwright's folder of browsers: the shell; Linux, macOS, Windows.
PLAYWRIGHT_PROGRAMS = (
    "chromium_headless_shell-*/*/chrome-headless-shell",
    "chromium_headless_shell-*/*/chrome-headless-shell.exe",
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
    "chromium-*/chrome-win*/chrome.exe",
)
MISSING = (
    "Aucun navigateur Chromium utilisable : installez Chromium ou Google Chrome (sous Debian : "
    "« sudo apt install chromium »), ou donnez le chemin du vôtre dans la variable CHROMIUM."
)


class ChromiumMissingError(RuntimeError):
    """No usable Chromium on this machine; the message is a French sentence that says what to do."""


def find_chromium() -> str:
    """Return the path of the first Chromium or Chrome that runs; $CHROMIUM, when set, is the only choice."""
    for path in _candidates():
        if _runs(path):
            return path
    raise ChromiumMissingError(MISSING)


def _candidates() -> Iterator[str]:
    if chosen := os.environ.get("CHROMIUM"):
        yield chosen
        return
    yield from filter(None, map(shutil.which, COMMANDS))
    yield from (str(path) for path in _usual_places() if path.is_file())


def _usual_places() -> Iterator[Path]:
    """Yield where macOS, Windows and Playwright put a browser, whether or not it is there."""
    home = Path.home()
    for applications in (Path("/Applications"), home / "Applications"):
        yield from (applications / app for app in MACOS_APPS)
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        if folder := os.environ.get(variable):
            yield from (Path(folder) / program for program in WINDOWS_PROGRAMS)
    for cache in (
        Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or home / ".cache/ms-playwright"),
        home / "Library/Caches/ms-playwright",
        home / "AppData/Local/ms-playwright",
    ):
        for pattern in PLAYWRIGHT_PROGRAMS:
            yield from sorted(cache.glob(pattern), reverse=True)


def _runs(path: str) -> bool:
    """Tell whether the program answers: Ubuntu's chromium is an empty shell when snap does not work."""
    if sys.platform == "win32":  # there, --version opens a window
        return Path(path).is_file()
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _install_with_apt() -> None:
    """Install Debian's package, as root only; the fonts give text its usual widths. Others may not have the shell."""
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        return
    print("Installation de Chromium par apt-get, pour les essais…", file=sys.stderr)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120"]
    install = ["install", "--yes", "--no-install-recommends", "fonts-liberation"]
    subprocess.run([*apt, "update"], env=environment, stdout=sys.stderr)
    for package in (SHELL, "chromium"):
        if subprocess.run([*apt, *install, package], env=environment, stdout=sys.stderr).returncode == 0:
            return


def _install_with_playwright() -> None:
    print("Installation de Chromium par Playwright, pour les essais…", file=sys.stderr)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], stdout=sys.stderr)


def ensure_chromium() -> str:
    """Return what `find_chromium` finds, after having installed a Chromium when there is none."""
    if os.environ.get("CHROMIUM"):
        return find_chromium()
    for install in (_install_with_apt, _install_with_playwright):
        try:
            return find_chromium()
        except ChromiumMissingError:
            install()
    return find_chromium()


if __name__ == "__main__":
    try:
        print(f"Essais dans le navigateur : {ensure_chromium()}")
    except ChromiumMissingError as missing:
        sys.exit(str(missing))
