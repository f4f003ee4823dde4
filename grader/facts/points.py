"""Which expected points the answer makes, where, in whose words, and how far each is carried.

A point is looked for in every sentence and every pair of neighbouring sentences (:mod:`grader.matching`). Struck words
are not in the sentences; headings announce and do not argue, so a point found only in a heading or an outline is
"mentioned", and so is one that stands there in the expected points' own words alone. A sentence that takes a point up
to deny it does not make it, and neither does prose that is set apart because its words stand elsewhere too. What is
found in the introduction or the conclusion alone must be sure.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from grader.context import Context
from grader.facts.denial import denies, is_view
from grader.facts.encoded import encoded
from grader.facts.listed import listed
from grader.facts.sections import role_units
from grader.facts.support import gives_evidence, gives_reason
from grader.model import Essay, Span
from grader.rubric.model import Point

if TYPE_CHECKING:
    from grader.matching.encoder import Encoded
    from grader.matching.model import Matches

State = Literal["evidenced", "explained", "mentioned", "missing"]
Matcher = Literal["encoder", "words", ""]

FOUND = 0.5  # probability from which a point is taken as made
SURE = 0.8  # from which nobody need look again; below 1 - SURE nobody need look for it
ALSO = 0.7  # from which a further place is shown beside the best; .6 to .8 differ little on labelled answers
DENIED = 0.7  # probability from which a passage is taken to deny what it takes up
BARE_MENTION_WORDS = 30  # fewer words than this around a point, without reason or fact, only name it
_PLACES = 3  # places shown for a point at most
_DEEPER = {"missing": 0, "mentioned": 1, "explained": 2, "evidenced": 3}


@dataclass(frozen=True, slots=True)
class Coverage:
    """One expected point held against the answer. ``score`` is the probability that its best place makes it; ``sure``
    that no second look is needed; ``evidence`` the sentences that make it, best place first (for a heading: the
    heading); ``denied`` where the answer takes the point up only to deny it; ``nearest``, of a missing point that is not
    sure, what comes nearest."""

    point: Point
    state: State
    score: float
    sure: bool
    evidence: tuple[Span, ...]
    denied: Span | None = None
    nearest: Span | None = None


@dataclass(frozen=True, slots=True)
class _Unit:
    text: str
    sentences: tuple[int, ...]  # indices into essay.sentences; empty for a heading
    span: Span


def coverage(essay: Essay, context: Context) -> tuple[Coverage, ...]:
    """Every expected point with its state; empty when none are expected."""
    units, found = context.fact(_table)
    if found is None:
        return tuple(Coverage(point, "missing", 0.0, True, ()) for point in context.expected.points)
    held = [
        _held_against(essay, context, point, units, row.tolist(), found.denies.tolist())
        for point, row in zip(context.expected.points, found.table, strict=True)
    ]
    return tuple(_with_copied(held, essay))


def _with_copied(held: Sequence[Coverage], essay: Essay) -> list[Coverage]:
    """Points that only prose set apart makes: still missing, for its words are not the writer's, but shown there."""
    if not essay.apart or all(one.state != "missing" for one in held):
        return list(held)
    from grader.matching.model import matches

    table = matches([one.point for one in held], [sentence.text for sentence in essay.apart]).table
    return [
        replace(one, sure=False, nearest=essay.apart[int(row.argmax())].span)
        if one.state == "missing" and not one.denied and row.max() >= FOUND
        else one
        for one, row in zip(held, table, strict=True)
    ]


def matched_by(essay: Essay, context: Context) -> Matcher:
    """What the points were matched by: "encoder", "words", or "" when nothing was matched."""
    found = context.fact(_table)[1]
    return found.by if found else ""


def nearness(essay: Essay, context: Context) -> tuple[float, ...]:
    """For every sentence of the essay, how near it comes to a point, alone or with a neighbour: the best probability."""
    units, found = context.fact(_table)
    best = [0.0] * len(essay.sentences)
    for column, unit in enumerate(units):
        for i in unit.sentences:
            best[i] = max(best[i], float(found.table[:, column].max()) if found else 0.0)
    return tuple(best)


def _table(essay: Essay, context: Context) -> tuple[list[_Unit], Matches | None]:
    """The units, and the probability for every point and unit; None when there are no points or nothing to read."""
    points = context.expected.points
    units = _units(essay) if points else []
    if not units:
        return [], None
    from grader.matching.model import Matches, Place, matches  # numpy and scikit-learn: only when there are points

    paragraphs = _paragraphs(essay)
    paragraph = {i: len(units) + n for n, unit in enumerate(paragraphs) for i in unit.sentences}
    heading: dict[Span | None, int] = {unit.span: i for i, unit in enumerate(units) if not unit.sentences}
    over = _headings_over(essay)
    places = [
        Place(paragraph[unit.sentences[0]], heading.get(over[essay.sentences[unit.sentences[0]].block]))
        if unit.sentences
        else Place()
        for unit in units
    ] + [Place()] * len(paragraphs)
    texts = [unit.text for unit in (*units, *paragraphs)]
    found = matches(points, texts, places, lambda _: _read(essay, context, [*units, *paragraphs]))
    return units, Matches(found.by, found.table[:, : len(units)], found.denies[: len(units)])


def _read(essay: Essay, context: Context, units: Sequence[_Unit]) -> list[Encoded]:
    """The units as the encoder reads them: each sentence once, longer units put together from their sentences."""
    from grader.matching.encoder import joined

    read = context.fact(encoded)
    assert read is not None  # asked for only where there is an encoder
    return [
        joined([read.sentences[i] for i in unit.sentences]) if unit.sentences else read.labels[unit.span]
        for unit in units
    ]


def _units(essay: Essay) -> list[_Unit]:
    sentences = essay.sentences
    units = [_Unit(sentence.text, (i,), sentence.span) for i, sentence in enumerate(sentences)]
    units += [
        _Unit(f"{one.text} {two.text}", (i, i + 1), Span(one.span.start, two.span.end))
        for i, (one, two) in enumerate(itertools.pairwise(sentences))
        if one.block == two.block
    ]
    units += [_Unit(essay.label_of(block), (), block.span) for block in essay.blocks_of("heading", "outline")]
    return units


def _headings_over(essay: Essay) -> list[Span | None]:
    """For every block the heading before it."""
    found: list[Span | None] = []
    for block in essay.blocks:
        found.append(block.span if block.kind == "heading" else found[-1] if found else None)
    return found


def _paragraphs(essay: Essay) -> list[_Unit]:
    """What the units stand in: a point is likelier made where its whole paragraph is about it."""
    grouped = itertools.groupby(range(len(essay.sentences)), key=lambda i: essay.sentences[i].block)
    found = []
    for _, run in grouped:
        held = tuple(run)
        sentences = [essay.sentences[i] for i in held]
        span = Span(sentences[0].span.start, sentences[-1].span.end)
        found.append(_Unit(" ".join(sentence.text for sentence in sentences), held, span))
    return found


def _held_against(
    essay: Essay,
    context: Context,
    point: Point,
    units: list[_Unit],
    scores: Sequence[float],
    denials: Sequence[float],
) -> Coverage:
    ranked = sorted(range(len(units)), key=lambda i: (-scores[i], len(units[i].sentences), units[i].span))
    framed = context.fact(_framed)
    near = [
        i
        for i in ranked
        if (where := units[i].sentences)
        and scores[i] >= (SURE if any(essay.sentences[k].span in framed for k in where) else FOUND)
    ]
    against = [i for i in near if _denied(essay, point, units[i].sentences, denials[i])]
    made = [i for i in near if i not in against]
    if against and made and scores[against[0]] >= scores[made[0]]:
        # What denies the point comes nearest to it: what else there is must be sure, and stand elsewhere.
        made = [i for i in made if scores[i] >= SURE and not any(units[i].span.touches(units[k].span) for k in against)]
    places = _apart([units[i] for i in made[:1] + [i for i in made[1:] if scores[i] >= ALSO]])
    if places:
        best = scores[made[0]]
        carried = [_carried(essay, context, place.sentences) for place in places]
        state = max((one for one, _ in carried), key=_DEEPER.__getitem__)
        shown = dict.fromkeys(i for _, indices in carried for i in indices)
        return Coverage(point, state, best, best >= SURE, tuple(essay.sentences[i].span for i in shown))
    denied = units[against[0]].span if against and scores[against[0]] >= SURE else None
    announced = next((i for i in ranked if not units[i].sentences), None)
    if announced is not None and scores[announced] >= FOUND and not denied:
        return Coverage(point, "mentioned", scores[announced], False, (units[announced].span,))
    best = max(scores, default=0.0)
    sure = best < 1 - SURE
    return Coverage(point, "missing", best, sure, (), denied, None if sure or denied else units[ranked[0]].span)


def _framed(essay: Essay, context: Context) -> frozenset[Span]:
    """Sentences of the introduction and the conclusion: they announce and sum up in general words, so what is found there
    must be sure."""
    found = context.fact(role_units)
    return frozenset(
        sentence.span for role in ("introduction", "conclusion") for unit in found[role] for sentence in unit.sentences
    )


def _denied(essay: Essay, point: Point, indices: tuple[int, ...], denial: float) -> bool:
    after = essay.sentences[indices[-1] + 1 : indices[-1] + 2]
    following = after[0] if after and after[0].block == essay.sentences[indices[0]].block else None
    passage = [essay.sentences[i] for i in indices]
    return not is_view(point) and (denial >= DENIED or denies(passage, point, following))


def _apart(units: Sequence[_Unit]) -> list[_Unit]:
    """The first few that do not overlap, in the order given."""
    kept: list[_Unit] = []
    for unit in units:
        if len(kept) < _PLACES and not any(unit.span.touches(other.span) for other in kept):
            kept.append(unit)
    return kept


def _neighbours(essay: Essay, indices: tuple[int, ...]) -> list[int]:
    """The sentences themselves and one on either side, in the same paragraph."""
    block = essay.sentences[indices[0]].block
    around = range(max(0, indices[0] - 1), min(indices[-1] + 2, len(essay.sentences)))
    return [i for i in around if essay.sentences[i].block == block]


def _carried(essay: Essay, context: Context, indices: tuple[int, ...]) -> tuple[State, tuple[int, ...]]:
    """How far the sentences around a place carry the point, and those that show it: the place's own, and the next where
    that alone backs the point, as a fact follows what it backs. Sentences that only list points carry none."""
    bare = context.fact(listed)
    around = [i for i in _neighbours(essay, indices) if essay.sentences[i].span not in bare]
    if all(essay.sentences[i].span in bare for i in indices):
        return "mentioned", indices
    backed = [i for i in around if i >= indices[0] and gives_evidence(essay.sentences[i], essay, context)]
    if backed:
        return "evidenced", indices if backed[0] in indices else (*indices, backed[0])
    sentences = [essay.sentences[i] for i in around]
    long_enough = len(around) > 1 and sum(len(one.tokens) for one in sentences) >= BARE_MENTION_WORDS
    return "explained" if long_enough or any(gives_reason(one) for one in sentences) else "mentioned", indices
