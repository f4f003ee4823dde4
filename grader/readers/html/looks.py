"""What the style sheet and the attributes of an HTML element say of its look; only what a reader of essays asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from grader.readers.layout import Indents

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_CSS = 400_000  # characters; a longer style sheet is none of an essay
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_AT_RULE = re.compile(r"@[^{};]*(?:;|\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}?)")  # what holds only in print, fonts, imports
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SELECTOR = re.compile(r"(?:[a-z][a-z0-9]*)?(?:\.[\w-]+)?", re.IGNORECASE)
_COUNTER = re.compile(r"\.(lst-kix_[\w-]+)\s*>\s*li:before\s*\{[^{}]*counter\([\w-]+,\s*([\w-]+)\)")
_ASKED = (
    "font-weight",
    "text-decoration",
    "display",
    "visibility",
    "margin",
    "list-style",
    "vertical-align",
    "mso-hide",
)
_LENGTH = re.compile(r"(-?(?:\d{1,6}(?:\.\d{0,6})?|\.\d{1,6}))(pt|px|in|cm|mm|em|rem)?")
_TWIPS = {"pt": 20.0, "px": 15.0, "in": 1440.0, "cm": 567.0, "mm": 56.7, "em": 240.0, "rem": 240.0}
_FORMS = {
    "decimal": "1", "lower-roman": "i", "upper-roman": "I", "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A",
    "upper-latin": "A",
}  # fmt: skip


class Looks:
    """The rules of a page's style sheets for classes and elements; nothing of cascades beyond these."""

    def __init__(self, sheets: str) -> None:
        sheets = _COMMENT.sub("", sheets[:_MOST_CSS].replace("<!--", "").replace("-->", ""))
        self.counters = {name: _FORMS.get(form, "1") for name, form in _COUNTER.findall(sheets)}
        self._rules: dict[str, dict[str, str]] = {}
        for selectors, text in _RULE.findall(_AT_RULE.sub("", sheets)):
            declared = _declared(text)
            for selector in selectors.split(",") if declared else ():
                name = selector.strip().lower()
                if name and _SELECTOR.fullmatch(name):
                    self._rules.setdefault(name, {}).update(declared)

    def of(self, element: _Element) -> Mapping[str, str]:
        """An element's declarations: its kind's, its classes', its own."""
        tag = element.tag.lower()
        found = dict(self._rules.get(tag, {}))
        for name in element.get("class", "").lower().split()[:20]:
            found.update(self._rules.get(f".{name}", {}))
            found.update(self._rules.get(f"{tag}.{name}", {}))
        found.update(_declared(element.get("style", "")))
        return found


def _declared(text: str) -> dict[str, str]:
    found = {}
    for one in text.split(";"):
        name, _, value = one.partition(":")
        name = name.strip().lower()
        if name.startswith(_ASKED):
            found[name] = value.strip().lower().removesuffix("!important").strip()
    return found


def is_hidden(element: _Element, look: Mapping[str, str]) -> bool:
    """Whether a browser does not show the element."""
    return (
        look.get("display") == "none"
        or look.get("visibility") == "hidden"
        or look.get("mso-hide") == "all"
        or element.get("hidden") is not None
    )


def weight(look: Mapping[str, str]) -> bool | None:
    """Whether its words are bold; None where the element does not say."""
    value = look.get("font-weight", "")
    if value.isdecimal():
        return int(value[:4]) >= 600
    return True if value in ("bold", "bolder") else False if value in ("normal", "lighter") else None


def has_line(look: Mapping[str, str], line: str) -> bool:
    """Whether its words have a line through ("line-through") or under ("underline") them."""
    return any(line in value for name, value in look.items() if name.startswith("text-decoration"))


def indents(look: Mapping[str, str]) -> Indents:
    """Left and right margin in twentieths of a point."""
    sides = look.get("margin", "").split()
    right = sides[1] if len(sides) > 1 else sides[0] if sides else ""
    left = sides[3] if len(sides) > 3 else right
    return _twips(look.get("margin-left", left)), _twips(look.get("margin-right", right))


def list_form(element: _Element, look: Mapping[str, str]) -> str:
    """How an ordered list is numbered, as :func:`~grader.readers.counting.written` has it."""
    kind = element.get("type", "")
    return (
        kind
        if kind in ("1", "a", "A", "i", "I")
        else _FORMS.get(look.get("list-style-type", look.get("list-style", "")), "1")
    )


def _twips(length: str) -> int:
    match = _LENGTH.fullmatch(length)
    return round(float(match.group(1)) * _TWIPS[match.group(2) or "px"]) if match else 0
