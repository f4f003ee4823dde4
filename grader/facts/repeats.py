"""The same point made twice under two heads.

Two sentences of different steps say the same when they share most of their words, the question's own left out, and the
encoder finds them alike (without its weights: when they share nearly all). Figures that differ, a "not" in one of them,
or a proposal beside a statement make them two points. Precision first: a point put wholly in other words is not found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from grader.context import Context
from grader.facts.question import question
from grader.facts.sections import Unit, body_units
from grader.lexicon import phrase_pattern
from grader.model import Essay, Sentence
from grader.segment.similarity import content_stems

_SHARED = 0.55  # of the stems of the sentence with fewer; set where 20 labelled answers repeat nothing and real ones do
_SHARED_ALONE = 0.8  # the same where there is no encoder to ask
_ALIKE = 0.67  # cosine of the two by the encoder
_FEWEST = 4  # stems of its own that a sentence needs to make a point
_MOST_SENTENCES = 500  # an exam answer has a tenth; pairs grow with the square
_MOST_PAIRS = 40  # shown to the encoder, those that share most first
_NUMBER = re.compile(r"\d[\d,.]*")


@dataclass(frozen=True, slots=True)
class Repeat:
    """A point made in one step and again in a later one: the two steps, and the sentence of each."""

    first_step: Unit
    first: Sentence
    again_step: Unit
    again: Sentence


@dataclass(frozen=True, slots=True)
class _Said:
    unit: Unit
    sentence: Sentence
    stems: frozenset[str]
    numbers: frozenset[str]
    kind: tuple[bool, bool]  # proposes, denies


def repeats(essay: Essay, context: Context) -> tuple[Repeat, ...]:
    """Points made again, in the order of their second place; for two steps the likest pair of sentences."""
    asked = context.fact(question)
    said = _said(context.fact(body_units), frozenset(asked.terms) if asked else frozenset())
    pairs = [(share, one, other) for one, other in combinations(said, 2) if (share := _shared(one, other)) >= _SHARED]
    pairs.sort(key=lambda pair: -pair[0])
    found: dict[tuple[int, int], Repeat] = {}
    for one, other in _alike(pairs[:_MOST_PAIRS]):
        steps = (one.unit.span.start, other.unit.span.start)
        found.setdefault(steps, Repeat(one.unit, one.sentence, other.unit, other.sentence))
    return tuple(sorted(found.values(), key=lambda repeat: (repeat.again.span, repeat.first.span)))


def _said(units: Sequence[Unit], asked: frozenset[str]) -> list[_Said]:
    kinds = (phrase_pattern("directives", "proposals"), phrase_pattern("denial", "negated"))
    found = []
    for unit in units:
        for one in unit.sentences:
            stems = content_stems(one.text) - asked
            if len(stems) >= _FEWEST:
                proposes, denies = (bool(kind.search(one.text)) for kind in kinds)
                numbers = frozenset(_NUMBER.findall(one.text))
                found.append(_Said(unit, one, stems, numbers, (proposes, denies)))
    return found[:_MOST_SENTENCES]


def _shared(one: _Said, other: _Said) -> float:
    """Share of the stems that both hold; 0 for sentences that cannot make the same point twice."""
    if one.unit is other.unit or one.kind != other.kind:
        return 0.0
    if one.numbers and other.numbers and not one.numbers & other.numbers:
        return 0.0
    return len(one.stems & other.stems) / min(len(one.stems), len(other.stems))


def _alike(pairs: Sequence[tuple[float, _Said, _Said]]) -> list[tuple[_Said, _Said]]:
    """The pairs that say the same, the likest first."""
    if not pairs:
        return []
    from grader.matching.encoder import encoder  # numpy: only when there is something to compare

    reader = encoder()
    if reader is None:
        return [(one, other) for share, one, other in pairs if share >= _SHARED_ALONE]
    from grader.matching.likeness import cosines

    alike = cosines(
        reader.encode([one.sentence.text for _, one, _ in pairs]),
        reader.encode([other.sentence.text for _, _, other in pairs]),
    )
    return [(one, other) for (_, one, other), near in zip(pairs, alike, strict=True) if near >= _ALIKE]
