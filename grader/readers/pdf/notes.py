"""Footnotes: small type at the foot of a page or the end of the document, begun by a mark that stands in the text too."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from grader.readers.pdf.lines import Line
from grader.readers.pdf.measure import Measure

_SMALL = 0.94  # of the body's size
_MARK = re.compile(r"[\[(]?(\d{1,3}|[*†‡§]{1,3}|[a-z]|[ivx]{1,4})[.)\]]?")


@dataclass(frozen=True, slots=True)
class Note:
    """One footnote. ``mark`` is what is printed, ``label`` has no other of its name in the document."""

    mark: str
    label: str
    page: int
    lines: tuple[Line, ...]


def take_notes(lines: Sequence[Line], sizes: Measure) -> tuple[list[Line], list[Note]]:
    """The text's lines without footnotes, and the footnotes."""
    columns: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        columns[line.column].append(line)
    called = _called(lines)
    notes: list[Note] = []
    seen: Counter[str] = Counter()
    taken: set[int] = set()
    for column in columns.values():
        start = len(column)
        while start and column[start - 1].size <= _SMALL * sizes.size:
            start -= 1
        foot = column[start:]
        first = next((at for at, line in enumerate(foot) if _begins(line, called, notes)), len(foot))
        if first and notes and _goes_on(foot[:first], column[:start], notes[-1]):
            notes[-1] = replace(notes[-1], lines=(*notes[-1].lines, *foot[:first]))
            taken |= {id(line) for line in foot[:first]}
        for line in foot[first:]:
            mark = _begins(line, called, notes)
            if mark:
                notes.append(Note(mark, _label(mark, seen), line.page, (_without_mark(line),)))
            else:
                notes[-1] = replace(notes[-1], lines=(*notes[-1].lines, line))
            taken.add(id(line))
    return [line for line in lines if id(line) not in taken], notes


def _called(lines: Sequence[Line]) -> set[str]:
    """Marks that stand in the text."""
    return {
        line.words[at].text.strip("[]")
        for line in lines
        for at in range(1, len(line.words))
        if line.is_mark(at) and line.words[at].glued
    }


def _begins(line: Line, called: set[str], notes: list[Note]) -> str:
    """The mark that a note's first line begins with, "" for other lines."""
    match = _MARK.fullmatch(line.words[0].text)
    if match is None or len(line.words) < 2:
        return ""
    mark = match.group(1)
    if mark not in called:
        return ""
    last = notes[-1].mark if notes else ""
    # a line of a note may begin with a figure by chance: notes count up by one, or begin again on a page of their own
    if mark.isdecimal() and last.isdecimal() and int(mark) != int(last) + 1 and line.page == notes[-1].page:
        return ""
    return mark


def _goes_on(lines: list[Line], above: list[Line], note: Note) -> bool:
    """Whether small lines at the foot of the next page are the rest of a note that broke off."""
    broke_off = not note.lines[-1].text.rstrip().endswith((".", "”", "’", ")", "!", "?"))
    return bool(above) and broke_off and lines[0].page == note.page + 1


def _label(mark: str, seen: Counter[str]) -> str:
    """The mark itself, or with a number behind it where notes begin at 1 again on every page."""
    seen[mark] += 1
    return f"{mark}-{seen[mark]}" if seen[mark] > 1 else mark


def _without_mark(line: Line) -> Line:
    return replace(line, words=(replace(line.words[1], glued=False), *line.words[2:]))


def by_mark(notes: Sequence[Note]) -> dict[str, list[Note]]:
    """Notes under their marks, as :func:`label_for` looks them up."""
    found: dict[str, list[Note]] = defaultdict(list)
    for note in notes:
        found[note.mark].append(note)
    return found


def label_for(mark: str, page: int, notes: Mapping[str, Sequence[Note]]) -> str:
    """The label of the note that a mark on a page calls: the one at its foot, or at the document's end; "" for none."""
    same = notes.get(mark, ())
    at = bisect_left(same, page, key=lambda note: note.page)
    return same[min(at, len(same) - 1)].label if same else ""
