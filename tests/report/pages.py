"""What the tests of pages share: a way to make a result, and a page taken apart."""

from __future__ import annotations

from html.parser import HTMLParser

from grader.marking import mark
from grader.result import Result
from grader.rubric import Point, PointSet
from grader.segment import build

POINTS = PointSet(
    (
        Point("p<1>", "The <i>towns</i> gained a steady income.", aliases=("receipts",), group="<gains>"),
        Point("m", "Penguins lay their eggs on the ice."),
    )
)


class Outline(HTMLParser):
    """What stands in a page: tags, attributes, ids, links, headings."""

    VOID = frozenset({"meta", "link", "br", "img", "input", "hr", "rect", "line", "path"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.open: list[str] = []
        self.faults: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open[-1] != tag:
            closed = self.open.pop()
            if closed not in ("li", "p", "dt", "dd", "tr", "td", "th"):
                self.faults.append(f"{closed} closed by {tag}")
        if self.open:
            self.open.pop()

    def values(self, name: str) -> list[str]:
        return [value for _, attribute, value in self.attributes if attribute == name]


def result_of(text: str, **more: object) -> Result:
    return mark(build(text, "an <essay>"), engine="none", points=POINTS, **more)  # type: ignore[arg-type]
