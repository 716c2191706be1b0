"""The process that draws a page of a PDF: answers the number of pages, then the page in shades of grey (PGM).

Its arguments: the memory it may take, in megabytes; a path; the rank of the page, from 0. It fails on all that PDFium
refuses.
"""

from __future__ import annotations

import math
import sys
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]

from registre.draft.ocr import DPI, SECONDS
from registre.source.pdf_child import end_alone, limit_memory

MAX_PIXELS = 20_000_000  # an A3 page at 300 dpi has 17 million
_POINTS = 72  # in an inch


def main() -> None:
    """Draw the page."""
    limit_memory(int(sys.argv[1]))
    end_alone(int(2 * SECONDS))
    document = pypdfium2.PdfDocument(Path(sys.argv[2]).read_bytes())
    out = sys.stdout.buffer
    out.write(b"%d\n%s" % (len(document), _pgm(document[int(sys.argv[3])])))
    out.flush()


def _pgm(page: Any) -> bytes:
    """The page at 300 dpi, or as many as its size allows (netpbm.sourceforge.net/doc/pgm.html)."""
    width, height = page.get_size()
    scale = min(DPI / _POINTS, math.sqrt(MAX_PIXELS / (width * height)))
    drawn = page.render(scale=scale, grayscale=True)
    data, stride = bytes(drawn.buffer), drawn.stride
    rows = b"".join(data[row * stride : row * stride + drawn.width] for row in range(drawn.height))
    return b"P5 %d %d 255\n%s" % (drawn.width, drawn.height, rows)


if __name__ == "__main__":
    main()
