"""Entries that are not written like most of their list: the list is held against itself, whatever its style."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from grader.citing.model import Entry
from grader.citing.styles import traits

FEWEST = 4  # entries that show a trait before there is a "most"
MOSTLY = 0.75
PLAIN = 2  # weight from which an entry is written otherwise
_WEIGHED = ("date", "names", "join", "quoted", "counted", "pages")
_LATE = frozenset({"late", "bracket-late", "run-on"})
_IN_BRACKETS = {"bracket-stop", "bracket-open"}  # a full stop apart
_FAMILY_FIRST = frozenset({"initials-after", "given-after", "run-on"})


@dataclass(frozen=True, slots=True)
class Odd:
    """An entry (by its place) that differs from most of the list: (trait, what most have, what it has)."""

    place: int
    differs: tuple[tuple[str, str, str], ...]


def odd_ones(entries: Sequence[Entry]) -> tuple[Odd, ...]:
    """Entries that plainly differ from what at least three quarters of the list do; none where the list has no such way."""
    shown = [_grouped(traits(entry)) if _well_read(entry) else {} for entry in entries]
    usual: dict[str, str] = {}
    for trait in _WEIGHED:
        count = Counter(one[trait] for one in shown if trait in one)
        value, times = count.most_common(1)[0] if count else ("", 0)
        if times >= FEWEST and times >= MOSTLY * count.total():
            usual[trait] = value
    found = []
    for place, one in enumerate(shown):
        differs = [(trait, value, one[trait]) for trait, value in usual.items() if trait in one and one[trait] != value]
        if sum(_weight(*difference) for difference in differs) >= PLAIN:
            found.append(Odd(place, tuple(differs)))
    return tuple(found) if 2 * len(found) < len(entries) else ()


def _well_read(entry: Entry) -> bool:
    """Whether there is an author, and no name has brackets in it: else the parts of the entry are not what they seem."""
    return bool(entry.authors) and not any(re.search(r"[\[\]]", name.family + name.given) for name in entry.authors)


def _grouped(shown: dict[str, str]) -> dict[str, str]:
    """Without what depends on the kind of work and is no difference of style: where a late year stands, whether a journal has
    numbers beside its volumes, "pp." before the pages of a chapter."""
    kept = dict(shown)
    if shown.get("date") in _LATE:
        kept["date"] = "late"
    if shown.get("counted") == "vol-no":
        kept["counted"] = "vol"
    if shown.get("counted") == "bare":
        del kept["counted"]
    if shown.get("pages") not in (None, "pp", "bare"):
        del kept["pages"]
    return kept


def _weight(trait: str, usual: str, own: str) -> int:
    """2 for what no writer does by the way: the year in another place, the surname at the other end."""
    if trait == "date":
        return 1 if {usual, own} == _IN_BRACKETS else 2
    if trait == "names":
        return 2 if (usual in _FAMILY_FIRST) != (own in _FAMILY_FIRST) or "run-on" in (usual, own) else 1
    return 1
