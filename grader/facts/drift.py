"""Paragraphs of the body that drift from the question.

A paragraph is tied to the question when it makes, or comes near, one of the expected points, speaks of the question's
subject in two of its words, counts off a part that is asked for ("A third problem is ..."), or is where a part of the
question is taken up or the other side is heard and answered.
Without expected points nobody is told that a paragraph drifts: on labelled answers no likeness of a step to the question
or to the rest of the answer keeps ready-made matter apart from a good section in words of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby

from grader.context import Context
from grader.facts.parts import part_places
from grader.facts.points import nearness
from grader.facts.question import Part, question, shares_subject
from grader.facts.roles import counter_argument
from grader.facts.sections import Unit, body_units
from grader.lexicon import compile_phrases, load, phrase_pattern
from grader.model import Essay, Sentence, Span
from grader.words import says_something

# Probability that a sentence makes a point, from which it bears on it: of paragraphs on other subjects, put into 20 answers,
# most stay under it; of the answers' own, two in a hundred.
NEAR = 0.17
_LEAST = 25  # words; a shorter paragraph without a heading of its own leads in or sums up


@dataclass(frozen=True, slots=True)
class Astray:
    """Paragraphs of a step that are not tied to the question; ``whole``: there are no others in it."""

    unit: Unit
    sentences: tuple[Sentence, ...]
    whole: bool

    @property
    def words(self) -> int:
        return sum(len(sentence.tokens) for sentence in self.sentences)


def drifting(essay: Essay, context: Context) -> tuple[Astray, ...] | None:
    """Such paragraphs in order, those of one step together; None where it cannot be said: no question, or no expected
    points."""
    asked = context.fact(question)
    if asked is None or not context.expected.points:
        return None
    near = dict(zip((sentence.span for sentence in essay.sentences), context.fact(nearness), strict=True))
    taken_up = [one.where for one in context.fact(part_places) if one.where]
    other_side = context.fact(counter_argument)
    if other_side and other_side.answer:
        taken_up += [other_side.span, other_side.answer]

    def tied(run: tuple[Sentence, ...]) -> bool:
        span = Span(run[0].span.start, run[-1].span.end)
        if any(span.holds(place) for place in taken_up) or max(near[one.span] for one in run) >= NEAR:
            return True
        if any(_counts_off(part).match(run[0].text) for part in asked.parts):
            return True
        return shares_subject(" ".join(one.text for one in run), asked, 2)

    found = []
    for unit in context.fact(body_units):
        said = [one for one in unit.sentences if says_something([token.text for token in one.tokens])]
        runs = [tuple(run) for _, run in groupby(said, key=lambda sentence: sentence.block)]
        loose = [run for run in runs if not tied(run)]
        whole = bool(runs) and len(loose) == len(runs)
        if not (whole and unit.headed):
            loose = [run for run in loose if sum(len(sentence.tokens) for sentence in run) >= _LEAST]
        if loose:
            found.append(Astray(unit, tuple(sentence for run in loose for sentence in run), whole))
    return tuple(found)


def _counts_off(part: Part) -> re.Pattern[str]:
    """ "A third problem", "The last and worst cause"."""
    counting = phrase_pattern("directives", "counting_off").pattern
    names = compile_phrases(tuple(load("directives")["aspects"][part.name]["headed"])).pattern
    return re.compile(
        rf"(?:an?\s+|the\s+|and\s+)*{counting}\s+(?:(?!(?:is|are|was|were)\b)[\w-]+\s+){{0,2}}?{names}", re.IGNORECASE
    )
