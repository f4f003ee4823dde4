"""Sentences that hold little but the expected points' own words: a point pasted in, or several named in one breath.

Naming is not arguing: such a sentence makes a point "mentioned" at most, and an answer built of them is told so.
"""

from __future__ import annotations

from grader.context import Context
from grader.matching.stems import stems
from grader.model import Essay, Sentence, Span
from grader.rubric.model import Point

_WHOLE = 0.8  # share of a wording's stems that must come for the wording to be there
_BARE = 0.9  # share of a sentence's stems that are the points' own for nothing else to be in it


def listed(essay: Essay, context: Context) -> frozenset[Span]:
    """Spans of the prose's sentences that only list expected points."""
    wordings = [
        frozenset(stems(wording))
        for point in context.expected.points
        for wording in (point.text, *point.paraphrases, *point.aliases)
    ]
    return frozenset(sentence.span for sentence in essay.sentences if _is_bare(sentence, wordings))


def named_in(sentence: Sentence, points: tuple[Point, ...]) -> int:
    """How many of the points a sentence names by their own words or by an alias."""
    held = frozenset(stems(sentence.text))
    return sum(
        any(_there(frozenset(stems(wording)), held) for wording in (point.text, *point.paraphrases, *point.aliases))
        for point in points
    )


def _is_bare(sentence: Sentence, wordings: list[frozenset[str]]) -> bool:
    held = frozenset(stems(sentence.text))
    own = frozenset().union(*(wording & held for wording in wordings if _there(wording, held)))
    return bool(own) and len(own) >= _BARE * len(held)


def _there(wording: frozenset[str], held: frozenset[str]) -> bool:
    return bool(wording) and len(wording & held) >= _WHOLE * len(wording)
