"""Where brackets open and close in a string."""

from __future__ import annotations

import re

_BRACKET = re.compile(r"[()\[\]]")
_OPENS = {")": "(", "]": "["}
_LONGEST = 300  # characters from bracket to bracket: what is longer is no citation


def pairs(text: str) -> list[tuple[int, int]]:
    """Start and end of each pair of brackets, ``text[start:end]`` with the brackets, the outer ones before what is in them.

    One pass; brackets without a partner, and pairs further apart than any citation, are left out.
    """
    found = []
    waiting: dict[str, list[int]] = {"(": [], "[": []}
    for match in _BRACKET.finditer(text):
        char, place = match.group(), match.start()
        if char in waiting:
            waiting[char].append(place)
        elif waiting[_OPENS[char]]:
            start = waiting[_OPENS[char]].pop()
            if place - start < _LONGEST:
                found.append((start, place + 1))
    return sorted(found)


def untouched(brackets: list[tuple[int, int]], taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those of ``brackets``, which are in order, that no stretch of ``taken`` has a part in."""
    spans = sorted(taken)
    free = []
    place = 0
    for start, end in brackets:
        while place < len(spans) and spans[place][1] <= start:
            place += 1
        if not (place < len(spans) and spans[place][0] < end):
            free.append((start, end))
    return free
