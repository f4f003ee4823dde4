"""Blocks of an HTML page: what its elements and styles make headings, paragraphs, items, quotations and tables."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from grader.readers.counting import written
from grader.readers.document import Part, Run, Style
from grader.readers.html import looks, notes
from grader.readers.layout import cell_text, has_plain_words, is_layout, is_set_in, joined, raised, usual, without_start

if TYPE_CHECKING:
    from lxml.etree import _Element

_SKIPPED = frozenset(
    [
        "script",
        "style",
        "head",
        "title",
        "nav",
        "footer",
        "template",
        "noscript",
        "iframe",
        "object",
        "embed",
        "applet",
        "svg",
        "canvas",
        "map",
        "button",
        "input",
        "select",
        "textarea",
        "datalist",
        "audio",
        "video",
        "img",
        "link",
        "meta",
        "base",
        "colgroup",
        "col",
        "rp",
        "rt",
    ]
)
_BLOCKS = frozenset(
    [
        "html",
        "body",
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "aside",
        "center",
        "address",
        "fieldset",
        "form",
        "legend",
        "details",
        "summary",
        "figure",
        "figcaption",
        "dl",
        "dt",
        "dd",
        "hr",
        "caption",
        "pre",
        "blockquote",
        "table",
        "ul",
        "ol",
        "li",
        "dir",
        "menu",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
    ]
)
_STRUCK = frozenset(("del", "s", "strike"))
_QUOTES = re.compile(r"(?:mso(?:intense)?quote|quotations?|block-?(?:text|quote)|(?:intense-?)?quote)\b")
_CONTENTS = ("#h.", "#_toc", "#__refheading")
_WORD_ITEM = re.compile(r"\s*(?:(?P<bullet>[·•§▪o\-–])|(?P<number>\(?\w{1,5}[.)]))(?:[ \t\r\n]*\xa0[ \t\r\n\xa0]*)")
_HALF_INCH = 720  # Word's step from one depth of a list to the next, in twentieths of a point
_SPACES = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class _Look:
    """How the words at hand look."""

    style: Style = "plain"
    bold: bool = False
    lined: bool = False
    raised: bool = False
    kept: bool = False  # line breaks of <pre>


class Body:
    """Reads a page once, from its first block to its last."""

    def __init__(self, root: _Element) -> None:
        self._root = root
        self._looks = looks.Looks("\n".join("".join(one.itertext()) for one in root.iter("style")))
        self._notes = notes.find(root)
        self._parts: list[Part] = []
        self._runs: list[Run] = []
        self._shape = Part("paragraph")
        self._bold = True
        self._word_item = 0  # depth of a paragraph that Word's filtered HTML has as an item of a list
        self._depth = 0  # of lists
        self._usual = usual(
            looks.indents(self._looks.of(one)) for one in root.iter("p") if "".join(one.itertext()).strip()
        )

    def read(self) -> tuple[Part, ...]:
        """Every block, and the notes after them in the order of their marks."""
        self._walk(self._root, _Look())
        self._flush()
        found = self._parts
        self._notes.skipped.difference_update(body for _, body in self._notes.bodies)
        for label, body in self._notes.bodies:
            found.append(Part("note", tuple(joined(part.runs for part in self._apart(body))), label=label))
        return tuple(found)

    def _apart(self, element: _Element) -> list[Part]:
        """The blocks of one element, read by themselves."""
        before = self._parts, self._runs, self._shape, self._bold, self._depth, self._word_item
        self._parts, self._runs, self._shape, self._bold, self._depth, self._word_item = (
            [],
            [],
            Part("paragraph"),
            True,
            0,
            0,
        )
        self._children(element, _Look())
        self._flush()
        found = self._parts
        self._parts, self._runs, self._shape, self._bold, self._depth, self._word_item = before
        return found

    def _walk(self, element: _Element, look: _Look) -> None:
        tag = element.tag.lower() if isinstance(element.tag, str) else ""
        if not tag or tag in _SKIPPED or element in self._notes.skipped:
            return
        declared = self._looks.of(element)
        if looks.is_hidden(element, declared) or self._is_furniture(element):
            return
        if element in self._notes.marks:
            if look.style != "struck":
                self._runs.append(Run("", note=self._notes.marks[element]))
            return
        if tag == "br":
            self._runs.append(Run("\n", look.style))
        elif tag == "q":  # browsers write the marks
            self._words("“", look)
            self._children(element, self._inner(tag, declared, look))
            self._words("”", look)
        elif tag == "table":
            self._flush()
            self._table(element)
        elif tag in _BLOCKS:
            self._block(element, tag, declared, self._inner(tag, declared, look))
        else:
            self._children(element, self._inner(tag, declared, look))

    def _children(self, element: _Element, look: _Look) -> None:
        self._words(element.text, look)
        for child in element:
            self._walk(child, look)
            self._words(child.tail, look)

    def _inner(self, tag: str, declared: Mapping[str, str], look: _Look) -> _Look:
        """The look of an element's words."""
        struck = tag in _STRUCK or looks.has_line(declared, "line-through")
        bold = looks.weight(declared)
        lined = tag == "u" or (tag != "a" and looks.has_line(declared, "underline"))
        return _Look(
            "struck" if struck or look.style == "struck" else "inserted" if tag == "ins" else look.style,
            bold if bold is not None else look.bold or tag in ("b", "strong"),
            lined or look.lined,
            tag == "sup" or look.raised,
            tag == "pre" or look.kept,
        )

    def _words(self, text: str | None, look: _Look) -> None:
        if not text:
            return
        text = text if look.kept else _SPACES.sub(" ", text)
        if text.strip() and look.style == "plain":
            self._bold = self._bold and (look.bold or look.lined)
        self._runs.append(Run(raised(text) if look.raised else text, look.style))

    def _block(self, element: _Element, tag: str, declared: Mapping[str, str], look: _Look) -> None:
        self._flush()
        before = self._shape, self._depth, self._word_item
        classes = element.get("class", "").lower()
        if tag[0] == "h" and len(tag) == 2 and tag[1].isdecimal():
            self._shape = Part("heading", level=0 if _has_class(classes, "title") else int(tag[1:]))
        elif tag == "p" and _has_class(classes, "title", "msotitle"):
            self._shape = Part("heading")
        elif tag in ("ul", "ol", "dir", "menu"):
            self._depth += 1
            self._list(element, look, looks.list_form(element, declared) if tag == "ol" else "")
            self._flush()
            self._shape, self._depth, self._word_item = before
            return
        elif tag == "blockquote" or self._is_quote(tag, classes, declared):
            self._shape = Part("quote")
        elif tag == "p" and classes.startswith("msolist"):
            self._word_item = max(1, round(looks.indents(declared)[0] / _HALF_INCH))
        self._children(element, look)
        self._flush()
        after = self._shape
        self._shape, self._depth, self._word_item = before
        if before[0].kind == "item" and after.kind == "paragraph":
            self._shape = after  # the item has had its first paragraph

    def _is_quote(self, tag: str, classes: str, declared: Mapping[str, str]) -> bool:
        if tag not in ("p", "div") or self._shape.kind != "paragraph":
            return False
        set_in = tag == "p" and is_set_in(looks.indents(declared), self._usual)
        return set_in or any(_QUOTES.fullmatch(name) for name in classes.split())

    def _list(self, listing: _Element, look: _Look, form: str) -> None:
        depth, count = self._depth, _whole(listing.get("start"), 1) - 1
        kix = next((name for name in listing.get("class", "").split() if name.startswith("lst-kix_")), "")
        if kix:  # Google Docs: every depth is a list of its own, its number at the end of its class
            depth = _whole(kix.rpartition("-")[2], 0) + 1
            form = self._looks.counters.get(kix, form) if form else ""
        for child in listing:
            if child.tag == "li" and child not in self._notes.skipped:
                count = _whole(child.get("value"), count + 1)
                quoted = self._shape.kind == "quote"
                number = f"{written(count, form)}." if form else ""
                before = self._shape
                self._shape = before if quoted else Part("item", level=min(depth, 9), number=number)
                self._item(child, look)
                self._shape = before
            else:
                self._walk(child, look)

    def _item(self, item: _Element, look: _Look) -> None:
        declared = self._looks.of(item)
        if not looks.is_hidden(item, declared):
            self._children(item, self._inner("li", declared, look))
        self._flush()

    def _table(self, table: _Element) -> None:
        rows = [
            [self._apart(cell) for cell in row if cell.tag in ("td", "th")]
            for row in table.iter("tr")
            if next(row.iterancestors("table"), None) is table
        ]
        if is_layout(rows):
            self._parts += [part for row in rows for cell in row for part in cell]
        else:
            self._parts.append(Part("table", rows=tuple(tuple(map(cell_text, row)) for row in rows)))

    def _flush(self) -> None:
        """Ends the block at hand."""
        runs, bold, self._runs, self._bold = self._runs, self._bold, [], True
        if not any(run.text.strip() or run.note for run in runs):
            return
        shape = self._shape
        if self._word_item and shape.kind == "paragraph":
            runs, shape = _without_sign(runs, self._word_item)
        if shape.kind in ("paragraph", "item"):
            shape = replace(shape, bold=bold and has_plain_words(runs))
        self._parts.append(replace(shape, runs=tuple(runs)))
        if self._shape.kind == "item":
            self._shape = Part("paragraph")

    def _is_furniture(self, element: _Element) -> bool:
        """Whether an element is a line of a table of contents, or the head or foot of a page."""
        if element.get("title", "").lower() in ("header", "footer") and element.tag == "div":
            return True
        classes = element.get("class", "").lower()
        if classes.startswith(("msotoc", "msocom", "msoheader", "msofooter")):
            return True
        if element.tag == "div" and element.get("id", "").lower().startswith("table of contents"):
            return True
        if element.tag != "p":
            return False
        links = [one for one in element.iter("a") if one.get("href", "").lower().startswith(_CONTENTS)]
        words = "".join(element.itertext()).split()
        return bool(links) and words == [word for link in links for word in "".join(link.itertext()).split()]


def _without_sign(runs: list[Run], depth: int) -> tuple[list[Run], Part]:
    """Word writes an item's bullet or number as its first words, with spaces that do not break after it."""
    text = "".join(run.text for run in runs)
    match = _WORD_ITEM.match(text)
    if not match:
        return runs, Part("paragraph")
    return list(without_start(runs, match.end())), Part("item", level=depth, number=match["number"] or "")


def _has_class(classes: str, *names: str) -> bool:
    return any(name in names for name in classes.split())


def _whole(text: str | None, other: int) -> int:
    return int(text) if text is not None and re.fullmatch(r"\d{1,4}", text) else other
