"""Blocks of a Word file: paragraphs told by their style and list, tables, text boxes, notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from grader.readers.document import Part, Run
from grader.readers.docx.inline import PAGE, Fields, Inline
from grader.readers.docx.numbering import Numbering
from grader.readers.docx.styles import Styles, W, number, value
from grader.readers.layout import between, cell_text, is_layout, is_set_in, joined, usual

if TYPE_CHECKING:
    from lxml.etree import _Element

_WRAPPERS = (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}smartTag", f"{W}ins", f"{W}moveTo")
_CONTENTS = "Table of Contents"


class Body:
    """Reads a document once, from its first block to its last."""

    def __init__(self, styles: Styles, numbering: Numbering, notes: dict[str, _Element | None]) -> None:
        self._styles = styles
        self._numbering = numbering
        self._notes = {
            (kind, note.get(f"{W}id", "")): note
            for kind, root in notes.items()
            if root is not None
            for note in root.iterchildren(W + kind)
            if note.get(f"{W}type", "normal") == "normal"
        }
        self._labels: dict[tuple[str, str], str] = {}
        self._fields = Fields()
        self._usual = (0, 0)
        self._carried: list[Run] = []  # the first words of the next paragraph

    def read(self, root: _Element) -> tuple[Part, ...]:
        """Every block, and the notes after them in the order of their marks."""
        body = root.find(f"{W}body")
        if body is None:
            return ()
        self._usual = usual(self._styles.indents(one.find(f"{W}pPr")) for one in body.iter(f"{W}p") if _has_words(one))
        found = list(self._blocks(body))
        if self._carried:
            found.append(Part("paragraph", tuple(self._carried)))
        for key, label in list(self._labels.items()):
            found.append(Part("note", tuple(joined(part.runs for part in self._blocks(self._notes[key]))), label=label))
        return tuple(found)

    def _blocks(self, parent: _Element) -> Iterator[Part]:
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag in _WRAPPERS and not _is_contents(child):
                yield from self._blocks(child)

    def _paragraph(self, paragraph: _Element) -> Iterator[Part]:
        properties = paragraph.find(f"{W}pPr")
        inline = Inline(self._styles, self._fields, self._label)
        runs = [*self._carried, *inline.read(paragraph)]
        self._carried = []
        if not self._styles.is_contents(properties):
            if _goes_on(properties):
                self._carried = runs
            elif any(run.text.strip() or run.note for run in runs):
                shape = self._shape(properties, inline.bold)
                yield from (replace(shape, runs=stretch) for stretch in between(runs, PAGE))
        for box in inline.boxes:
            yield from self._blocks(box)

    def _shape(self, properties: _Element | None, bold: bool) -> Part:
        """The paragraph without its words. It is counted in its list here, so this is asked once for each."""
        listed = self._in_list(properties)
        level = self._styles.heading_level(properties)
        if level is not None:
            return Part("heading", level=level, number=listed[1] if listed else "")
        if listed:
            return Part("item", level=listed[0] + 1, number=listed[1], bold=bold)
        if self._styles.is_quote(properties) or is_set_in(self._styles.indents(properties), self._usual):
            return Part("quote")
        return Part("paragraph", bold=bold)

    def _in_list(self, properties: _Element | None) -> tuple[int, str] | None:
        """Depth from 0 and number; None outside lists."""
        name = depth = None
        for listing in self._styles.paragraph(properties, "numPr"):
            name = value(listing, "numId") if name is None else name
            depth = value(listing, "ilvl") if depth is None else depth
        if name is None or name == "0":
            return None
        shown = self._numbering.next(name, number(depth, 0))
        return (number(depth, 0), shown) if shown is not None else None

    def _table(self, table: _Element) -> Iterator[Part]:
        rows = [[list(self._blocks(cell)) for cell in _through(row, f"{W}tc")] for row in _through(table, f"{W}tr")]
        if is_layout(rows):
            for row in rows:
                for cell in row:
                    yield from cell
        else:
            yield Part("table", rows=tuple(tuple(map(cell_text, row)) for row in rows))

    def _label(self, kind: str, name: str) -> str:
        """What a note is called: footnotes by their number, endnotes with an "e" before it; "" for no such note."""
        key = (kind, name)
        if key in self._notes and key not in self._labels:
            count = sum(one[0] == kind for one in self._labels) + 1
            self._labels[key] = f"e{count}" if kind == "endnote" else str(count)
        return self._labels.get(key, "")


def _through(parent: _Element, tag: str) -> Iterator[_Element]:
    """Rows of a table or cells of a row, also those in a wrapper."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _through(child, tag)


def _goes_on(properties: _Element | None) -> bool:
    """Whether the next paragraph goes on with this one: its end is deleted in tracked changes, or it is a large initial."""
    if properties is None:
        return False
    initial = properties.find(f"{W}framePr[@{W}dropCap]")
    return properties.find(f"{W}rPr/{W}del") is not None or (
        initial is not None and initial.get(f"{W}dropCap") != "none"
    )


def _is_contents(wrapper: _Element) -> bool:
    gallery = wrapper.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(f"{W}val") == _CONTENTS


def _has_words(paragraph: _Element) -> bool:
    return any((text.text or "").strip() for text in paragraph.iter(f"{W}t"))
