"""The annotated essay: the text line by line, cut where marks begin and end, with its notes beside."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from grader.model import Span
from grader.report import points
from grader.result import BlockRecord, FindingRecord, Result

LETTERS = {"structure": "S", "coverage": "C", "language": "L", "referencing": "R", "presentation": "P"}
ROOM_NAMES = {
    "structure": "structure",
    "coverage": "content and relevance",
    "language": "language",
    "referencing": "evidence",
    "presentation": "presentation",
}
_SHOWN_THOUGH_UNREAD = ("<", "[^", "`")  # tags, footnote marks and code: not prose, but the student's own text
_HEADING_MARKS = "#*_ \t"  # Markdown's signs of a heading; the line says so by its look
_FEW_WORDS = 5  # of a sentence-long finding only the first words are underlined


def letters() -> list[tuple[str, str, str]]:
    """(room, letter, plain name) for the legend."""
    return [(room, LETTERS[room], ROOM_NAMES[room]) for room in LETTERS]


@dataclass(frozen=True, slots=True)
class Note:
    """One numbered note: the finding and its letter."""

    number: int
    letter: str
    room: str
    finding: FindingRecord


@dataclass(frozen=True, slots=True)
class Mark:
    """A place where an expected point is made, or taken up to deny it: its number in the grid and the id for its links."""

    span: Span
    number: int
    anchor: str
    made: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with one look: struck, inserted, underlined for a room, ``made`` where it makes an expected point;
    ``note`` and ``marks`` begin here when set."""

    text: str
    kind: str = ""  # "struck", "inserted" or ""
    room: str = ""
    note: Note | None = None
    made: bool = False
    marks: tuple[Mark, ...] = ()

    @property
    def look(self) -> str:
        """Its classes in the page; "" for plain text."""
        return " ".join([*(("u", self.room) if self.room else ()), *(("made",) if self.made else ())])


@dataclass(slots=True)
class Line:
    """One source line: its number, what kind of block it belongs to ("unread" where it is none of the answer: a name, a page
    mark), its pieces, and its notes by sentence."""

    number: int
    kind: str
    pieces: list[Piece]
    cards: list[list[Note]] = field(default_factory=list)


def notes(result: Result) -> list[Note]:
    """All findings as numbered notes, by place."""
    return [Note(i, LETTERS[_room(finding)], _room(finding), finding) for i, finding in enumerate(result.findings, 1)]


def endnotes(result: Result) -> list[tuple[str, FindingRecord]]:
    """For print: each different note once, with the marks under which it stands ("L8, L9, L12")."""
    groups: dict[tuple[str, str, str], list[Note]] = {}
    for note in notes(result):
        groups.setdefault((note.letter, note.finding.message, note.finding.advice), []).append(note)
    return [(", ".join(f"{note.letter}{note.number}" for note in group), group[0].finding) for group in groups.values()]


def marks(result: Result) -> list[Mark]:
    """Every place of the coverage grid; what only comes near a point is not marked."""
    rows = points.rows(result)
    made = [Mark(place.span, row.number, place.anchor, True) for row in rows for place in row.places]
    return made + [Mark(row.denied.span, row.number, row.denied.anchor, False) for row in rows if row.denied]


def _room(finding: FindingRecord) -> str:
    return finding.check.partition(".")[0]


def lines(result: Result) -> list[Line]:
    """Every line of the essay that holds text."""
    text = result.essay.text
    every = notes(result)
    shown = [(_underlined(text, note.finding), note) for note in every]
    made = marks(result)
    found = []
    start = 0
    for number, raw in enumerate(text.split("\n"), 1):
        span = Span(start, start + len(raw))
        start += len(raw) + 1
        if not raw.strip():
            continue
        block = _block_at(result, span)
        pieces = list(_pieces(result, span, shown, made, _heading_marks(text, block, span)))
        line = Line(number, block.kind if block else "unread", pieces)
        line.cards = list(_cards(text, [note for note in every if span.start <= note.finding.span.start < span.end]))
        found.append(line)
    return found


def _block_at(result: Result, span: Span) -> BlockRecord | None:
    starts = [block.span.start for block in result.essay.blocks]
    i = bisect_right(starts, span.end) - 1
    return result.essay.blocks[i] if i >= 0 and result.essay.blocks[i].span.touches(span) else None


def _heading_marks(text: str, block: BlockRecord | None, line: Span) -> list[Span]:
    """The signs before and after a heading's words ("## ", " ##"); other lines have none."""
    if block is None or block.kind not in ("heading", "title"):
        return []
    around = (Span(line.start, max(line.start, block.span.start)), Span(min(line.end, block.span.end), line.end))
    return [span for span in around if text[slice(*span)] and not text[slice(*span)].strip(_HEADING_MARKS)]


def _underlined(text: str, finding: FindingRecord) -> Span:
    """The part of a finding that is underlined: all of a short one, the first words of a long one."""
    words = finding.quote.split()
    if len(words) <= _FEW_WORDS + 2:
        return finding.span
    end = finding.span.start
    for word in words[:_FEW_WORDS]:
        end = text.index(word, end) + len(word)
    return Span(finding.span.start, end)


def _pieces(
    result: Result,
    line: Span,
    shown: Sequence[tuple[Span, Note]],
    made: Sequence[Mark],
    heading_marks: Sequence[Span],
) -> Iterator[Piece]:
    essay = result.essay
    here = [(span, note) for span, note in shown if span.touches(line)]
    marked = [mark for mark in made if mark.span.touches(line)]
    struck = _touching(essay.struck, line)
    inserted = _touching(essay.inserted, line)
    hidden = [span for span in _touching(essay.hidden, line) if not any(s.holds(span) for s in struck)]
    cuts = {line.start, line.end}
    for span in [
        *(span for span, _ in here),
        *(mark.span for mark in marked),
        *struck,
        *inserted,
        *hidden,
        *heading_marks,
    ]:
        cuts.update(place for place in span if line.start < place < line.end)
    places = sorted(cuts)
    for start, end in itertools.pairwise(places):
        segment = Span(start, end)
        starting = [note for span, note in here if max(span.start, line.start) == start and span.start >= line.start]
        covering = [note for span, note in here if span.holds(segment)]
        kind = (
            "struck"
            if any(span.holds(segment) for span in struck)
            else "inserted"
            if any(span.holds(segment) for span in inserted)
            else ""
        )
        raw = essay.text[start:end]
        if any(span.holds(segment) for span in hidden) and not raw.startswith(_SHOWN_THOUGH_UNREAD):
            raw = ""
        if any(span.holds(segment) for span in heading_marks):
            raw = ""
        if kind == "struck":
            raw = raw.replace("~~", "")
        begun = tuple(mark for mark in marked if mark.span.start == start)
        if begun:
            yield Piece("", marks=begun)
        for note in starting[:-1]:
            yield Piece("", kind, note.room, note)
        yield Piece(
            raw,
            kind,
            covering[-1].room if covering else "",
            starting[-1] if starting else None,
            any(mark.made and mark.span.holds(segment) for mark in marked),
        )


def _touching(spans: Sequence[Span], line: Span) -> list[Span]:
    """Those of the spans, which are in order and apart, that touch the line."""
    first = bisect_left(spans, line.start, key=lambda span: span.end)
    last = bisect_right(spans, line.end, key=lambda span: span.start)
    return [span for span in spans[first:last] if span.touches(line)]


def _cards(text: str, here: list[Note]) -> Iterator[list[Note]]:
    """Notes gathered by sentence, the weightiest first in each."""
    rank = {"major": 0, "minor": 1, "advice": 2}
    groups: dict[int, list[Note]] = {}
    for note in here:
        before = text[: note.finding.span.start]
        sentence = max(before.rfind(stop) for stop in (". ", "? ", "! ", "\n"))
        groups.setdefault(sentence, []).append(note)
    for group in groups.values():
        yield sorted(group, key=lambda note: (rank[note.finding.severity], note.number))
