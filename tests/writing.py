"""Files that tests write: records, a small PDF, invented SIREN."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from stdnum import luhn

# Reads a page of hundreds ten times as fast where PyYAML has its part in C.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Dumper(yaml.SafeDumper):
    """Writes as clerks do: a text of several lines after « | », « oui » for true, nothing for None, no alias."""

    def ignore_aliases(self, data: object) -> bool:
        return True


_DUMPED = "tag:yaml.org,2002:str"
_Dumper.add_representer(
    str, lambda dumper, text: dumper.represent_scalar(_DUMPED, text, style="|" if "\n" in text else None)
)
_Dumper.add_representer(bool, lambda dumper, value: dumper.represent_scalar(_DUMPED, "oui" if value else "non"))
_Dumper.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", ""))


def write_yaml(path: Path, value: Mapping[str, Any]) -> None:
    """Write a record; None leaves its key empty."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.dump(dict(value), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6), "utf-8")


def front_matter(page: str) -> dict[str, Any]:
    """What the head of a Markdown page holds."""
    front: dict[str, Any] = yaml.load(page.split("---\n")[1], _LOADER)
    return front


def tiny_pdf(title: str) -> bytes:
    """A valid one-page PDF that says `title` (ASCII)."""
    stream = f"BT /F1 12 Tf 9 50 Td ({title}) Tj ET".encode("ascii")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    return pdf_of(objects)


def pdf_of(objects: Sequence[bytes], trailer: bytes = b"", head: bytes = b"%PDF-1.4\n") -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalog. `trailer`: entries added to it."""
    data, offsets = head, []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    entries = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    ends = b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (size, trailer)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (size, entries, ends)
    return data + table + b"startxref\n%d\n%%%%EOF\n" % len(data)


def siren(rank: int) -> str:
    """A SIREN with a right key that no body has (they do not start with 000)."""
    digits = f"000{rank:05d}"
    return digits + luhn.calc_check_digit(digits)


def with_lines(text: str, lines: str, right: str) -> str:
    """The file with `lines` instead of what it says of the keys of the right example; at its end when it says nothing.

    A right example that starts with « --- » is a whole file.
    """
    keys = re.findall(r"^([\w-]+):", right, re.MULTILINE)
    if right.startswith("---"):
        return f"{lines}\n"
    if not keys:
        return f"{text}\n{lines}\n"
    block = rf"^(?:{'|'.join(keys)}):.*\n(?:(?!\S).*\n)*"
    before, *after = re.split(block, text, flags=re.MULTILINE)
    return f"{before}{lines}\n{''.join(after)}"
