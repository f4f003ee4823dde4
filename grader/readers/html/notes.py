"""Footnotes of HTML: a link to a place further down, from where a link leads back. So all programs write them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = ("p", "li", "div", "dd", "aside", "section", "td")
_MARK = 8  # characters of a note's mark at most: "[12]"
_MOST_LINKS = 2000
_COMMENTS = ("#cmnt", "#_msocom", "#_cmnt")


@dataclass(frozen=True, slots=True)
class Notes:
    """``marks``: links in the text with the label of their note; ``bodies``: label and element of each note, in order of the
    marks; ``skipped``: elements that the text reads on without (notes, links back, comments and their marks)."""

    marks: dict[_Element, str]
    bodies: list[tuple[str, _Element]]
    skipped: set[_Element]


def find(root: _Element) -> Notes:
    """The notes of a page."""
    places: dict[str, int] = {}
    targets: dict[str, _Element] = {}
    order = {}
    for i, element in enumerate(root.iter("*")):
        order[element] = i
        for name in (element.get("id"), element.get("name")):
            if name and name not in targets:
                targets[name] = element
                places[name] = i
    marks: dict[_Element, str] = {}
    labels: dict[_Element, str] = {}
    skipped: set[_Element] = set()
    bodies = []
    links = [one for one in root.iter("a") if one.get("href", "").startswith("#")][:_MOST_LINKS]
    for link in links:
        name = link.get("href", "")[1:]
        target = targets.get(name)
        if target is None or places[name] <= order[link] or len("".join(link.itertext()).strip()) > _MARK:
            continue
        own = _names_around(link)
        body, back = _body(target, own)
        if back is None or any(one is body for one in link.iterancestors()):
            continue
        skipped |= {body, back}
        if link.get("href", "").startswith(_COMMENTS):
            skipped.add(link)
            continue
        if body not in labels:
            labels[body] = str(len(labels) + 1)
            bodies.append((labels[body], body))
        marks[link] = labels[body]
    return Notes(marks, bodies, skipped)


def _names_around(link: _Element) -> set[str]:
    """The names by which a link back can mean this link: its own, of what it stands in closely, of what it holds."""
    near = [link, *link.iter("*")]
    for above in link.iterancestors():
        if above.tag in _BLOCKS or len(near) > 20:
            break
        near.append(above)
    return {name for one in near for name in (one.get("id"), one.get("name")) if name}


def _body(target: _Element, names: set[str]) -> tuple[_Element, _Element | None]:
    """The element that holds the whole note, and the link back in it; None where there is none."""
    body = target
    while body.tag not in _BLOCKS and body.getparent() is not None:
        body = body.getparent()
    back = next(
        (one for one in body.iter("a") if one.get("href", "")[1:] in names and one.get("href", "")[:1] == "#"), None
    )
    parent = body.getparent()
    while back is not None and parent is not None and parent.tag in ("div", "li", "aside") and _only_note(parent, back):
        body, parent = parent, parent.getparent()
    return body, back


def _only_note(parent: _Element, back: _Element) -> bool:
    """Whether an element holds one note and nothing else: it begins with this one's mark, and has no other links back."""
    words = "".join(parent.itertext()).lstrip()
    others = [one for one in parent.iter("a") if one is not back and one.get("href", "").startswith("#")]
    return not others and words.startswith("".join(back.itertext()).strip())
