"""Blocks of an OpenDocument text, and the runs of its paragraphs with tracked changes and notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from grader.readers.archive import local
from grader.readers.document import Part, Run, Style
from grader.readers.layout import cell_text, has_plain_words, is_layout, is_set_in, joined, named_level, raised, usual
from grader.readers.odt.styles import DRAW, OFFICE, TABLE, TEXT, Level, Styles, numbered, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_LEVELS = 10
_PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
_SKIPPED = frozenset(
    f"{TEXT}{name}"
    for name in [
        "table-of-content",
        "illustration-index",
        "table-index",
        "object-index",
        "user-index",
        "alphabetical-index",
        "tracked-changes",
        "sequence-decls",
        "page-number",
        "page-count",
        "page-continuation",
        "hidden-text",
        "hidden-paragraph",
        "note-citation",
        "ruby-text",
        "file-name",
        "print-date",
        "print-time",
        "meta-field",
    ]
) | {f"{OFFICE}annotation", f"{OFFICE}forms"}
_SPACES = re.compile(r"[ \t\r\n]+")


class Body:
    """Reads a document once, from its first block to its last."""

    def __init__(self, content: _Element, styles: Styles) -> None:
        self._text = content.find(f"{OFFICE}body/{OFFICE}text")
        self._styles = styles
        self._changes = _changes(self._text)
        self._inserted: set[str] = set()  # insertions that have begun and not ended
        self._notes: list[Part] = []
        self._labels = {"footnote": 0, "endnote": 0}
        self._outline = [0] * _MOST_LEVELS
        self._counts: dict[str, list[int]] = {}  # of lists, by their id and by their style
        self._usual = (0, 0)
        self._frames: list[_Element] = []
        self._bold = False

    def read(self) -> tuple[Part, ...]:
        """Every block, and the notes after them in the order of their marks."""
        if self._text is None:
            return ()
        prose = (one for one in self._text.iter(f"{TEXT}p") if (one.text or "").strip())
        self._usual = usual(self._styles.indents(one.get(f"{TEXT}style-name")) for one in prose)
        found = list(self._blocks(self._text))
        return (*found, *self._notes)

    def _blocks(self, parent: _Element) -> Iterator[Part]:
        for child in parent:
            if child.tag in _PARAGRAPHS:
                yield from self._paragraph(child, None)
            elif child.tag == f"{TEXT}list":
                yield from self._list(child, "", 1, None)
            elif child.tag == f"{TABLE}table":
                yield from self._table(child)
            elif child.tag in (f"{TEXT}change", f"{TEXT}change-start", f"{TEXT}change-end"):
                yield from _if_words(Part("paragraph", tuple(self._change(child))))
            elif child.tag not in _SKIPPED and local(child.tag) != "frame":
                yield from self._blocks(child)
            elif local(child.tag) == "frame":
                yield from self._framed(child)

    def _framed(self, frame: _Element) -> Iterator[Part]:
        for box in frame.iter(f"{DRAW}text-box"):
            yield from self._blocks(box)

    def _paragraph(self, paragraph: _Element, item: tuple[int, str] | None) -> Iterator[Part]:
        """A paragraph or heading; ``item`` is its depth and number where it begins an item of a list."""
        self._frames, self._bold = [], True
        name = paragraph.get(f"{TEXT}style-name")
        runs = tuple(self._runs(paragraph, (("paragraph", name),), False))
        frames, bold = self._frames, self._bold and has_plain_words(runs)
        yield from _if_words(replace(self._shape(paragraph, name, item, bold), runs=runs))
        for frame in frames:
            yield from self._framed(frame)

    def _shape(self, paragraph: _Element, name: str | None, item: tuple[int, str] | None, bold: bool) -> Part:
        own = whole(paragraph.get(f"{TEXT}outline-level"), 1) if paragraph.tag == f"{TEXT}h" else 0
        level = own or self._styles.outline_level(name) or named_level(self._styles.names(name))
        if level:
            return Part(
                "heading", level=level, number=item[1] if item else self._heading_number(paragraph, name, level)
            )
        if level == 0:
            return Part("heading")
        if item:
            return Part("item", level=item[0], number=item[1], bold=bold)
        if self._styles.is_quote(name) or is_set_in(self._styles.indents(name), self._usual):
            return Part("quote")
        return Part("paragraph", bold=bold)

    def _heading_number(self, paragraph: _Element, name: str | None, level: int) -> str:
        levels = self._styles.levels(self._styles.list_style(name)) or self._styles.outline
        if (
            level > _MOST_LEVELS
            or not levels.get(level, Level()).form
            or paragraph.get(f"{TEXT}is-list-header") == "true"
        ):
            return ""
        self._outline[level - 1] += 1
        self._outline[level:] = [0] * (_MOST_LEVELS - level)
        return numbered(levels, level, self._outline)

    def _list(self, listing: _Element, style: str, depth: int, counts: list[int] | None) -> Iterator[Part]:
        style = listing.get(f"{TEXT}style-name") or style
        levels = self._styles.levels(style)
        if depth > _MOST_LEVELS:
            return
        if counts is None:
            counts = self._counts_of(listing, style)
        else:
            counts[depth - 1] = 0
        for item in listing:
            begun = item.tag == f"{TEXT}list-header"  # its paragraphs bear no number
            if item.tag not in (f"{TEXT}list-item", f"{TEXT}list-header"):
                continue
            for child in item:
                if child.tag == f"{TEXT}list":
                    yield from self._list(child, style, depth + 1, counts)
                elif child.tag in _PARAGRAPHS and not begun:
                    begun = True
                    start = child.get(f"{TEXT}start-value") or item.get(f"{TEXT}start-value")
                    first = levels.get(depth, Level()).start
                    counts[depth - 1] = whole(start, max(first, counts[depth - 1] + 1))
                    yield from self._paragraph(child, (depth, numbered(levels, depth, counts)))
                elif child.tag in _PARAGRAPHS:
                    yield from self._paragraph(child, None)

    def _counts_of(self, listing: _Element, style: str) -> list[int]:
        """The counters of a list: new ones, or those of the list that it goes on with."""
        name = listing.get("{http://www.w3.org/XML/1998/namespace}id", "")
        before = listing.get(f"{TEXT}continue-list", "")
        goes_on = listing.get(f"{TEXT}continue-numbering") == "true"
        counts = self._counts.get(f"#{before}") if before else self._counts.get(style) if goes_on else None
        counts = counts if counts is not None else [0] * _MOST_LEVELS
        self._counts[style] = self._counts[f"#{name}"] = counts
        return counts

    def _table(self, table: _Element) -> Iterator[Part]:
        rows = [
            [list(self._blocks(cell)) for cell in row if cell.tag == f"{TABLE}table-cell"]
            for row in table.iter(f"{TABLE}table-row")
            if next(row.iterancestors(f"{TABLE}table")) is table
        ]
        if is_layout(rows):
            for row in rows:
                for cell in row:
                    yield from cell
        else:
            yield Part("table", rows=tuple(tuple(map(cell_text, row)) for row in rows))

    def _runs(self, parent: _Element, styles: tuple[tuple[str, str | None], ...], struck: bool) -> Iterator[Run]:
        """Runs of a paragraph or a stretch of it; ``styles`` are its own and those around it, the nearest first."""
        struck = struck or self._styles.is_struck(*styles)
        if self._styles.is_hidden(*styles):
            return
        yield from self._words(parent.text, styles, struck)
        for child in parent:
            tag = child.tag
            if tag == f"{TEXT}s":
                yield Run(" ", self._look(struck))
            elif tag in (f"{TEXT}tab", f"{TEXT}line-break"):
                yield Run("\n" if tag == f"{TEXT}line-break" else " ", self._look(struck))
            elif tag == f"{TEXT}note":
                yield from self._note(child)
            elif tag in (f"{TEXT}change", f"{TEXT}change-start", f"{TEXT}change-end"):
                yield from self._change(child)
            elif isinstance(tag, str) and tag.startswith(DRAW):
                self._frames.append(child)
            elif isinstance(tag, str) and tag not in _SKIPPED:
                name = child.get(f"{TEXT}style-name")
                yield from self._runs(child, (("text", name), *styles) if name else styles, struck)
            yield from self._words(child.tail, styles, struck)

    def _words(self, text: str | None, styles: tuple[tuple[str, str | None], ...], struck: bool) -> Iterator[Run]:
        text = _SPACES.sub(" ", text or "")
        if not text:
            return
        look = self._look(struck)
        if text.strip() and look == "plain":
            self._bold = self._bold and self._styles.is_bold(*styles)
        yield Run(raised(text) if self._styles.is_raised(*styles) else text, look)

    def _look(self, struck: bool) -> Style:
        return "struck" if struck else "inserted" if self._inserted else "plain"

    def _change(self, sign: _Element) -> list[Run]:
        """Takes in the begin or end of an insertion; of a deletion gives the deleted words."""
        name = sign.get(f"{TEXT}change-id", "")
        kind, region = self._changes.get(name, ("", None))
        if kind == "insertion" and local(sign.tag) == "change-start":
            self._inserted.add(name)
        elif local(sign.tag) == "change-end":
            self._inserted.discard(name)
        elif kind == "deletion" and region is not None and local(sign.tag) == "change":
            texts = (_SPACES.sub(" ", "".join(one.itertext())) for one in region.iter(*_PARAGRAPHS))
            return [Run(" ".join(texts), "struck")]
        return []

    def _note(self, note: _Element) -> Iterator[Run]:
        kind = "endnote" if note.get(f"{TEXT}note-class") == "endnote" else "footnote"
        self._labels[kind] += 1
        label = f"e{self._labels[kind]}" if kind == "endnote" else str(self._labels[kind])
        frames, bold = self._frames, self._bold
        body = note.find(f"{TEXT}note-body")
        blocks = list(self._blocks(body)) if body is not None else []
        self._frames, self._bold = frames, bold
        self._notes.append(Part("note", tuple(joined(part.runs for part in blocks)), label=label))
        yield Run("", note=label)


def _changes(text: _Element | None) -> dict[str, tuple[str, _Element]]:
    """Kind ("insertion", "deletion") and element of each tracked change, by its id."""
    found = {}
    for region in text.iterfind(f"{TEXT}tracked-changes/{TEXT}changed-region") if text is not None else ():
        name = region.get("{http://www.w3.org/XML/1998/namespace}id") or region.get(f"{TEXT}id", "")
        for change in region:
            found[name] = (local(change.tag), change)
    return found


def _if_words(part: Part) -> Iterator[Part]:
    if any(run.text.strip() or run.note for run in part.runs):
        yield part
