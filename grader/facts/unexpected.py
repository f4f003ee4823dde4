"""Points made that nobody expected: steps of the body that are carried, bear on the question, and are no expected point.

Credit, not fault: so it is shown only where it is plain. Every sentence of such a step is far from every expected point,
and the step is tied to the question by coming within reach of its matters or by two words of its subject; what is
neither is padding. Words alone cannot tell a new point from an expected one in other words, so without the
encoder nothing is said.
"""

from __future__ import annotations

from functools import cache

from grader.context import Context
from grader.facts.points import matched_by, nearness
from grader.facts.question import Question, question
from grader.facts.steps import Step, steps
from grader.lexicon import lines
from grader.model import Essay
from grader.segment.similarity import content_stems
from grader.words import stem

MOST = 5
FAR = 0.25  # a probability; less than half of what a point needs to be found
TIED = 0.2  # below this, padding on the labelled answers was taken for a point
_WORDS = 2  # of the question's subject; names of places do not count: every paragraph of padding names the country


def also_argued(essay: Essay, context: Context) -> tuple[Step, ...]:
    """At most five steps that argue something beyond the expected points, the fullest first; empty without points."""
    if context.fact(matched_by) != "encoder":
        return ()
    near = dict(zip((sentence.span for sentence in essay.sentences), context.fact(nearness), strict=True))
    asked = context.fact(question)
    found = [
        step
        for step in context.fact(steps)
        if step.depth != "asserted"
        and (nearest := max(near[sentence.span] for sentence in step.sentences)) < FAR
        and (nearest >= TIED or _speaks_of(step, asked))
    ]
    return tuple(
        sorted(found, key=lambda step: (step.depth != "evidenced", -step.words, step.sentences[0].span))[:MOST]
    )


def _speaks_of(step: Step, asked: Question | None) -> bool:
    said = content_stems(" ".join(sentence.text for sentence in step.sentences))
    return asked is not None and len(said & (set(asked.terms) - _places())) >= _WORDS


@cache
def _places() -> frozenset[str]:
    return frozenset(stem(name) for name in lines("countries") if " " not in name)
