"""What a document's lines have in common: the body's type, its margins, its leading, whether first lines are indented."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from grader.readers.pdf.lines import Line

_NEAR = 3.0  # points
_WIDEST = 50  # one line in so many may run over the right edge


@dataclass(frozen=True, slots=True)
class Measure:
    """Points throughout. ``left``: of each column; ``width``: of a full line, in each column.

    ``leading``: baseline to baseline within a paragraph, by size of type; ``indent``: of first lines, 0 where there is none.
    """

    size: float
    bold: bool
    left: dict[int, float]
    width: dict[int, float]
    leading: dict[float, float]
    indent: float

    def place(self, line: Line) -> float:
        """How far from its column's left edge a line begins."""
        return line.x0 - self.left[line.column]

    def end(self, line: Line) -> float:
        """How far from its column's left edge a line ends."""
        return line.x1 - self.left[line.column]

    def lead(self, line: Line) -> float:
        return self.leading.get(line.size, 1.25 * line.size)


def measure(lines: Sequence[Line]) -> Measure:
    """Measures of the body, which most characters belong to; ``lines`` must not be empty."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    size = sizes.most_common(1)[0][0]
    body = [line for line in lines if abs(line.size - size) < 0.3] or lines
    bold = sum(len(line.text) for line in body if line.bold) > sum(len(line.text) for line in body) / 2
    left = _left(lines, body)
    width = _width(lines, body, left)
    return Measure(size, bold, left, width, _leading(lines), _indent(body, left, width))


def _left(lines: Sequence[Line], body: Sequence[Line]) -> dict[int, float]:
    """The left edge of each column: the document's commonest where a line of the column begins there, or the column's own."""
    most = _commonest([line.x0 for line in body])
    columns: dict[int, list[float]] = defaultdict(list)
    for line in lines:
        columns[line.column].append(line.x0)
    return {
        column: most
        if any(abs(x - most) <= _NEAR for x in own)
        else min(_commonest(own), min(own) + 1.5 * lines[0].size)
        for column, own in columns.items()
    }


def _commonest(places: Sequence[float]) -> float:
    return Counter(round(place, 0) for place in sorted(places)).most_common(1)[0][0]


def _width(lines: Sequence[Line], body: Sequence[Line], left: dict[int, float]) -> dict[int, float]:
    ends = sorted(line.x1 - left[line.column] for line in body)
    full = ends[-1 - len(ends) // _WIDEST]
    columns: dict[int, list[float]] = defaultdict(list)
    for line in lines:
        columns[line.column].append(line.x1 - left[line.column])
    # a page of short lines is as wide as the others; a column that is much narrower or wider is a layout of its own
    return {
        column: max(own) if len(own) > 8 and not 0.8 * full < max(own) < 1.2 * full else full
        for column, own in columns.items()
    }


def _leading(lines: Sequence[Line]) -> dict[float, float]:
    gaps: dict[float, Counter[float]] = defaultdict(Counter)
    for above, line in pairwise(lines):
        if above.column == line.column and above.size == line.size and abs(above.x0 - line.x0) < _NEAR:
            gap = round(2 * (above.y - line.y)) / 2
            if 0.8 * line.size < gap < 4 * line.size:
                gaps[line.size][gap] += 1
    found = {}
    for size, counted in gaps.items():
        most = max(counted.values())
        found[size] = min(gap for gap, count in counted.items() if count >= 0.5 * most)
    return found


def _indent(body: Sequence[Line], left: dict[int, float], width: dict[int, float]) -> float:
    """How far first lines are set in, where paragraphs are told apart in that way."""
    seen: Counter[float] = Counter()
    for above, line, below in zip(body, body[1:], body[2:], strict=False):
        if not above.column == line.column == below.column:
            continue
        place, edge = line.x0 - left[line.column], left[line.column]
        ended = above.x1 - edge < 0.92 * width[line.column] or above.text.rstrip().endswith((".", "?", "!", "”", ":"))
        if 0.7 * line.size < place < 5 * line.size and abs(below.x0 - edge) <= _NEAR and ended:
            seen[round(place)] += 1
    if not seen:
        return 0.0
    place, count = seen.most_common(1)[0]
    return float(place) if count >= 3 else 0.0
