"""Running heads, page numbers and footers: what stands at the same place on page after page and is no part of the essay.

A line goes only where it is told for sure: the same words (figures aside) at the same height on several pages, or a number that
counts with the pages, and nothing of the essay beyond it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from grader.readers.pdf.glyphs import Page
from grader.readers.pdf.lines import Line

_EDGE_LINES = 3  # from the top and from the foot of each page
_MARGIN = 0.14  # of the page's height: heads and footers stand no further in
_NEAR = 8.0  # points: heads of facing pages differ by no more
_FIGURES = re.compile(r"\d+")
_ROMAN = re.compile(r"[ivxl]+", re.IGNORECASE)
_BARE = re.compile(
    r"\W*(?:(?:page|pg|p)\W{0,2})?(\d{1,3}|[ivxl]{1,6})(?:\s*(?:of|/|\||-)\s*\d{1,3})?\W*", re.IGNORECASE
)
_ROMANS = {"i": 1, "v": 5, "x": 10, "l": 50}


def without_furniture(lines: list[Line], pages: Sequence[Page]) -> list[Line]:
    """The lines of the essay itself."""
    dropped: set[int] = set()
    by_page: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        by_page[line.page].append(line)
    for top in (True, False):
        edges = {number: _edge(found, pages[number].height, top=top) for number, found in by_page.items()}
        repeated = _repeated(edges, len(pages))
        for number, edge in edges.items():
            for line in edge:  # from the edge inwards: behind the first line of the essay nothing is furniture
                if id(line) not in repeated and not (len(pages) == 1 and _lone(line, by_page[number], pages[number])):
                    break
                dropped.add(id(line))
    return [line for line in lines if id(line) not in dropped]


def _edge(lines: list[Line], height: float, *, top: bool) -> list[Line]:
    outer = [line for line in lines if (height - line.y if top else line.y) < _MARGIN * height]
    return sorted(outer, key=lambda line: -line.y if top else line.y)[:_EDGE_LINES]


def _repeated(edges: dict[int, list[Line]], pages: int) -> set[int]:
    found: set[int] = set()
    places: dict[str, list[Line]] = defaultdict(list)
    numbers: dict[tuple[int, int], list[Line]] = defaultdict(list)
    for number, edge in edges.items():
        for line in edge:
            words = _FIGURES.sub("#", line.text.casefold())
            if any(map(str.isalpha, words)):  # figures alone may be a table's: they have to count the pages
                places[words].append(line)
            for figure in {_value(bare.group(1))} if (bare := _BARE.fullmatch(line.text)) else _ends(line):
                if figure:
                    numbers[figure - number, bool(bare)].append(line)
    for same in (*places.values(), *numbers.values()):
        level = [line for line in same if sum(abs(line.y - other.y) <= _NEAR for other in same) > 1]
        if len({line.page for line in level}) >= max(2, (pages - 1) // 3):
            found |= {id(line) for line in level}
    return found


def _value(number: str) -> int:
    if number.isdecimal():
        return int(number)
    figures = [_ROMANS[letter] for letter in number.lower()]
    return sum(-figure if figure < after else figure for figure, after in zip(figures, [*figures[1:], 0], strict=True))


def _ends(line: Line) -> set[int]:
    """Numbers at the outer ends of a running head: "Chapter two   13"; far from its other words, as in no sentence."""
    words = line.words
    if len(words) < 2:
        return set()
    found = set()
    if words[0].text.isdecimal() and words[1].x0 - words[0].x1 > line.size:
        found.add(int(words[0].text))
    if words[-1].text.isdecimal() and words[-1].x0 - words[-2].x1 > line.size:
        found.add(int(words[-1].text))
    return found


def _lone(line: Line, lines: list[Line], page: Page) -> bool:
    """On a single page: a number alone, or small type, in the margin and well apart from the text."""
    others = [abs(line.y - other.y) for other in lines if abs(other.y - line.y) > 1]
    apart = bool(others) and min(others) > 2 * line.size
    outside = min(line.y, page.height - line.y) < 0.08 * page.height
    at_the_rim = min(line.y, page.height - line.y) < 0.045 * page.height
    bare = _BARE.fullmatch(line.text)
    return apart and ((bool(bare) and outside and _value(bare.group(1)) == 1) or at_the_rim)  # type: ignore[union-attr]
