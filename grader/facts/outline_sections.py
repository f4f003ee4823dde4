"""Which section of the body an outline's item is: by its words, a known name, its number, its place, then by what stands
under a heading."""

from __future__ import annotations

from itertools import pairwise

from grader.facts.sections import Section
from grader.facts.taken_up import NEAR, likeness_table, own_stems, takes_up
from grader.model import Block, Essay
from grader.segment.lines import known_name
from grader.segment.similarity import content_stems, title_similarity

SAME = 0.9
CHANGED = 0.45
_BEARS = 0.27  # cosine from which a section may be an item put quite otherwise
MOST_SENTENCES = 200  # shown to the encoder; an exam answer has fewer


def match_sections(
    essay: Essay, items: list[Block], labels: list[str], body: list[Section], general: frozenset[str]
) -> tuple[dict[int, int], dict[int, int]]:
    """For every item that is a section its place in ``body``; and for those that share another item's section, or stand over
    items that have theirs, that place."""
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
    return taken, shared


def _alike(label: str, title: str, general: frozenset[str]) -> float:
    """How alike two headings are; those that share only what any part of the answer might be called ("Pakistan's role") are
    not."""
    alike = title_similarity(label, title)
    own = own_stems(label, general) & own_stems(title, general)
    return alike if alike >= SAME or own or not own_stems(label, general) else 0.0


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
    said = [section.title, *(one.text for one in essay.sentences_in(section.span))][:MOST_SENTENCES]
    near = likeness_table([label], said)
    return near is None or max(near[0]) >= _BEARS


def _nearest(essay: Essay, labels: list[str], body: list[Section], left: list[int], free: list[int]) -> tuple[int, int]:
    """The item and the section that are nearest, by the encoder; the first of each without it."""
    said = [(j, sentence.text) for j in free for sentence in essay.sentences_in(body[j].span)][:MOST_SENTENCES]
    near = likeness_table([labels[i] for i in left], [text for _, text in said])
    if near is None:
        return left[0], free[0]
    row, column = max(
        ((r, c) for r in range(len(left)) for c in range(len(said))),
        key=lambda at: (near[at[0]][at[1]], -at[0], -at[1]),
    )
    return left[row], said[column][0]


def _match_by_what_is_said(
    essay: Essay, labels: list[str], body: list[Section], taken: dict[int, int], general: frozenset[str]
) -> dict[int, int]:
    """Items that stand under a heading of quite other words: a free one becomes theirs; one that is another item's is
    returned, for two items made one section."""
    left = [i for i in range(len(labels)) if i not in taken]
    if not left:
        return {}
    said = [(j, sentence) for j, other in enumerate(body) for sentence in essay.sentences_in(other.span)]
    said = said[:MOST_SENTENCES]
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
