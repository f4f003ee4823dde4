"""Words -> lines in reading order, two columns one after the other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil

from grader.readers.pdf.glyphs import Page, Word

_MARK = re.compile(r"\[?(?:\d{1,3}|[*†‡§]{1,3}|[a-z]|[ivx]{1,4})\]?")
_GUTTER = (0.3, 0.7)  # of the page's width: where the space between two columns is looked for
_COLUMN_LINES = 8  # fewer lines on either side are no column
_NARROWEST = 200  # points of a page with two columns
_FILLED = 0.45  # of a column's lines are nearly as wide as it is; a table's cells are not


@dataclass(frozen=True)
class Line:
    """Words on one baseline. ``column`` counts over the whole document, so that lines of one number stand under each other."""

    words: tuple[Word, ...]
    page: int
    column: int
    y: float
    size: float
    bold: bool
    slanted: bool

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @cached_property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)

    @cached_property
    def text(self) -> str:
        return "".join(
            word.text if not place or word.glued else f" {word.text}" for place, word in enumerate(self.words)
        )

    def is_mark(self, place: int) -> bool:
        """Whether a word is a note's mark: figures or a sign set higher than its line, right behind a word or at the front."""
        word = self.words[place]
        return (
            word.y - self.y > 0.15 * self.size
            and (not place or word.glued)
            and len(self.words) > 1
            and bool(_MARK.fullmatch(word.text))
        )


def read_lines(pages: Sequence[Page]) -> list[Line]:
    """Every line of the document, in the order in which it is read."""
    found: list[Line] = []
    column = 0
    for number, page in enumerate(pages):
        lines = _lines(list(page.words), number)
        for part in _columns(lines, page):
            found += [
                Line(line.words, number, column, line.y, line.size, line.bold, line.slanted)
                for line in _lines(part, number)
            ]
            column += 1
    return found


def _lines(words: list[Word], page: int) -> list[Line]:
    """Words gathered by their baselines, from the top of the page down and from left to right."""
    raised, level = _raised(words)
    rows: list[list[Word]] = []
    for word in sorted(level, key=lambda word: -word.y):
        if rows and rows[-1][0].y - word.y < 0.3 * min(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
    bases = [-row[0].y for row in rows]
    for word in raised:
        below = bisect_left(bases, -word.y)
        row = rows[below] if below < len(rows) else rows[-1]
        row.append(word)
    return [_line(row, page) for row in rows]


def _raised(words: list[Word]) -> tuple[list[Word], list[Word]]:
    """Marks set above the baseline of the word beside them, and all other words."""
    raised, level = [], []
    for place, word in enumerate(words):
        short = len(word.text) <= 4
        before = words[place - 1] if place and short and _is_above(word, words[place - 1]) else None
        after = words[place + 1] if place + 1 < len(words) and short and not before else None
        if before and abs(word.x0 - before.x1) < 0.25 * before.size:
            raised.append(_set(word, glued=True))
        elif after and _is_above(word, after) and 0 <= after.x0 - word.x1 < 1.5 * after.size:
            raised.append(word)
        else:
            level.append(word)
    return raised, level


def _is_above(word: Word, base: Word) -> bool:
    return 0.15 * base.size < word.y - base.y < 0.8 * base.size and word.size <= 1.05 * base.size


def _line(row: list[Word], page: int) -> Line:
    words = sorted(row, key=lambda word: word.x0)
    sizes: Counter[float] = Counter()
    bases: Counter[float] = Counter()
    bold = slanted = letters = 0
    for word in words:
        sizes[word.size] += len(word.text)
        bases[word.y] += len(word.text)
        if any(map(str.isalnum, word.text)):
            letters += len(word.text)
            bold += word.bold * len(word.text)
            slanted += word.slanted * len(word.text)
    kept = [
        word if not word.glued or (place and _beside(words[place - 1], word)) else _set(word, glued=False)
        for place, word in enumerate(words)
    ]
    return Line(
        tuple(kept),
        page,
        0,
        bases.most_common(1)[0][0],
        sizes.most_common(1)[0][0],
        letters > 0 and bold >= 0.9 * letters,
        letters > 0 and slanted >= 0.9 * letters,
    )


def _beside(before: Word, word: Word) -> bool:
    return word.x0 - before.x1 < 0.3 * word.size


def _set(word: Word, *, glued: bool) -> Word:
    return Word(word.text, word.x0, word.x1, word.y, word.size, word.bold, word.slanted, glued)


def _columns(lines: list[Line], page: Page) -> list[list[Word]]:
    """The words of each column in turn; lines across the whole page (a title) part what is above from what is below."""
    everything = [word for line in lines for word in line.words]
    gutter = _gutter(lines, page)
    if gutter is None:
        return [everything] if everything else []
    parts: list[list[Word]] = []
    left: list[Word] = []
    right: list[Word] = []
    for line in lines:
        if _crosses(line, gutter):
            parts += [left, right, list(line.words)]
            left, right = [], []
        else:
            left += [word for word in line.words if word.x1 <= gutter]
            right += [word for word in line.words if word.x1 > gutter]
    parts += [left, right]
    return [part for part in parts if part]


def _crosses(line: Line, gutter: float) -> bool:
    """Whether a line runs on over the gutter: a word on it, or no more than a word's space between two beside it."""
    return any(start <= gutter < end for start, end in _filled(line))


def _filled(line: Line) -> list[tuple[float, float]]:
    """Stretches of a line without a gap as wide as a gutter's."""
    found: list[tuple[float, float]] = []
    for word in line.words:
        if found and word.x0 - found[-1][1] < 0.9 * line.size:
            found[-1] = found[-1][0], max(found[-1][1], word.x1)
        else:
            found.append((word.x0, word.x1))
    return found


def _gutter(lines: list[Line], page: Page) -> float | None:
    """Where the space between two columns of running text is; None on a page of one column."""
    if len(lines) < _COLUMN_LINES or page.width < _NARROWEST:
        return None
    step = page.width / 100
    low, high = (round(share * 100) for share in _GUTTER)
    crossed = dict.fromkeys(range(low, high), 0)
    for line in lines:
        for start, end in _filled(line):
            for place in range(max(low, ceil(start / step)), min(high, ceil(end / step))):
                crossed[place] += 1
    fewest = min(crossed.values())
    if fewest > 0.25 * len(lines):
        return None
    places = [place for place, count in crossed.items() if count == fewest]
    gutter = places[len(places) // 2] * step
    inside = [line for line in lines if not _crosses(line, gutter)]
    for side in (
        [[word for word in line.words if word.x1 <= gutter] for line in inside],
        [[word for word in line.words if word.x1 > gutter] for line in inside],
    ):
        widths = [words[-1].x1 - words[0].x0 for words in side if words]
        if len(widths) < _COLUMN_LINES or sum(width > 0.75 * max(widths) for width in widths) < _FILLED * len(widths):
            return None
        if max(widths) < 0.25 * page.width:
            return None
    return gutter
