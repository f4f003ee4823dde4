"""Tables, where they can be told plainly: two rows or more of cells that stand under one another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from grader.readers.pdf.glyphs import Word
from grader.readers.pdf.lines import Line
from grader.readers.pdf.markers import marker

_GAP = 1.3  # sizes of type between two cells: no justified line is stretched as far
_MOST_ROWS = 100  # a longer table is several
_NEAR = 4.0  # points
_SENTENCE = re.compile(r"[.;:,][\"'”’)]*$")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, and how many of the document's lines they take up from ``start``."""

    start: int
    end: int
    rows: tuple[tuple[str, ...], ...]


def find_tables(lines: Sequence[Line]) -> list[Table]:
    """All tables, in order; none overlap."""
    found: list[Table] = []
    place = 0
    while place < len(lines):
        rows = _rows(lines, place)
        if len(rows) < 2:
            place += 1
            continue
        head = _head(lines, place, rows) if place > (found[-1].end if found else 0) else ()
        found.append(
            Table(place - bool(head), place + len(rows), tuple(tuple(map(_text, row)) for row in (*head, *rows)))
        )
        place += len(rows)
    return found


def _rows(lines: Sequence[Line], place: int) -> list[list[list[Word]]]:
    """The rows that begin with a line, each in as many cells; fewer than two where it begins no table."""
    rows: list[list[list[Word]]] = []
    for at in range(place, min(len(lines), place + _MOST_ROWS)):
        line = lines[at]
        cells = _cells(line)
        if len(cells) < 2 or line.column != lines[place].column or (len(cells) == 2 and marker(line)):
            break
        if rows and not 0 < lines[at - 1].y - line.y < 4 * line.size:
            break
        longer = _flush([*rows, cells])
        if not longer and (not rows or _under(rows[0], cells)):
            longer = [*rows, cells]
        if not longer:
            break
        rows = longer
    return rows


def _flush(rows: list[list[list[Word]]]) -> list[list[list[Word]]]:
    """Rows cut anew where words of all of them begin at one place: a full cell leaves no wide gap before the next."""
    words = [list(chain.from_iterable(row)) for row in rows]
    starts = sorted({cell[0].x0 for row in rows for cell in row})
    shared: list[float] = []
    for start in starts:
        if all(any(abs(word.x0 - start) <= _NEAR / 2 for word in row) for row in words):
            if not shared or start - shared[-1] > _NEAR:
                shared.append(start)
        elif not shared or start - shared[-1] > _NEAR / 2:
            return []
    if len(shared) < 2 or any(abs(row[0].x0 - shared[0]) > _NEAR / 2 for row in words):
        return []
    edges = [*shared[1:], float("inf")]
    cut = []
    for row in words:
        cells: list[list[Word]] = [[] for _ in shared]
        for word in row:
            cells[next(at for at, edge in enumerate(edges) if word.x0 < edge - _NEAR / 2)].append(word)
        cut.append(cells)
    return cut


def _cells(line: Line) -> list[list[Word]]:
    cells: list[list[Word]] = [[line.words[0]]]
    for before, word in zip(line.words, line.words[1:], strict=False):
        if word.x0 - before.x1 > _GAP * line.size:
            cells.append([word])
        else:
            cells[-1].append(word)
    return cells


def _under(first: list[list[Word]], row: list[list[Word]]) -> bool:
    """Whether a row stands under the first: as many cells, each flush on one side or about the same middle."""
    return len(first) == len(row) and all(_aligned(one, two) for one, two in zip(first, row, strict=True))


def _aligned(one: list[Word], two: list[Word]) -> bool:
    starts, ends = one[0].x0 - two[0].x0, one[-1].x1 - two[-1].x1
    return min(abs(starts), abs(ends), abs(starts + ends) / 2) <= _NEAR


def _head(lines: Sequence[Line], place: int, rows: list[list[list[Word]]]) -> tuple[list[list[Word]], ...]:
    """A row of headings right above, whose words may be set over the middle of their cells; empty for none."""
    above = lines[place - 1]
    if above.column != lines[place].column or not 0 < above.y - lines[place].y < 3 * above.size:
        return ()
    right = max(row[-1][-1].x1 for row in rows)
    left = min(row[0][0].x0 for row in rows)
    words = [word for at, word in enumerate(above.words) if not above.is_mark(at)]
    sentence = _SENTENCE.search(words[-1].text)
    if above.x0 < left - above.size or sentence or above.x1 > right + 0.5 * (right - left):
        return ()
    flush = [any(abs(word.x0 - cell[0].x0) <= _NEAR / 2 for word in words) for cell in rows[0]]
    if not above.bold and len(_cells(above)) < 2 and not all(flush):
        return ()
    columns = list(zip(*rows, strict=True))
    edges = [(max(cell[-1].x1 for cell in one) + min(cell[0].x0 for cell in two)) / 2 for one, two in pairwise(columns)]
    cells: list[list[Word]] = [[] for _ in columns]
    for word in above.words:
        cells[sum((word.x0 + word.x1) / 2 > edge for edge in edges)].append(word)
    filled = sum(map(bool, cells))
    return (cells,) if filled == len(cells) or (above.bold and filled == len(cells) - 1 > 1) else ()


def _text(words: list[Word]) -> str:
    return "".join(word.text if not at or word.glued else f" {word.text}" for at, word in enumerate(words))
