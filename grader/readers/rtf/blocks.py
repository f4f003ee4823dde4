"""Paragraphs of an RTF file with their properties -> parts: headings, items, quotations, rows of tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from grader.readers.document import Part, Run
from grader.readers.layout import QUOTE_STYLES, cell_text, is_layout, is_set_in, named_level, usual, without_start
from grader.readers.rtf.state import Paragraph

_BODY_LEVEL = 9
_CONTENTS = re.compile(r"toc\s*(?:\d|heading)")
_SIGN = re.compile(r"\s*(?:(?P<bullet>[•·▪●○§o\-–])|(?P<number>\(?\w{1,5}(?:\.\w{1,3})*[.)]))\t")
_NUMBER = re.compile(r"\w[.):]|\d")  # an "o" alone is a bullet
_STEP = 360  # from one depth of a list to the next, in twentieths of a point


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as it ended: ``number`` is what the file spells out before a list's item; ``end`` the word that ended it."""

    runs: tuple[Run, ...]
    shape: Paragraph
    number: str
    bold: bool
    end: str


class Styles:
    """The style sheet, taken in word by word."""

    def __init__(self) -> None:
        self._names: dict[int, str] = {}
        self._bases: dict[int, int] = {}
        self._levels: dict[int, int] = {}
        self._at = 0

    def say(self, word: str, number: int) -> None:
        """Takes in a control word of one style's definition."""
        if word == "s":
            self._at = number
        elif word == "sbasedon":
            self._bases[self._at] = number
        else:
            self._levels[self._at] = number

    def name(self, text: str) -> None:
        """Takes in a piece of its name, which ends in a semicolon; the next style is number 0 unless it says another."""
        name, end, _ = text.partition(";")
        self._names[self._at] = self._names.get(self._at, "") + name.lower()
        if end:
            self._at = 0

    def names(self, style: int) -> list[str]:
        """A style's name and those it is based on."""
        found, seen = [], set()
        while style in self._names and style not in seen:
            seen.add(style)
            found.append(self._names[style].strip())
            style = self._bases.get(style, 0) or -1
        return found

    def heading_level(self, shape: Paragraph) -> int | None:
        """1 to 9 of a heading, 0 of the document's title, None of any other paragraph."""
        level = min(shape.outline, self._levels.get(shape.style, _BODY_LEVEL) if shape.style else _BODY_LEVEL)
        if level < _BODY_LEVEL:
            return level + 1
        return named_level(self.names(shape.style)) if shape.style else None


def parts(blocks: Sequence[Block], styles: Styles) -> list[Part]:
    """The parts of a stream of paragraphs."""
    others = usual((block.shape.left, block.shape.right) for block in blocks if block.runs and not block.shape.in_table)
    found: list[Part] = []
    table: list[list[list[Part]]] = []
    cell: list[Part] = []
    row: list[list[Part]] = []
    for block in blocks:
        if not block.shape.in_table and block.end not in ("cell", "row", "nestcell", "nestrow"):
            found += _table([*table, [*row, cell]] if row or cell else table)
            table, row, cell = [], [], []
        if block.runs:
            (cell if block.shape.in_table else found).extend(_part(block, styles, others))
        if block.end == "cell":
            row.append(cell)
            cell = []
        elif block.end == "row":
            table.append(row)
            row = []
    return found + _table([*table, [*row, cell]] if row or cell else table)


def _part(block: Block, styles: Styles, others: tuple[int, int]) -> Iterable[Part]:
    shape, names = block.shape, styles.names(block.shape.style) if block.shape.style else []
    if any(_CONTENTS.match(name) for name in names):
        return
    level = styles.heading_level(shape)
    number = block.number.strip()
    if level is not None:
        yield Part("heading", block.runs, level=level, number=number)
    elif number:
        yield Part(
            "item", block.runs, level=shape.depth + 1, number=number if _NUMBER.search(number) else "", bold=block.bold
        )
    elif shape.first < 0 and (sign := _SIGN.match("".join(run.text for run in block.runs))):
        depth = max(1, round(shape.left / _STEP))
        yield Part(
            "item", without_start(block.runs, sign.end()), level=depth, number=sign["number"] or "", bold=block.bold
        )
    elif any(name in QUOTE_STYLES for name in names) or is_set_in((shape.left, shape.right), others):
        yield Part("quote", block.runs)
    else:
        yield Part("paragraph", block.runs, bold=block.bold)


def _table(rows: list[list[list[Part]]]) -> list[Part]:
    rows = [row for row in rows if any(row)]
    if not rows:
        return []
    if is_layout(rows):
        return [part for row in rows for cell in row for part in cell]
    return [Part("table", rows=tuple(tuple(map(cell_text, row)) for row in rows))]
