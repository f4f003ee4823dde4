"""Words of a view."""

from __future__ import annotations

import re

from grader.model import Token, View

# Letters and digits with inner apostrophes, hyphens, decimal points and thousands commas: "don't", "2.5", "30,000". A
# word of a candidate's name that is covered ("███", see grader/blind.py) is a word still.
WORD = re.compile(r"[\w█]+(?:['’\-‐‑]\w+|(?<=\d)[.,](?=\d)\w+)*")


def tokens(view: View, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Words of ``view.text[start:end]`` with their spans in the essay."""
    found = WORD.finditer(view.text, start, len(view.text) if end is None else end)
    return tuple(Token(view.source(*match.span()), match.group()) for match in found)


def count_words(text: str) -> int:
    """Number of words in a plain string."""
    return sum(1 for _ in WORD.finditer(text))
