"""What a page brings with it and nobody wrote as part of the answer: running heads, page numbers, "Ans:", a count of words."""

from __future__ import annotations

import re
from collections import defaultdict

_COUNTED = re.compile(
    r"^[ \t>*_(\[]*(?:(?:total\s+|approx\.?\s+)?(?:word\s*count|number of words|words|total words)\s*[:=–—-]+\s*(?:about\s+|approx\.?\s+|~\s*)?\d[\d,.]*(?:\s*words)?"
    r"|(?:about\s+|approx\.?\s+)?\d[\d,]*\s+words)(?:\s*\([^()\n]{3,60}\))?[ \t.*_)\]]*$",
    re.IGNORECASE | re.MULTILINE,
)
_LABEL = re.compile(
    r"^[ \t>*_]*(?:ans(?:wer)?\.?[ \t]*[:.–—-]+|the[ \t]+end\.?|\*?[ \t]*end[ \t]*\*?)[ \t*_]*$",
    re.IGNORECASE | re.MULTILINE,
)
_PAGE_NUMBER = re.compile(r"^[ \t]*[-–—]?[ \t]*\d{1,3}[ \t]*[-–—]?[ \t]*$", re.MULTILINE)
_LINE = re.compile(r"^[ \t]*(?P<held>\S.{3,89})$", re.MULTILINE)
_OFTEN = 3  # times that a line comes again, to be a running head
_NO_HEAD = re.compile(r"\d|roll|page|name", re.IGNORECASE)
_MARKED = re.compile(r"[-*+•>#|]|\(?\w{1,3}[.)]\s|\d{1,2}(?:\.\d{1,2})*\s")


def furniture(text: str) -> list[tuple[int, int]]:
    """Its stretches, in order."""
    found = [match.span() for pattern in (_COUNTED, _LABEL, _PAGE_NUMBER) for match in pattern.finditer(text)]
    return sorted(found + _running_heads(text))


def _running_heads(text: str) -> list[tuple[int, int]]:
    """A short line with a number or a name in it that comes again and again; the number of a page may change."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for match in _LINE.finditer(text):
        held = match["held"].rstrip()
        if _NO_HEAD.search(held) and not _MARKED.match(held) and not held.endswith((".", "?", "!", ":", ",", ";")):
            plain = " ".join(held.split()).lower()
            places[re.sub(r"\d+", "0", plain) if "page" in plain else plain].append(match.span())
    return [span for spans in places.values() if len(spans) >= _OFTEN for span in spans]
