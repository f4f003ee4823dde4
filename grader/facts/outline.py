"""The outline (and each section's mini-outline) held against the headings of the body, item by item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from grader.context import Context
from grader.facts.sections import Section, sections
from grader.model import Block, Essay
from grader.segment.lines import known_name
from grader.segment.similarity import content_stems, title_similarity

SAME = 0.9
CHANGED = 0.45

State = Literal["same", "changed", "missing"]


@dataclass(frozen=True, slots=True)
class Item:
    """One line of an outline: what became of it, and the body heading it answers to (None when missing)."""

    block: Block
    text: str
    state: State
    heading: Block | None


@dataclass(frozen=True, slots=True)
class Outline:
    """One outline held against the body.

    ``section`` is the section whose mini-outline it is, None for the outline of the whole answer. ``extra`` are
    the body headings that no item announces.
    """

    section: Section | None
    items: tuple[Item, ...]
    extra: tuple[Block, ...]

    @property
    def found(self) -> int:
        """Items with a section in the body, under the same or other words."""
        return sum(item.state != "missing" for item in self.items)


def outlines(essay: Essay, context: Context) -> tuple[Outline, ...]:
    """The whole answer's outline, if any, then each mini-outline in order."""
    found = context.fact(sections)
    result = []
    for i, section in enumerate(found):
        items = [block for block in section.blocks if block.kind == "outline"]
        if not items:
            continue
        if section.role == "outline":
            body = [other for other in found if other.heading and other.role not in ("outline", "references")]
            depth = max((item.level for item in items), default=1)
            result.append(
                _held_against(essay, None, items, [other for other in body if other.level <= max(depth, 1)], body)
            )
        else:
            children = _children(found, i)
            result.append(_held_against(essay, section, items, children, children))
    return tuple(result)


def lone_sections(essay: Essay, context: Context) -> tuple[Section, ...]:
    """Sections with sub-headings but no mini-outline, where at least two sister sections have one."""
    found = context.fact(sections)
    with_children = [
        section
        for i, section in enumerate(found)
        if section.heading and section.level == 1 and len(_children(found, i)) > 1
    ]
    listed = [section for section in with_children if any(block.kind == "outline" for block in section.blocks)]
    return tuple(section for section in with_children if section not in listed) if len(listed) >= 2 else ()


def _children(found: tuple[Section, ...], parent: int) -> list[Section]:
    """Sub-sections straight under a section."""
    level = found[parent].level
    below = []
    for section in found[parent + 1 :]:
        if section.level <= level:
            break
        below.append(section)
    top = min((section.level for section in below), default=0)
    return [section for section in below if section.level == top]


def _held_against(
    essay: Essay, section: Section | None, items: list[Block], expected: list[Section], body: list[Section]
) -> Outline:
    labels = [essay.label_of(item) for item in items]
    taken: dict[int, int] = {}  # item -> index in body
    pairs = sorted(
        (
            (title_similarity(label, other.title), i, j)
            for i, label in enumerate(labels)
            for j, other in enumerate(body)
        ),
        key=lambda pair: (-pair[0], abs(pair[1] - pair[2])),
    )
    for similarity, i, j in pairs:
        if similarity >= CHANGED and i not in taken and j not in taken.values():
            taken[i] = j
    _match_known_names(labels, body, taken)
    _match_by_place(items, body, taken)
    _match_by_text(essay, labels, body, taken)
    result = []
    for i, (item, label) in enumerate(zip(items, labels, strict=True)):
        heading = body[taken[i]].heading if i in taken else None
        alike = title_similarity(label, body[taken[i]].title) if i in taken else 0.0
        result.append(
            Item(item, label, "missing" if i not in taken else "same" if alike >= SAME else "changed", heading)
        )
    matched = set(taken.values())
    extra = [other.heading for j, other in enumerate(body) if other in expected and j not in matched and other.heading]
    return Outline(section, tuple(result), tuple(extra))


def _match_known_names(labels: list[str], body: list[Section], taken: dict[int, int]) -> None:
    """ "Concluding remarks" in the outline is "Conclusion" in the body."""
    for key in ("introduction", "conclusion"):
        i = next((i for i, label in enumerate(labels) if i not in taken and known_name(label, key)), None)
        j = next((j for j, other in enumerate(body) if j not in taken.values() and other.role == key), None)
        if i is not None and j is not None:
            taken[i] = j


def _match_by_place(items: list[Block], body: list[Section], taken: dict[int, int]) -> None:
    """An item and a heading with the same number, or both alone between the same two neighbours, are one section
    under other words."""
    for i, item in enumerate(items):
        if i in taken:
            continue
        before, after = taken.get(i - 1, -1), taken.get(i + 1, len(body))
        between = [j for j in range(before + 1, after) if j not in taken.values() and body[j].level == item.level]
        lone_item = (i == 0 or i - 1 in taken) and (i + 1 == len(items) or i + 1 in taken)
        numbered = [j for j in between if item.number and body[j].heading and body[j].heading.number == item.number]  # type: ignore[union-attr]
        if numbered and lone_item:
            taken[i] = numbered[0]
        elif lone_item and len(between) == 1 and not item.number and 0 < i < len(items) - 1:
            taken[i] = between[0]


def _match_by_text(essay: Essay, labels: list[str], body: list[Section], taken: dict[int, int]) -> None:
    """An item whose content words all come in the opening sentence of an unmatched section is that section."""
    for i, label in enumerate(labels):
        stems = content_stems(label)
        if i in taken or len(stems) < 2:
            continue
        for j, other in enumerate(body):
            sentences = essay.sentences_in(other.span)
            if j not in taken.values() and sentences and stems <= content_stems(sentences[0].text):
                taken[i] = j
                break
