"""Numbers of list items and headings as documents show them: 3, iii, C."""

from __future__ import annotations

from grader.segment.numerals import ROMANS

_MOST_LETTERS = 3 * 26  # "ZZZ"; a file may claim to begin at any number


def written(value: int, form: str) -> str:
    """A counter's value.

    Args:
        value: from 1.
        form: "1", "i", "I", "a" or "A", as HTML's ``type`` has them; "" for none.
    """
    if not form:
        return ""
    if form in "iI":
        roman = ROMANS[value - 1] if 1 <= value <= len(ROMANS) else str(value)
        return roman if form == "I" else roman.lower()
    if form in "aA" and 1 <= value <= _MOST_LETTERS:
        letter = chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letter if form == "A" else letter.lower()
    return str(value)
