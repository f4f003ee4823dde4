"""Bullets and numbers in front of list items and headings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from grader.readers.pdf.lines import Line
from grader.segment.numerals import roman

_BULLET = re.compile(r"[•◦▪▫●○■□–—*·‣⁃∙➢➤►✓✔❖♦\-\uf0b7\uf0a7\uf0d8\uf076\uf0fc]|o")
_SURE_BULLET = re.compile(r"[•◦▪▫●○■□·‣⁃∙➢➤►✓✔❖♦\uf0b7\uf0a7\uf0d8\uf076\uf0fc]")
_NUMBER = re.compile(r"(\(?)(\d{1,2}(?:\.\d{1,2})*|[ivxIVX]{1,5}|[a-zA-Z])([.)]{1,2})|(\d{1,2}(?:\.\d{1,2})+)")


@dataclass(frozen=True, slots=True)
class Marker:
    """``number``: as shown, "" for a bullet; ``values``: figures to count by; ``scheme`` tells one kind from another.

    ``text_x``: where the words behind it begin; ``sure``: nothing but a list's or heading's marker looks like this.
    """

    number: str
    values: tuple[tuple[str, int], ...]
    text_x: float
    sure: bool
    tabbed: bool


def marker(line: Line) -> Marker | None:
    """What a line begins with, if that could be a bullet or a number."""
    if len(line.words) < 2 or line.words[1].glued:
        return None
    first, second = line.words[0], line.words[1]
    tabbed = second.x0 - first.x1 > 0.45 * line.size
    if _BULLET.fullmatch(first.text):
        return Marker("", (), second.x0, bool(_SURE_BULLET.fullmatch(first.text)), tabbed)
    match = _NUMBER.fullmatch(first.text)
    if match is None:
        return None
    number = match.group(2) or match.group(4)
    return Marker(first.text, _values(number), second.x0, "." in number, tabbed)


def _values(number: str) -> tuple[tuple[str, int], ...]:
    """Each way of counting that a number may belong to, with its place there: "i" is the first Roman and the ninth letter."""
    if number[0].isdigit():
        figures = number.split(".")
        return (("." * len(figures) + ".".join(figures[:-1]), int(figures[-1])),)
    case = "a" if number.islower() else "A"
    found = []
    value = roman(number)
    if value:
        found.append((f"roman{case}", value))
    if len(number) == 1:
        found.append((f"letter{case}", ord(number.lower()) - ord("a") + 1))
    return tuple(found)


def counts_on(before: Marker, after: Marker) -> bool:
    """Whether a number is the next after another: "2." and "3.", "(a)" and "(b)"; or both are bullets."""
    if not before.number or not after.number:
        return not before.number and not after.number
    return any((scheme, value + 1) in after.values for scheme, value in before.values)


def is_first(one: Marker) -> bool:
    """Whether a list can begin with it."""
    return not one.number or any(value == 1 for _, value in one.values)
