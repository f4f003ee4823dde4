"""The outline (and each section's mini-outline) held against the body, item by item.

Where the body has headings, items are held against them: by their words, a known name, their number, their place, then
by what stands under a heading. Where it has none, items are looked for in the paragraphs, and one that can neither be
found nor be called missing is left open. Items that stand elsewhere than the outline says are told by a longest
increasing subsequence over those with a heading of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from grader.context import Context
from grader.facts.outline_sections import MOST_SENTENCES, SAME, match_sections
from grader.facts.sections import BESIDE, Section, Unit, sections, units
from grader.facts.sequence import in_order
from grader.facts.taken_up import NEAR, general_stems, likeness_table, own_stems, shares_a_word, takes_up
from grader.model import Block, Essay
from grader.segment.lines import is_thesis_line, known_name
from grader.segment.similarity import content_stems, title_similarity

_FAR = 0.35  # cosine under which no sentence speaks of an item

State = Literal["same", "changed", "missing"]


@dataclass(frozen=True, slots=True)
class Item:
    """One line of an outline: what became of it, and the body heading it answers to (None when there is none).

    ``place`` is where the body takes it up (None where that is nowhere, or under another item's heading). ``in_order``
    false: the body has it elsewhere in the row than the outline. ``sure`` false: it may be there or not, so that it counts
    neither way.
    """

    block: Block
    text: str
    state: State
    heading: Block | None
    place: int | None = None
    in_order: bool = True
    sure: bool = True


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
        return sum(item.state != "missing" for item in self.items if item.sure)

    @property
    def counted(self) -> int:
        """Items of which it is sure whether the body has them."""
        return sum(item.sure for item in self.items)

    @property
    def moved(self) -> tuple[Item, ...]:
        """Items that the body has elsewhere in the row."""
        return tuple(item for item in self.items if not item.in_order)

    def passed(self, moved: Item) -> tuple[Literal["before", "after"], Item]:
        """What an item out of order was moved past: where the outline puts it, and the item beside which that is wrong."""
        at = self.items.index(moved)
        row = [(i, item) for i, item in enumerate(self.items) if item.in_order and item.place is not None]
        later = [item for i, item in row if i > at and item.place < moved.place]  # type: ignore[operator]
        earlier = [item for i, item in row if i < at and item.place > moved.place]  # type: ignore[operator]
        return ("before", later[0]) if later else ("after", earlier[-1])


def outlines(essay: Essay, context: Context) -> tuple[Outline, ...]:
    """The whole answer's outline, if any, then each mini-outline in order."""
    found = context.fact(sections)
    general = context.fact(general_stems)
    result = []
    for i, section in enumerate(found):
        items = [block for block in section.blocks if block.kind == "outline" and not is_thesis_line(essay[block.span])]
        if not items:
            continue
        if section.role != "outline":
            children = _children(found, i)
            result.append(_held_against(essay, section, items, children, children, general))
            continue
        body = [other for other in found if other.heading and other.role not in BESIDE]
        if any(other.role == "body" for other in body):
            depth = max((item.level for item in items), default=1)
            expected = [other for other in body if other.level <= max(depth, 1)]
            result.append(_held_against(essay, None, items, expected, body, general))
        else:
            result.append(_held_against_paragraphs(essay, items, context.fact(units), general))
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
    essay: Essay,
    section: Section | None,
    items: list[Block],
    expected: list[Section],
    body: list[Section],
    general: frozenset[str],
) -> Outline:
    labels = [essay.label_of(item) for item in items]
    taken, shared = match_sections(essay, items, labels, body, general)
    result = []
    for i, (item, label) in enumerate(zip(items, labels, strict=True)):
        at = taken.get(i, shared.get(i))
        heading = None if at is None else body[at].heading
        alike = title_similarity(label, body[taken[i]].title) if i in taken else 0.0
        place = heading.span.start if heading and i in taken else None
        state: State = "missing" if at is None else "same" if alike >= SAME else "changed"
        unsure = at is None and _may_be_told(essay, i, items, labels, body, taken, general)
        result.append(Item(item, label, state, heading, place, sure=not unsure))
    matched = set(taken.values())
    extra = [
        other.heading
        for j, other in enumerate(body)
        if other in expected and j not in matched and other.heading and not _part_of_a_neighbour(j, body, labels, taken)
    ]
    return Outline(section, _with_order(result), tuple(extra))


def _may_be_told(
    essay: Essay,
    i: int,
    items: list[Block],
    labels: list[str],
    body: list[Section],
    taken: dict[int, int],
    general: frozenset[str],
) -> bool:
    """Whether an item without a heading may be told within the section of the item above it: one that has no sub-headings,
    and something of the item (or the body has no sub-headings anywhere)."""
    above = next((k for k in range(i - 1, -1, -1) if items[k].level < items[i].level), None)
    if above is None or above not in taken:
        return False
    j = taken[above]
    if j + 1 < len(body) and body[j + 1].level > body[j].level:
        return False
    if not any(one.level >= items[i].level for one in body):
        return True  # no sub-headings at all: the outline is finer than the body, and the text may tell it in any words
    return not _gone(labels[i], [one.text for one in essay.sentences_in(body[j].span)], general)


def _gone(label: str, said: list[str], general: frozenset[str]) -> bool:
    """Whether no sentence has a word of an item, and the encoder finds none near."""
    near = likeness_table([label], said[:MOST_SENTENCES])
    own = own_stems(label.partition(":")[0], general) or own_stems(label, general)
    everything = frozenset().union(*(content_stems(one) for one in said))
    nearest = max(near[0]) if near else 0.0
    return len(own) >= (1 if near else 2) and not shares_a_word(own, everything) and nearest < _FAR


def _with_order(items: list[Item]) -> tuple[Item, ...]:
    placed = [(i, item.place) for i, item in enumerate(items) if item.place is not None]
    kept = in_order([place for _, place in placed])
    moved = {i for k, (i, _) in enumerate(placed) if k not in kept}
    return tuple(replace(item, in_order=i not in moved) for i, item in enumerate(items))


def _part_of_a_neighbour(j: int, body: list[Section], labels: list[str], taken: dict[int, int]) -> bool:
    """Whether a heading is the other half of an item that was made two sections: "Boats and licences", "Licences"."""
    stems = content_stems(body[j].title)
    halves = [
        labels[i] for i, at in taken.items() if abs(at - j) == 1 and title_similarity(labels[i], body[at].title) < SAME
    ]
    return any(2 * len(stems & content_stems(label)) >= len(stems) for label in halves)


def _held_against_paragraphs(
    essay: Essay, items: list[Block], steps: Sequence[Unit], general: frozenset[str]
) -> Outline:
    """Items held against paragraphs without headings. An item is the paragraph whose opening sentence holds its words, or
    is taken up in one; it is missing only where no sentence has a word of it and the encoder finds none near. When half
    of the items cannot be found the plan was another, or is put in other words: then no item is called missing."""
    labels = [essay.label_of(item) for item in items]
    said = [(step, sentence) for step in steps for sentence in step.sentences][:MOST_SENTENCES]
    near = likeness_table(labels, [sentence.text for _, sentence in said])
    everything = frozenset().union(*(content_stems(sentence.text) for _, sentence in said))
    result = []
    for i, (item, label) in enumerate(zip(items, labels, strict=True)):
        own = own_stems(label.partition(":")[0], general) or own_stems(label, general)
        opened = [step for step in steps if step.sentences and own and own <= content_stems(step.sentences[0].text)]
        named = any(known_name(label, step.role) for step in steps if step.role in ("introduction", "conclusion"))
        nearest = max(near[i]) if near else 0.0
        within = [
            step for step in steps if takes_up(own, [content_stems(sentence.text) for sentence in step.sentences])
        ]
        if named or within or opened or nearest >= NEAR:
            place = opened[0].span.start if len(opened) == 1 and opened[0].role == "body" else None
            result.append(Item(item, label, "changed", None, place))
        else:
            gone = len(own) >= (1 if near else 2) and not shares_a_word(own, everything) and nearest < _FAR
            over = i + 1 < len(items) and items[i + 1].level > item.level
            result.append(
                Item(item, label, "missing" if gone and not over else "changed", None, sure=gone and not over)
            )
    found = sum(item.sure and item.state != "missing" for item in result)
    if 2 * found < len(result):
        result = [replace(item, state="changed", sure=False) if item.state == "missing" else item for item in result]
    return Outline(None, _with_order(result), ())
