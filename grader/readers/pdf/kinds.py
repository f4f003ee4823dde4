"""Blocks -> what they are: headings with their level, list items with their depth, block quotations, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Literal

from grader.readers.pdf.blocks import Block
from grader.readers.pdf.markers import marker
from grader.readers.pdf.measure import Measure

Kind = Literal["heading", "paragraph", "item", "quote"]

_MOST_WORDS = 22
_OPEN_END = re.compile(r"[.;,…][\"'”’)\]]*$")
_FEWEST_ITEMS = 3
_STEP = 0.5  # points between two sizes that somebody chose
_MOST_QUOTED = 0.4  # of all words: more is a margin taken wrongly


def kinds(blocks: Sequence[Block], sizes: Measure) -> list[Kind]:
    """What each block is, by its own look and its neighbours'."""
    found: list[Kind] = [
        "heading" if _is_heading(block, sizes) else "item" if block.marker else "paragraph"
        for at, block in enumerate(blocks)
    ]
    for at in _lone_numbers(blocks, found, sizes):
        found[at] = "paragraph"
    quoted = [at for at, block in enumerate(blocks) if found[at] == "paragraph" and _is_quote(blocks, at, found, sizes)]
    words = sum(len(block.text) for block in blocks)
    if sum(len(blocks[at].text) for at in quoted) <= _MOST_QUOTED * words:
        for at in quoted:
            found[at] = "quote"
    return found


def _is_heading(block: Block, sizes: Measure) -> bool:
    text = block.text.strip()
    line = block.lines[0]
    if len(block.lines) > 3 or len(text.split()) > _MOST_WORDS or not re.search(r"[^\W\d_]", text):
        return False
    if block.marker and not block.marker.number:
        return False
    if any(one.y - two.y < 0.8 * line.size for one, two in zip(block.lines, block.lines[1:], strict=False)):
        return False  # lines beside one another: cells of a table
    larger = line.size >= 1.08 * sizes.size
    if larger:
        return not text.endswith((",", ";"))
    if _OPEN_END.search(text) or text.endswith(("-", "\u2010")) or text[0].islower():
        return False
    if any(two.x0 - one.x1 > 1.3 * line.size for one, two in zip(line.words[1:], line.words[2:], strict=False)):
        return False  # cells of a table, or a tab between two things
    bold = all(one.bold for one in block.lines) and not sizes.bold
    return (bold or _is_capitals(text)) and line.size >= 0.9 * sizes.size


def _lone_numbers(blocks: Sequence[Block], found: Sequence[Kind], sizes: Measure) -> list[int]:
    """Numbered lines at the margin that are no list: fewer than three stand together.

    Whether such a line is a heading is for :mod:`grader.segment` to judge, as in a text file.
    """
    lone: list[int] = []
    for kind, run in groupby(range(len(blocks)), key=lambda at: found[at]):
        members = [at for at in run if kind == "item"]
        numbered = [at for at in members if (own := blocks[at].marker) and own.number]
        if len(numbered) < _FEWEST_ITEMS:
            lone += [at for at in numbered if sizes.place(blocks[at].lines[0]) < 0.8 * sizes.size]
    return lone


def _is_capitals(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= 4 and all(char.isupper() for char in letters)


def levels(blocks: Sequence[Block], found: Sequence[Kind], sizes: Measure) -> list[int]:
    """Levels of headings (larger type above smaller, then by number, then by which look comes first) and depths of items."""
    heads = [at for at, kind in enumerate(found) if kind == "heading"]
    looks: dict[tuple[object, ...], int] = {}
    for at in heads:
        looks.setdefault(_look(blocks[at], sizes), at)
    ranked = sorted(looks, key=lambda look: (look[0], look[1], looks[look]))
    found_levels = [0] * len(blocks)
    for at in heads:
        found_levels[at] = min(6, ranked.index(_look(blocks[at], sizes)) + 1)
    _depths(blocks, found, found_levels, sizes)
    return found_levels


def _look(block: Block, sizes: Measure) -> tuple[object, ...]:
    """What tells one rank of headings from another; smaller sorts higher."""
    line = block.lines[0]
    number = marker(line)
    figures = number.number.strip(".()").count(".") if number and number.number[:1].isdigit() else 0
    middle = abs(sizes.place(line) - (sizes.width[line.column] - sizes.end(line))) < 0.06 * sizes.width[line.column]
    centred = middle and sizes.place(line) > 2 * line.size
    size = round(line.size / _STEP) * _STEP
    return -size, figures, _is_capitals(block.text), line.bold, line.slanted, centred


def _depths(blocks: Sequence[Block], found: Sequence[Kind], into: list[int], sizes: Measure) -> None:
    """Depths of list items: how far each is set in against those open before it."""
    open_at: list[float] = []
    for at, kind in enumerate(found):
        if kind != "item":
            if kind == "heading" or (open_at and sizes.place(blocks[at].lines[0]) < open_at[0] - 3):
                open_at = []
            continue
        place = sizes.place(blocks[at].lines[0])
        while open_at and open_at[-1] > place + 4:
            open_at.pop()
        if not open_at or place > open_at[-1] + 4:
            open_at.append(place)
        into[at] = len(open_at)


def _is_quote(blocks: Sequence[Block], at: int, found: Sequence[Kind], sizes: Measure) -> bool:
    """Every line set in as far, and not as part of a list."""
    lines = blocks[at].lines
    places = [sizes.place(line) for line in lines]
    if len(lines) < 2 or min(places) < 1.2 * sizes.size or max(places[1:]) - min(places[1:]) > 3:
        return False
    if sizes.indent and abs(min(places) - sizes.indent) < 3 and len(lines) < 3:
        return False
    before = blocks[at - 1] if at else None
    if before is not None and found[at - 1] == "item" and before.marker:
        text = before.marker.text_x - sizes.left[before.lines[0].column]
        return abs(min(places) - text) > 3
    return True
