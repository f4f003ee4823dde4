"""Lines -> parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from grader.readers.document import Part, Run
from grader.readers.pdf.blocks import Block, gather
from grader.readers.pdf.kinds import Kind, kinds, levels
from grader.readers.pdf.lines import Line
from grader.readers.pdf.measure import measure
from grader.readers.pdf.notes import Note, by_mark, label_for, take_notes
from grader.readers.pdf.tables import Table, find_tables
from grader.readers.pdf.words import Vocabulary

_CONTENTS = re.compile(r"(?:\. ?){4,}\s*\d{1,3}$")  # a line of a table of contents
_TAIL = 80  # characters
Marks = Mapping[str, Sequence[Note]]

_BACK = re.compile(r"\s*[↩⤶↑]\ufe0e?$")  # a link from a note back to its mark


def assemble(lines: Sequence[Line]) -> tuple[Part, ...]:
    """All parts of a document's lines, which must not be empty."""
    vocabulary = Vocabulary(lines)
    text, notes = take_notes(
        [line for line in lines if not _CONTENTS.search(line.text[-_TAIL:])] or lines, measure(lines)
    )
    marks = by_mark(notes)
    found: list[Part] = []
    if text:
        sizes = measure(text)
        tables = find_tables(text)
        inside = {place for table in tables for place in range(table.start, table.end)}
        before = 0
        blocks: list[Block] = []
        put: dict[int, Table] = {}
        for table in [*tables, None]:
            stretch = text[before : table.start if table else len(text)]
            blocks += gather(stretch, sizes)
            if table:
                put[len(blocks)] = table
                before = table.end
        assert len(inside) + sum(len(block.lines) for block in blocks) == len(text)
        named = kinds(blocks, sizes)
        ranks = levels(blocks, named, sizes)
        for place, block in enumerate(blocks):
            if place in put:
                found.append(Part("table", rows=put[place].rows))
            found.append(_part(block, named[place], ranks[place], vocabulary, marks))
        if len(blocks) in put:
            found.append(Part("table", rows=put[len(blocks)].rows))
    found += [
        Part("note", (Run(_BACK.sub("", _joined(note.lines, vocabulary)).strip()),), label=note.label) for note in notes
    ]
    return tuple(found)


def _part(block: Block, kind: Kind, level: int, vocabulary: Vocabulary, notes: Marks) -> Part:
    runs = list(_runs(block.lines, vocabulary, notes, skip=1 if kind == "item" else 0))
    number = block.marker.number if block.marker and kind == "item" else ""
    return Part(kind, tuple(runs), level=level, number=number)


def _runs(lines: Sequence[Line], vocabulary: Vocabulary, notes: Marks, *, skip: int = 0) -> Iterable[Run]:
    """The words of lines, with the marks of notes between them; the first ``skip`` words (a bullet) left out."""
    text = ""
    for line in lines:
        pieces: list[tuple[str, str]] = []  # words, and the label of the note behind them
        words = ""
        for at in range(skip, len(line.words)):
            word = line.words[at]
            label = _label(line, at, notes)
            if label:
                pieces.append((words, label))
                words = ""
            else:
                words += word.text if at == skip or word.glued else f" {word.text}"
        skip = 0
        pieces.append((words, ""))
        for at, (words, label) in enumerate(pieces):
            text = vocabulary.join(text, words.lstrip()) if at == 0 and text and words else text + words
            if label:
                if text:
                    yield Run(text)
                yield Run("", note=label)
                text = ""
    if text:
        yield Run(text.rstrip())


def _label(line: Line, at: int, notes: Marks) -> str:
    """The label of the note whose mark a word is; a mark without a note keeps its own where it can be nothing else."""
    if not at or not line.is_mark(at):
        return ""
    mark = line.words[at].text.strip("[]")
    before = line.words[at - 1].text[-1:]
    found = label_for(mark, line.page, notes)
    return found or (mark if mark.isdigit() and not before.isdigit() and not notes else "")


def _joined(lines: Sequence[Line], vocabulary: Vocabulary) -> str:
    text = lines[0].text
    for line in lines[1:]:
        text = vocabulary.join(text, line.text)
    return text
