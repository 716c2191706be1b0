"""What a YAML syntax error means to a clerk: the right line, the right words, the line rewritten where it can be."""

from __future__ import annotations

import re

import yaml

from registre.problems import Place, Problem, make
from registre.source.files import SourceFile

# What libyaml or PyYAML says → our code. First match wins.
_SYNTAX: tuple[tuple[str, str], ...] = (
    (r"mapping values are not allowed", "Y002"),
    (r"found character that cannot start any token|found character '\\t'|tab character", "Y001"),
    (r"unexpected end of stream|quoted scalar", "Y012"),
    (r"did not find expected (',' or|node content)|expected ',' or|expected the node content", "Y014"),
    (r"did not find expected (key|'-' indicator)|<block end>|could not find expected ':'|simple key", "Y013"),
    (r"block (collections|sequence)", "Y013"),
    (r"expected <document start>|did not find expected <document start>", "Y010"),
    (r"undefined alias|alias", "Y005"),
    (r"tag", "Y006"),
)


def explain(file: SourceFile, error: yaml.YAMLError) -> Problem:
    """One problem for a syntax error, in a clerk's words, at the line the clerk must mend."""
    said = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or error}"
    code = next((code for pattern, code in _SYNTAX if re.search(pattern, said)), "Y009")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    opened = getattr(error, "context_mark", None)
    if opened is not None and (code in {"Y012", "Y014"} or "simple key" in said):
        mark = opened
    if code in {"Y012", "Y013"} and mark and (place := _left_open(file, mark.line + file.first_line)):
        return make("Y012", place)
    line = min((mark.line if mark else 0), len(file.lines) - 1) + file.first_line
    if code in {"Y002", "Y010", "Y013"} and (slip := slip_near(file, line)):
        return slip
    written = file.place(line).excerpt
    code = _closer(code, written)
    ecrire = _requote(written) if code in {"Y002", "Y017"} else ""
    return make(code, file.place(line), signe=_sign(written), ecrire=ecrire)


def _left_open(file: SourceFile, line: int) -> Place | None:
    """The nearest line, from `line` up, whose value opens a quote that its end does not close."""
    places = (file.place(number) for number in range(line, file.first_line - 1, -1))
    return next(
        (p for p in places if re.fullmatch(r"\s*(- )?[\w-]+: +\"[^\"]*|\s*(- )?[\w-]+: +'[^']*", p.excerpt)), None
    )


_GLUED = re.compile(r"(\s*(?:- )?)([A-Za-zÀ-ÿ_]+):([^\s/].*|\xa0.*)")
_TEXT_KEY = re.compile(r"\s*(?:- )?([\w-]+):\s*[|>]?[-+]?\s*")


def _parent(file: SourceFile, line: int) -> Place | None:
    """The line a text hangs from: the nearest one above that is less indented (or as little, for a text left at 0)."""
    written = file.place(line).excerpt
    indent = len(written) - len(written.lstrip())
    for number in range(line - 1, file.first_line - 1, -1):
        above = file.place(number)
        depth = len(above.excerpt) - len(above.excerpt.lstrip())
        if above.excerpt.strip() and (depth < indent or (indent == 0 and depth == 0)):
            return above
    return None


def slip_near(file: SourceFile, line: int) -> Problem | None:
    """The slip that made the parser lose its way, here or just above: « cle:valeur », « -Jean », text not indented."""
    for number in (line, line - 1):
        place = file.place(number)
        glued = _GLUED.fullmatch(place.excerpt)
        if glued:
            value = glued.group(3).strip().strip("\xa0")
            return make("Y016", place, ecrire=f"{glued.group(1).strip()} {glued.group(2)}: {value}".strip())
    place = file.place(line)
    if dash := re.fullmatch(r"(\s*)-([^\s-].*)", place.excerpt):
        return make("Y019", place, ecrire=f"- {dash.group(2)}")
    if not re.match(r"\s*(- )?[\w-]+:(\s|$)", place.excerpt):
        parent = _parent(file, line)
        key = _TEXT_KEY.fullmatch(parent.excerpt) if parent else None
        if key and parent:
            return make("Y020", place if place.excerpt[:1].strip() else parent, cle=key.group(1))
        word, _, rest = place.excerpt.strip().partition(" ")
        if ":" not in place.excerpt and re.fullmatch(r"\w[\w-]*", word):
            return make("Y021", place, ecrire=f"{word}: {rest}" if rest and word.islower() else "")
    return None


def _closer(code: str, written: str) -> str:
    """What the line itself shows, where the parser's words are too general."""
    if code == "Y001" and "\t" not in written[: len(written) - len(written.lstrip())]:
        return "Y017"
    if code == "Y013" and re.match(r"\s*(- )?[\w-]+: +[\"']", written):
        return "Y018"
    if code == "Y013" and re.match(r"\s*[\w-]+: +- ", written):
        return "Y017"
    if code == "Y002" and not re.search(r":\s.*:(\s|$)", written):
        return "Y013"
    return code


def _sign(written: str) -> str:
    """The reserved sign at the head of the value, or of the line."""
    value = re.sub(r"^\s*(- )?([\w-]+:\s+)?", "", written)
    return value[:1] or written.strip()[:1]


def _requote(line: str) -> str:
    """« cle: valeur » → « cle: "valeur" », or nothing when the line has another shape."""
    match = re.fullmatch(r"\s*(- )?([\w-]+): +(\S.*)", line)
    if not match or match.group(3)[0] in "\"'{[|>":
        return ""
    return f"{match.group(1) or ''}{match.group(2)}: {quoted(match.group(3).rstrip().strip('“”'))}"


def quoted(value: str) -> str:
    """The value between straight quotes, as YAML reads it back."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
