"""Words to index beside a page's visible text, for people who type things otherwise.

Pagefind finds a word by its beginning. It indexes « 2025CM26 » as ``2025cm26`` and
« coffre-fort » as ``coffrefort``, ``coffre`` and ``fort``; so ``CM26``, the middle of an
identifier, or « e administration » written in two words would be missed. The words returned
here go into a ``data-pagefind-meta`` attribute: indexed, never shown, never read aloud.
"""

import re

_TOKEN = re.compile(r"\w+(?:[-/.,:]\w+)*")  # « 062-216204800-20250403-605-CC », « L.2131-1 »
_RUN = re.compile(r"\d+|[^\W\d_]+")
_GLUED = re.compile(r"[°º](\w+)")  # « n°605bis », of which Pagefind has no « 605bis »
_SPACED_NUMBER = re.compile(r"(?<!\w)(\d+)(?:\s+[-/]\s*|\s*[-/]\s+)(\d+)(?!\w)")
_SPACED_E = re.compile(r"(?<![\w'’])e\s([^\W\d_]{4,})", re.IGNORECASE)


def search_words(*texts: str) -> str:
    """Return the extra words of ``texts``: lower case, sorted, each once, separated by spaces."""
    words: set[str] = set()
    for text in texts:
        for token in _TOKEN.findall(text):
            words.update(_tails(token))
        for token in _GLUED.findall(text):
            if len(_RUN.findall(token)) > 1:
                words.add(token.lower())
        for match in _SPACED_NUMBER.finditer(text):
            words.add(match[1] + match[2])
        for match in _SPACED_E.finditer(text):
            words.add("e" + match[1].lower())
    return " ".join(sorted(words))


def _tails(token: str) -> set[str]:
    """Return what is left of ``token`` from each of its runs of digits or letters but the first.

    As a search matches the beginning of words, this is enough to find any part:
    « DELIB-2024-37 » gives ``202437`` and ``37``. Tails without digits or of one
    character are left out: they are ordinary words or found too often.
    """
    runs = _RUN.findall(token.lower())
    tails = ("".join(runs[start:]) for start in range(1, len(runs)))
    return {tail for tail in tails if len(tail) > 1 and any(char.isdigit() for char in tail)}
