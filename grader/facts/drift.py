"""Steps of the body that drift from the question.

A step is tied to the question when it makes, or comes near, one of the expected points, speaks of the question's
subject in two of its words, or is where a part of the question is taken up. Without expected points nobody is told
that a step drifts: on labelled answers no likeness of a step to the question or to the rest of the answer keeps
ready-made matter apart from a good section in words of its own.
"""

from __future__ import annotations

from grader.context import Context
from grader.facts.parts import part_places
from grader.facts.points import nearness
from grader.facts.question import Question, question, shares_subject
from grader.facts.sections import Unit, body_units
from grader.model import Essay, Span

NEAR = 0.14  # probability that a sentence makes a point, from which it bears on it


def drifting(essay: Essay, context: Context) -> tuple[Unit, ...] | None:
    """Steps not tied to the question, in order; None where it cannot be said: no question, or no expected points."""
    asked = context.fact(question)
    if asked is None or not context.expected.points:
        return None
    near = dict(zip((sentence.span for sentence in essay.sentences), context.fact(nearness), strict=True))
    taken_up = [one.where for one in context.fact(part_places) if one.where]
    return tuple(
        unit
        for unit in context.fact(body_units)
        if not _tied(unit, near, asked) and not any(unit.span.holds(place) for place in taken_up)
    )


def _tied(unit: Unit, near: dict[Span, float], asked: Question) -> bool:
    best = max((near[sentence.span] for sentence in unit.sentences), default=0.0)
    return best >= NEAR or shares_subject(unit.text, asked, 2)
