"""The outline (and each section's mini-outline) held against the body, item by item.

Where the body has headings, items are held against them: by their words, a known name, their number, their place, then
by what stands under a heading. Where it has none, items are looked for in the paragraphs, and one that can neither be
found nor be called missing is left open. Items that stand elsewhere than the outline says are told by a longest
increasing subsequence over those with a heading of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from grader.context import Context
from grader.facts.sections import Section, Unit, sections, units
from grader.facts.sequence import in_order
from grader.facts.taken_up import NEAR, general_stems, likeness_table, own_stems, shares_a_word, takes_up
from grader.model import Block, Essay
from grader.segment.lines import known_name
from grader.segment.similarity import content_stems, title_similarity

SAME = 0.9
CHANGED = 0.45
_FAR = 0.3  # cosine under which no sentence speaks of an item
_BEARS = 0.22  # cosine from which a section may be an item put quite otherwise
_MOST_SENTENCES = 200  # shown to the encoder; an exam answer has fewer

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
        items = [block for block in section.blocks if block.kind == "outline"]
        if not items:
            continue
        if section.role != "outline":
            children = _children(found, i)
            result.append(_held_against(essay, section, items, children, children, general))
            continue
        body = [other for other in found if other.heading and other.role not in ("outline", "references")]
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
    taken: dict[int, int] = {}  # item -> index in body
    pairs = sorted(
        ((_alike(label, other.title, general), i, j) for i, label in enumerate(labels) for j, other in enumerate(body)),
        key=lambda pair: (-pair[0], abs(pair[1] - pair[2])),
    )
    for similarity, i, j in pairs:
        if similarity >= CHANGED and i not in taken and j not in taken.values():
            taken[i] = j
    _match_known_names(labels, body, taken)
    _match_by_place(items, body, taken)
    _match_by_text(essay, labels, body, taken)
    _match_gaps(essay, items, labels, body, taken, {}, as_many=True)
    shared = _match_by_what_is_said(essay, labels, body, taken, general)
    shared |= _match_groups(items, taken)
    _match_gaps(essay, items, labels, body, taken, shared)
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
    near = likeness_table([label], said[:_MOST_SENTENCES])
    own = own_stems(label.partition(":")[0], general) or own_stems(label, general)
    everything = frozenset().union(*(content_stems(one) for one in said))
    nearest = max(near[0]) if near else 0.0
    return len(own) >= (1 if near else 2) and not shares_a_word(own, everything) and nearest < _FAR


def _alike(label: str, title: str, general: frozenset[str]) -> float:
    """How alike two headings are; those that share only what any part of the answer might be called ("Pakistan's role") are
    not."""
    alike = title_similarity(label, title)
    own = own_stems(label, general) & own_stems(title, general)
    return alike if alike >= SAME or own or not own_stems(label, general) else 0.0


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


def _match_by_what_is_said(
    essay: Essay, labels: list[str], body: list[Section], taken: dict[int, int], general: frozenset[str]
) -> dict[int, int]:
    """Items that stand under a heading of quite other words: a free one becomes theirs; one that is another item's is
    returned, for two items made one section."""
    left = [i for i in range(len(labels)) if i not in taken]
    if not left:
        return {}
    said = [(j, sentence) for j, other in enumerate(body) for sentence in essay.sentences_in(other.span)]
    said = said[:_MOST_SENTENCES]
    near = likeness_table([labels[i] for i in left], [sentence.text for _, sentence in said])
    shared: dict[int, int] = {}
    for row, i in enumerate(left):
        own = own_stems(labels[i].partition(":")[0], general) or own_stems(labels[i], general)
        by_section: dict[int, list[frozenset[str]]] = {}
        nearest: dict[int, float] = {}
        for column, (j, sentence) in enumerate(said):
            by_section.setdefault(j, []).append(content_stems(sentence.text))
            nearest[j] = max(nearest.get(j, -1.0), near[row][column] if near else -1.0)
        places = [j for j, sentences in by_section.items() if takes_up(own, sentences) or nearest[j] >= NEAR]
        free = [j for j in places if j not in taken.values() and body[j].role == "body"]
        if free:
            taken[i] = max(free, key=lambda j: (nearest[j], -j))
            continue
        beside = {taken[k] for k in (i - 1, i + 1) if k in taken}
        both = [j for j in sorted(beside) if own and own <= content_stems(body[j].title)]
        if within := both or [j for j in places if body[j].role == "body"]:
            shared[i] = max(within, key=lambda j: (nearest.get(j, 0.0), -j))
    return shared


def _match_gaps(
    essay: Essay,
    items: list[Block],
    labels: list[str],
    body: list[Section],
    taken: dict[int, int],
    shared: dict[int, int],
    *,
    as_many: bool = False,
) -> None:
    """Items and headings left over between the same two neighbours are the same sections under other words: one by one
    where they are as many, and the nearest where there is one of either kind (not with ``as_many``)."""
    row = sorted(taken)
    for before, after in pairwise(row):
        left = [i for i in range(before + 1, after) if i not in shared]
        free = [j for j in range(taken[before] + 1, taken[after]) if j not in taken.values()]
        free = [j for j in free if left and body[j].level == items[left[0]].level]
        if not left or not free:
            continue
        if len(left) == len(free):
            pairs = list(zip(left, free, strict=True))
        elif min(len(left), len(free)) == 1 and not as_many:
            pairs = [_nearest(essay, labels, body, left, free)]
        else:
            continue
        for i, j in pairs:
            number = body[j].heading.number if body[j].heading else ""  # type: ignore[union-attr]
            given = [items[k].number for k in taken]  # a number used twice says nothing
            clash = number and items[i].number and number != items[i].number and number not in given
            if not clash and _bears_on(labels[i], essay, body[j]):
                taken[i] = j


def _bears_on(label: str, essay: Essay, section: Section) -> bool:
    """Whether a section may be an item under quite other words; always, where there is no encoder to ask."""
    said = [section.title, *(one.text for one in essay.sentences_in(section.span))][:_MOST_SENTENCES]
    near = likeness_table([label], said)
    return near is None or max(near[0]) >= _BEARS


def _nearest(essay: Essay, labels: list[str], body: list[Section], left: list[int], free: list[int]) -> tuple[int, int]:
    """The item and the section that are nearest, by the encoder; the first of each without it."""
    said = [(j, sentence.text) for j in free for sentence in essay.sentences_in(body[j].span)][:_MOST_SENTENCES]
    near = likeness_table([labels[i] for i in left], [text for _, text in said])
    if near is None:
        return left[0], free[0]
    row, column = max(
        ((r, c) for r in range(len(left)) for c in range(len(said))),
        key=lambda at: (near[at[0]][at[1]], -at[0], -at[1]),
    )
    return left[row], said[column][0]


def _match_groups(items: list[Block], taken: dict[int, int]) -> dict[int, int]:
    """An item over others, with no heading of its own in the body, is there when what it holds is there."""
    shared = {}
    for i, item in enumerate(items):
        if i in taken:
            continue
        for k in range(i + 1, len(items)):
            if items[k].level <= item.level:
                break
            if k in taken:
                shared[i] = taken[k]
                break
    return shared


def _held_against_paragraphs(
    essay: Essay, items: list[Block], steps: Sequence[Unit], general: frozenset[str]
) -> Outline:
    """Items held against paragraphs without headings. An item is the paragraph whose opening sentence holds its words, or
    is taken up in one; it is missing only where no sentence has a word of it and the encoder finds none near. When half
    of the items cannot be found the plan was another, or is put in other words: then no item is called missing."""
    labels = [essay.label_of(item) for item in items]
    said = [(step, sentence) for step in steps for sentence in step.sentences][:_MOST_SENTENCES]
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


def _match_known_names(labels: list[str], body: list[Section], taken: dict[int, int]) -> None:
    """ "Concluding remarks" in the outline is "Conclusion" in the body."""
    for key in ("introduction", "conclusion"):
        i = next((i for i, label in enumerate(labels) if i not in taken and known_name(label, key)), None)
        j = next((j for j, other in enumerate(body) if j not in taken.values() and other.role == key), None)
        if i is not None and j is not None:
            taken[i] = j


def _match_by_place(items: list[Block], body: list[Section], taken: dict[int, int]) -> None:
    """An item and a heading of the same number, between the same two neighbours of their level, are one section under
    other words."""
    for i, item in enumerate(items):
        if i in taken or not item.number:
            continue
        peers = [k for k in taken if items[k].level == item.level]
        before = max((taken[k] for k in peers if k < i), default=-1)
        after = min((taken[k] for k in peers if k > i), default=len(body))
        numbered = [
            j
            for j in range(before + 1, after)
            if j not in taken.values() and (heading := body[j].heading) and heading.number == item.number
        ]
        if numbered and body[numbered[0]].level == item.level:
            taken[i] = numbered[0]


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
