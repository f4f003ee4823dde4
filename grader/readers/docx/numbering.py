"""The numbers that Word gives list items and headings: counted here, for the file holds only the rules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grader.readers.counting import written
from grader.readers.docx.styles import W, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_FORMS = {
    "upperRoman": "I",
    "lowerRoman": "i",
    "upperLetter": "A",
    "lowerLetter": "a",
    "bullet": "",
    "none": "",
}
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """How one depth of a list is numbered: ``form`` as in :func:`~grader.readers.counting.written`, ``text`` with "%1"."""

    form: str = ""
    text: str = ""
    start: int = 1


class Numbering:
    """Counts through a document: :meth:`next` is asked for each numbered paragraph once, in order."""

    def __init__(self, root: _Element | None) -> None:
        self._lists: dict[str, str] = {}  # of a list: the abstract list that its counters belong to
        self._levels: dict[str, dict[int, Level]] = {}
        self._restarts: dict[tuple[str, int], int] = {}
        self._counters: dict[str, list[int | None]] = {}
        if root is None:
            return
        abstract = {one.get(f"{W}abstractNumId", ""): one for one in root.iterchildren(f"{W}abstractNum")}
        for one in root.iterchildren(f"{W}num"):
            name, base = one.get(f"{W}numId", ""), value(one, "abstractNumId") or ""
            self._lists[name] = base
            self._levels[name] = _levels(_linked(abstract, base))
            for override in one.iterchildren(f"{W}lvlOverride"):
                depth = number(override.get(f"{W}ilvl"), 0)
                start = value(override, "startOverride")
                if start is not None:
                    self._restarts[name, depth] = number(start, 1)
                for level in override.iterchildren(f"{W}lvl"):
                    self._levels[name][depth] = _level(level)

    def next(self, name: str, depth: int) -> str | None:
        """The number of the next paragraph of a list at a depth from 0; "" for a bullet; None for no list at all."""
        if name not in self._lists or not 0 <= depth < _LEVELS:
            return None
        levels = self._levels[name]
        level = levels.get(depth, Level())
        counters = self._counters.setdefault(self._lists[name], [None] * _LEVELS)
        restart = self._restarts.pop((name, depth), None)
        before = counters[depth]
        counters[depth] = restart if restart is not None else level.start if before is None else before + 1
        counters[depth + 1 :] = [None] * (_LEVELS - depth - 1)
        if not level.form:
            return ""
        return re.sub(r"%([1-9])", lambda match: self._shown(levels, counters, int(match.group(1)) - 1), level.text)

    @staticmethod
    def _shown(levels: dict[int, Level], counters: list[int | None], depth: int) -> str:
        level = levels.get(depth, Level("1"))
        count = counters[depth]
        return written(level.start if count is None else count, level.form or "1")


def _linked(abstract: dict[str, _Element], name: str) -> _Element | None:
    """An abstract list's rules, which may stand in another one that it names by a style."""
    one = abstract.get(name)
    link = value(one, "numStyleLink")
    if link is None:
        return one
    return next((other for other in abstract.values() if value(other, "styleLink") == link), one)


def _levels(abstract: _Element | None) -> dict[int, Level]:
    if abstract is None:
        return {}
    return {number(level.get(f"{W}ilvl"), 0): _level(level) for level in abstract.iterchildren(f"{W}lvl")}


def _level(level: _Element) -> Level:
    form = _FORMS.get(value(level, "numFmt") or "decimal", "1")
    return Level(form, value(level, "lvlText") or "", number(value(level, "start"), 1))
