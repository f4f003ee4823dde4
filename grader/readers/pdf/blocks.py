"""Lines -> blocks: paragraphs whole over lines, columns and pages, one block for each heading, list item or quotation.

A line begins a block if it looks otherwise than the line before, if more room is left above it than between lines, if it is set in
or out, if it has a bullet or number, or if its first word would have had room on the line before: then somebody ended that line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from grader.readers.pdf.lines import Line
from grader.readers.pdf.markers import Marker, counts_on, is_first, marker
from grader.readers.pdf.measure import Measure
from grader.segment.lines import known_name

_ENDED = re.compile(r"[.?!:;…][\"'”’)\]]*$")
_SENTENCE_ENDED = re.compile(r"[.?!…][\"'”’)\]]*$")
# An entry of a reference list: a name, and its year in brackets or between commas and full stops.
_ENTRY = re.compile(
    r"[A-Z][\w'’-][^()]{2,90}\((?:(?:1[5-9]|20)\d\d[a-z]?|n\.d\.)[^()]{0,12}\)|[A-Z][\w'’-]+, [A-Z][^()]{0,60}\."
)
_ENTRY_ENDED = re.compile(r"(?<!\b[A-Z])\.[”\")]?$|https?://\S+$|\d$")
_MOST_LEADING = 1.35  # of the usual: a line with a raised mark or a large sign in it stands further down
_NEARBY = 60  # lines: a page of them
_FULL = 0.6  # of a line's width, from which on a line set in may be full
_OPENING = re.compile(r"[\"'“‘(\[]*")


@dataclass
class Block:
    """Lines of one paragraph, heading or item. ``marker`` is its bullet or number, if it has one."""

    lines: list[Line]
    marker: Marker | None = None

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


def gather(lines: Sequence[Line], sizes: Measure) -> list[Block]:
    """All blocks of the document, in reading order."""
    marks = [marker(line) for line in lines]
    blocks: list[Block] = []
    in_list = False  # of references
    listed: list[tuple[float, Marker]] = []  # open markers: where they stand and what they count
    for place, line in enumerate(lines):
        own = marks[place]
        following = [mark for mark in marks[place + 1 : place + 40] if mark]
        block = blocks[-1] if blocks else None
        ended = block is None or _ends(block, line, lines, place, sizes)
        in_list = in_list or (ended and len(line.words) < 4 and known_name(line.text, "references"))
        if in_list and block and not ended:
            ended = bool(_ENTRY_ENDED.search(block.lines[-1].text) and _ENTRY.match(line.text))
        if own and ((own.sure and ended) or _opens(own, line, listed, following, ended, block, sizes)):
            blocks.append(Block([line], own))
            listed = [(x, mark) for x, mark in listed if x < line.x0 - sizes.size / 2][-8:]
            listed.append((line.x0, own))
        elif ended or block is None:
            blocks.append(Block([line]))
        else:
            block.lines.append(line)
    return blocks


def _opens(
    own: Marker,
    line: Line,
    listed: list[tuple[float, Marker]],
    following: list[Marker],
    ended: bool,
    block: Block | None,
    sizes: Measure,
) -> bool:
    """Whether a marker that could be part of a sentence (a dash, a year's end, an initial) begins an item."""
    if any(counts_on(mark, own) for _, mark in listed) and own.number:
        return ended or bool(block and _ENDED.search(block.lines[-1].text)) or own.tabbed
    if own.sure:
        return ended or own.tabbed or abs(line.x0 - (listed[-1][0] if listed else -1)) < 3
    if not ended and not own.tabbed:
        return False
    if own.number and not own.number[0].isdigit() and not own.tabbed:
        return is_first(own) and bool(following) and counts_on(own, following[0])
    if own.number:
        return is_first(own) or own.tabbed or sizes.place(line) > sizes.size
    return own.tabbed or bool(listed and not listed[-1][1].number) or any(not mark.number for mark in following[:3])


def _ends(block: Block, line: Line, lines: Sequence[Line], place: int, sizes: Measure) -> bool:
    """Whether the block before ends where ``line`` begins."""
    last = block.lines[-1]
    if not 0.93 < line.size / last.size < 1.08:
        return True
    same = last.column == line.column
    gap = last.y - line.y if same else 0.0
    lead = sizes.lead(line)
    mixed = any(word.size > 1.02 * line.size or line.is_mark(at) for at, word in enumerate(line.words))
    ended = bool(_ENDED.search(last.text))
    small = _first_letter(line).islower()
    going_on = small and not ended and last.bold == line.bold
    if same and (gap < 0 or gap > (_MOST_LEADING * lead if mixed or going_on else 1.12 * lead + 1)):
        return True
    short = _had_room(last, line, lines, place, sizes)
    if last.bold != line.bold and not sizes.bold and (short or ended or gap > 1.05 * lead or (not same and line.bold)):
        return True
    if _centred(last, sizes) and _centred(line, sizes) and same:
        return short and (ended or not small)
    moved = _moved(block, line, sizes)
    if moved is not None:
        return moved or (short and not (small and not ended))
    return short and not (small and not ended)


def _moved(block: Block, line: Line, sizes: Measure) -> bool | None:
    """Whether a line is set in or out as only a new block's is; None where its place says nothing."""
    near = 0.6 * line.size
    here, before = sizes.place(line), sizes.place(block.lines[-1])
    first = sizes.place(block.lines[0])
    if block.marker is not None:
        text = block.marker.text_x - sizes.left[block.lines[0].column]
        if abs(here - text) <= near or (abs(here - first) <= near and len(block.lines) == 1):
            return None
        return (len(block.lines) > 1 and abs(here - before) > near) or here > text + near
    if abs(here - before) <= near:
        return None
    if len(block.lines) > 1:
        return True
    if here < before:  # behind an indented first line
        return False
    last = block.lines[-1].text
    new = _SENTENCE_ENDED.search(last) and not _first_letter(line).islower()
    return bool(new and sizes.indent and abs(here - sizes.indent) <= near)


def _had_room(last: Line, line: Line, lines: Sequence[Line], place: int, sizes: Measure) -> bool:
    """Whether the first word of a line would have fitted on the line before."""
    word = line.words[0].x1 - line.words[0].x0
    for after in line.words[1:]:
        if not after.glued:
            break
        word = after.x1 - line.words[0].x0
    wanted = word + 0.75 * last.size  # a space, and something for uneven lines
    width = sizes.width[last.column]
    if _centred(last, sizes) and _centred(line, sizes):
        return width - (last.x1 - last.x0) > wanted
    return _right_edge(lines, place - 1, sizes) - sizes.end(last) > wanted


def _right_edge(lines: Sequence[Line], place: int, sizes: Measure) -> float:
    """Where full lines end: the column's right edge, or the furthest of those that are set in as far as this one."""
    width = sizes.width[lines[place].column]
    inset = sizes.place(lines[place])
    if inset < sizes.size:
        return width
    run = [lines[place]]
    for step in (-1, 1):
        at = place + step
        while (
            0 <= at < len(lines)
            and len(run) < _NEARBY
            and abs(sizes.place(lines[at]) - inset) < 3
            and marker(lines[at]) is None
        ):
            run.append(lines[at])
            at += step
    if len(run) < 2:
        return width
    furthest = max(sizes.end(line) for line in run)
    return furthest if furthest > _FULL * width else width  # short lines one under another are no narrow paragraph


def _centred(line: Line, sizes: Measure) -> bool:
    left, width = sizes.place(line), sizes.width[line.column]
    right = width - sizes.end(line)
    return left > 2 * line.size and abs(left - right) < 0.06 * width


def _first_letter(line: Line) -> str:
    text = line.text
    match = _OPENING.match(text)
    start = match.end() if match else 0
    return text[start : start + 1]
