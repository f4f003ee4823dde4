"""What a Word file's styles say: names, outline levels, looks, indents and lists, with what they are based on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from grader.readers.layout import QUOTE_STYLES, Indents, named_level

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = frozenset(("0", "false", "off", "none"))
_BODY_LEVEL = 9  # of an outline: body text


class Styles:
    """Looks up what a paragraph or run has from its own properties, its character style and its paragraph style."""

    def __init__(self, root: _Element | None) -> None:
        self._styles: dict[str, _Element] = {}
        self._default = ""
        for style in root.iterchildren(f"{W}style") if root is not None else ():
            name = style.get(f"{W}styleId", "")
            self._styles[name] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true"):
                self._default = name

    def chain(self, name: str | None) -> Iterator[_Element]:
        """A style and those it is based on; the default style for none."""
        seen: set[str] = set()
        name = name or self._default
        while name and name in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[name]
            name = value(self._styles[name], "basedOn") or ""

    def paragraph(self, properties: _Element | None, name: str) -> Iterator[_Element]:
        """Elements of one name (``ind``, ``numPr``) that bear on a paragraph, its own first."""
        if properties is not None:
            yield from properties.iterchildren(W + name)
        for style in self.chain(value(properties, "pStyle")):
            yield from style.iterfind(f"{W}pPr/{W}{name}")

    def is_on(self, run: _Element | None, paragraph: _Element | None, name: str) -> bool:
        """Whether a look (``strike``, ``b``) is on: by the run, else by its style, else by the paragraph's."""
        for properties in self._looks(run, paragraph):
            found = properties.find(W + name)
            if found is not None:
                return found.get(f"{W}val", "1") not in _OFF
        return False

    def _looks(self, run: _Element | None, paragraph: _Element | None) -> Iterator[_Element]:
        if run is not None:
            yield run
        character = value(run, "rStyle")
        for style in self.chain(character) if character else ():
            yield from style.iterchildren(f"{W}rPr")
        for style in self.chain(value(paragraph, "pStyle")):
            yield from style.iterchildren(f"{W}rPr")

    def names(self, properties: _Element | None) -> list[str]:
        """The paragraph style's name and those it is based on, in small letters; its id where the file has no styles."""
        own = value(properties, "pStyle")
        found = [value(style, "name") or style.get(f"{W}styleId", "") for style in self.chain(own)]
        return [name.lower().strip() for name in found or ([own] if own else [])]

    def heading_level(self, properties: _Element | None) -> int | None:
        """1 to 9 of a heading, 0 of the document's title, None of any other paragraph."""
        for level in self.paragraph(properties, "outlineLvl"):
            depth = number(level.get(f"{W}val"), _BODY_LEVEL)
            if not 0 <= depth < _BODY_LEVEL:
                return None
            return depth + 1
        return named_level(self.names(properties))

    def is_contents(self, properties: _Element | None) -> bool:
        """Whether a paragraph is a line of a table of contents, or its heading."""
        return any(name == "toc heading" or re.fullmatch(r"toc\s*\d", name) for name in self.names(properties))

    def is_quote(self, properties: _Element | None) -> bool:
        """Whether a paragraph's style is one for quotations."""
        return any(name in QUOTE_STYLES for name in self.names(properties))

    def indents(self, properties: _Element | None) -> Indents:
        """Left and right indent in twentieths of a point."""
        left = right = None
        for indent in self.paragraph(properties, "ind"):
            left = indent.get(f"{W}left", indent.get(f"{W}start")) if left is None else left
            right = indent.get(f"{W}right", indent.get(f"{W}end")) if right is None else right
        return number(left, 0), number(right, 0)


def value(parent: _Element | None, name: str) -> str | None:
    """The value of a child such as ``<w:pStyle w:val="Heading1"/>``; None where there is no such child."""
    child = parent.find(W + name) if parent is not None else None
    return child.get(f"{W}val") if child is not None else None


def number(text: str | None, other: int) -> int:
    """A whole number, or ``other`` where the file has something else in its place."""
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,9}", text) else other
