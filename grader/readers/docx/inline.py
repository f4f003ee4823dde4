"""The runs of one Word paragraph: struck, inserted and hidden words, notes, fields, line breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grader.readers.document import Run, Style
from grader.readers.docx.styles import Styles, W, value
from grader.readers.layout import has_plain_words, is_furniture, raised

if TYPE_CHECKING:
    from lxml.etree import _Element

PAGE = "\f"  # a page or column break inside a paragraph: a place to part it
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TEXTS = {f"{W}tab": " ", f"{W}ptab": " ", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}br": "\n"}
_STRUCK = (f"{W}del", f"{W}moveFrom")
_INSERTED = (f"{W}ins", f"{W}moveTo")
_WRAPPERS = (f"{W}hyperlink", f"{W}smartTag", f"{W}customXml", f"{W}sdt", f"{W}sdtContent", f"{W}dir", f"{W}bdo")
_NOTES = (f"{W}footnoteReference", f"{W}endnoteReference")
_DRAWN = (f"{W}drawing", f"{W}pict", f"{W}object")
BOX = f"{W}txbxContent"


class Fields:
    """The fields that are open, which may reach over paragraphs: of each its instruction, and whether its result has begun."""

    def __init__(self) -> None:
        self._open: list[list[str | bool]] = []

    def meet(self, sign: str | None) -> None:
        """Takes in a field's begin, separate or end sign."""
        if sign == "begin":
            self._open.append(["", False])
        elif sign == "separate" and self._open:
            self._open[-1][1] = True
        elif sign == "end" and self._open:
            self._open.pop()

    def instruct(self, words: str) -> None:
        """Takes in a piece of the innermost field's instruction."""
        if self._open and not self._open[-1][1]:
            self._open[-1][0] = f"{self._open[-1][0]}{words}"

    @property
    def hide(self) -> bool:
        """Whether what stands here is an instruction, or the result of a field that is no part of the answer."""
        return any(not begun or is_furniture(str(words)) for words, begun in self._open)


class Inline:
    """Reads one paragraph's runs; ``boxes`` are the text boxes met, for the blocks after it."""

    def __init__(self, styles: Styles, fields: Fields, note: object) -> None:
        self._styles = styles
        self._fields = fields
        self._note = note  # (kind, id) -> the note's label
        self._paragraph: _Element | None = None
        self.boxes: list[_Element] = []
        self.bold = False

    def read(self, paragraph: _Element) -> list[Run]:
        """The paragraph's runs. Afterwards ``bold`` says whether every word is bold or underlined."""
        self._paragraph = paragraph.find(f"{W}pPr")
        self.bold = True
        runs = list(self._children(paragraph, "plain"))
        self.bold = self.bold and has_plain_words(runs)
        return runs

    def _children(self, parent: _Element, style: Style) -> list[Run]:
        found: list[Run] = []
        for child in parent:
            tag = child.tag
            if tag == f"{W}r":
                found += self._run(child, style)
            elif tag in _STRUCK:
                found += self._children(child, "struck")
            elif tag in _INSERTED:
                found += self._children(child, style if style == "struck" else "inserted")
            elif tag in _WRAPPERS:
                found += self._children(child, style)
            elif tag == f"{W}fldSimple":
                if not is_furniture(child.get(f"{W}instr", "")):
                    found += self._children(child, style)
            elif tag == f"{_MC}AlternateContent":
                found += self._children(_choice(child), style)
            elif isinstance(tag, str) and tag.startswith(_M):
                found.append(Run("".join(text.text or "" for text in child.iter(f"{_M}t")), style))
        return found

    def _run(self, run: _Element, style: Style) -> list[Run]:
        properties = run.find(f"{W}rPr")
        hidden = self._on(properties, "vanish")
        if style != "struck" and (self._on(properties, "strike") or self._on(properties, "dstrike")):
            style = "struck"
        found: list[Run] = []
        for child in self._content(run):
            if child.tag == f"{W}fldChar":
                self._fields.meet(child.get(f"{W}fldCharType"))
            elif child.tag in (f"{W}instrText", f"{W}delInstrText"):
                self._fields.instruct(child.text or "")
            elif hidden or self._fields.hide:
                continue
            elif child.tag in _NOTES and style != "struck":
                kind = "footnote" if child.tag == _NOTES[0] else "endnote"
                label = self._note(kind, child.get(f"{W}id", ""))  # type: ignore[operator]
                if label:
                    found.append(Run("", note=label))
            elif child.tag in _DRAWN:
                self.boxes += child.iter(BOX)
            elif text := self._text(child):
                found.append(Run(raised(text) if _is_raised(properties) else text, style))
                if text.strip() and style == "plain":
                    self.bold = self.bold and (self._on(properties, "b") or self._on(properties, "u"))
        return found

    def _content(self, run: _Element) -> list[_Element]:
        """A run's children, with the one choice of each alternative in its place."""
        found: list[_Element] = []
        for child in run:
            if child.tag == f"{_MC}AlternateContent":
                found += _choice(child)
            else:
                found.append(child)
        return found

    def _text(self, child: _Element) -> str:
        if child.tag in (f"{W}t", f"{W}delText"):
            return child.text or ""
        if child.tag == f"{W}br" and child.get(f"{W}type") in ("page", "column"):
            return PAGE
        if child.tag == f"{W}ruby":
            return "".join(text.text or "" for base in child.iter(f"{W}rubyBase") for text in base.iter(f"{W}t"))
        return _TEXTS.get(child.tag, "")

    def _on(self, properties: _Element | None, name: str) -> bool:
        return self._styles.is_on(properties, self._paragraph, name)


def _is_raised(properties: _Element | None) -> bool:
    return value(properties, "vertAlign") == "superscript"


def _choice(alternatives: _Element) -> _Element:
    """The alternative that a reader of today's files takes; the others say the same in an older way."""
    return next((one for one in alternatives if one.tag == f"{_MC}Choice"), next(iter(alternatives), alternatives))
