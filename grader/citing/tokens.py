"""An entry's text as pieces that each belong to one field: the words between spaces, and what is run together cut apart."""

from __future__ import annotations

import re

_PIECE = re.compile(r"\S+")
_ADDRESS = re.compile(r"https?:|www\.|//|\b10\.\d{4}|@|doi", re.IGNORECASE)
# Run together: "Khan,S.(2019).Water", "London:Penguin". Not "Ph.D.", "12(3)" or "J.K.".
_SEAM = re.compile(
    r"(?<=[a-z][.,;])(?=\([12])|(?<=[A-Z]\.)(?=\([12])|(?<=\d\))(?=[A-Z“‘\"'])|(?<=\d\)[.,:])(?=[^\W\d_“‘\"'])"
    r"|(?<=[a-z]{3}[,.;:])(?=[^\W\d_])|(?<=[a-z]{3},)(?=\d)|(?<=\d\),)(?=\d)|(?<=[.,]”)(?=\w)"
)


def tokens(text: str) -> list[tuple[int, int]]:
    """Start and end of every piece of ``text``, in order; no piece is empty or holds white space."""
    found: list[tuple[int, int]] = []
    for piece in _PIECE.finditer(text):
        start, end = piece.span()
        if not _ADDRESS.search(piece.group()):
            for seam in _SEAM.finditer(piece.group()):
                cut = piece.start() + seam.start()
                if start < cut < end:
                    found.append((start, cut))
                    start = cut
        found.append((start, end))
    return found
