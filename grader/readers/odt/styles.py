"""What the styles of an OpenDocument text say, with what they are based on; and its kinds of lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grader.readers.counting import written
from grader.readers.layout import QUOTE_STYLES, Indents

if TYPE_CHECKING:
    from lxml.etree import _Element

_NS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, STYLE, TEXT, TABLE, DRAW = (_NS % name for name in ("office", "style", "text", "table", "drawing"))
FO = _NS % "xsl-fo-compatible"
_TWIPS = {"in": 1440.0, "cm": 567.0, "mm": 56.7, "pt": 20.0, "pc": 240.0, "px": 15.0}
_LENGTH = re.compile(r"(-?\d{0,6}(?:\.\d{1,6})?)(in|cm|mm|pt|pc|px)")


@dataclass(frozen=True, slots=True)
class Level:
    """How one depth of a list is numbered: ``form`` as in :func:`~grader.readers.counting.written`, "" for bullets."""

    form: str = ""
    before: str = ""
    after: str = ""
    start: int = 1
    shown: int = 1  # of how many depths the number consists


class Styles:
    """Looks up named styles of both members, the content's own ones first."""

    def __init__(self, *roots: _Element | None) -> None:
        self._styles: dict[tuple[str, str], _Element] = {}
        self._lists: dict[str, dict[int, Level]] = {}
        self.outline: dict[int, Level] = {}
        for root in reversed(roots):
            for style in root.iter(f"{STYLE}style") if root is not None else ():
                self._styles[style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", "")] = style
            for one in root.iter(f"{TEXT}list-style") if root is not None else ():
                self._lists[one.get(f"{STYLE}name", "")] = _levels(one)
            for one in root.iter(f"{TEXT}outline-style") if root is not None else ():
                self.outline = _levels(one)

    def _chain(self, family: str, name: str | None) -> Iterator[_Element]:
        seen: set[str] = set()
        while name and (family, name) in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[family, name]
            name = self._styles[family, name].get(f"{STYLE}parent-style-name")

    def _looks(self, name: str, *styles: tuple[str, str | None]) -> str:
        """An attribute of text from the first style that has it, or "": ``styles`` are families and names."""
        for family, style in styles:
            for one in self._chain(family, style):
                for properties in one.iterchildren(f"{STYLE}text-properties"):
                    if found := properties.get(name):
                        return str(found)
        return ""

    def is_struck(self, *styles: tuple[str, str | None]) -> bool:
        """Whether words of these styles are struck through."""
        found = (self._looks(STYLE + name, *styles) for name in ("text-line-through-style", "text-line-through-type"))
        return any(value not in ("", "none") for value in found)

    def is_hidden(self, *styles: tuple[str, str | None]) -> bool:
        """Whether words of these styles are not shown."""
        return self._looks(f"{TEXT}display", *styles) == "none"

    def is_raised(self, *styles: tuple[str, str | None]) -> bool:
        """Whether words of these styles stand raised, as marks of notes do."""
        return bool(re.match(r"super|[1-9]", self._looks(f"{STYLE}text-position", *styles)))

    def is_bold(self, *styles: tuple[str, str | None]) -> bool:
        """Whether words of these styles are bold or underlined."""
        weight = self._looks(f"{FO}font-weight", *styles)
        line = self._looks(f"{STYLE}text-underline-style", *styles)
        return weight in ("bold", "600", "700", "800", "900") or line not in ("", "none")

    def names(self, style: str | None) -> list[str]:
        """A paragraph style's name as shown and those it is based on, in small letters."""
        found = [style or ""]
        for one in self._chain("paragraph", style):
            found += [one.get(f"{STYLE}display-name", ""), one.get(f"{STYLE}parent-style-name", "")]
        return [name.replace("_20_", " ").lower() for name in found if name]

    def outline_level(self, style: str | None) -> int:
        """The level of a paragraph whose style makes it a heading; 0 for others."""
        for one in self._chain("paragraph", style):
            if (level := whole(one.get(f"{STYLE}default-outline-level"), -1)) >= 0:
                return level
        return 0

    def is_quote(self, style: str | None) -> bool:
        """Whether a paragraph's style is one for quotations."""
        return any(name in QUOTE_STYLES for name in self.names(style))

    def indents(self, style: str | None) -> Indents:
        """Left and right margin of a paragraph in twentieths of a point."""
        found = {"margin-left": 0, "margin-right": 0}
        for one in reversed(list(self._chain("paragraph", style))):
            for properties in one.iterchildren(f"{STYLE}paragraph-properties"):
                for name in found:
                    found[name] = _twips(properties.get(FO + name), found[name])
        return found["margin-left"], found["margin-right"]

    def list_style(self, style: str | None) -> str:
        """The list that a paragraph style puts its paragraphs in."""
        return next(
            (name for one in self._chain("paragraph", style) if (name := one.get(f"{STYLE}list-style-name"))), ""
        )

    def levels(self, name: str) -> dict[int, Level]:
        """How each depth (from 1) of a list is numbered; empty for a list that the file does not know."""
        return self._lists.get(name, {})


def numbered(levels: dict[int, Level], depth: int, counts: list[int]) -> str:
    """The number of an item at a depth from 1, as shown; "" for bullets. ``counts`` are those of depth 1 and on."""
    level = levels.get(depth, Level())
    if not level.form:
        return ""
    first = max(1, depth - level.shown + 1)
    forms = [(levels.get(at, Level()).form or "1", counts[at - 1]) for at in range(first, depth + 1)]
    return level.before + ".".join(written(max(1, count), form) for form, count in forms) + level.after


def _levels(style: _Element) -> dict[int, Level]:
    found = {}
    for one in style:
        depth = whole(one.get(f"{TEXT}level"), -1)
        if depth >= 0:
            found[depth] = Level(
                one.get(f"{STYLE}num-format", "")[:1],
                one.get(f"{STYLE}num-prefix", ""),
                one.get(f"{STYLE}num-suffix", ""),
                whole(one.get(f"{TEXT}start-value"), 1),
                whole(one.get(f"{TEXT}display-levels"), 1),
            )
    return found


def whole(text: str | None, other: int) -> int:
    """A whole number of at most six figures, or ``other``."""
    return int(text) if text is not None and re.fullmatch(r"\d{1,6}", text) else other


def _twips(length: str | None, other: int) -> int:
    match = _LENGTH.fullmatch(length or "")
    return (
        round(float(match.group(1) or 0) * _TWIPS[match.group(2)])
        if match and match.group(1) not in ("", "-", ".", "-.")
        else other
    )
