"""Whether a passage takes up a point only to deny it.

Two forms are looked for, each narrow: what others say is reported and then rejected ("It is often said that ... This
is not so."), or the point's own words stand there with a "not" that the point lacks. The many other forms are the
encoder's to know (:mod:`grader.matching`). A point that is itself a view to be weighed ("It can be argued that ...")
is made by being taken up, whatever the answer makes of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from grader.lexicon import phrase_pattern
from grader.matching.stems import stems
from grader.model import Sentence
from grader.rubric.model import Point

_SAME_WORDS = 0.75  # share of the point's stems in a sentence for a "not" to turn the point round


def is_view(point: Point) -> bool:
    """Whether a point is itself a view to be weighed, made by being taken up."""
    return bool(phrase_pattern("denial", "a_view").search(point.text))


def denies(passage: Sequence[Sentence], point: Point, following: Sentence | None = None) -> bool:
    """Whether a passage denies the point; ``following`` is the sentence after it in its paragraph."""
    then = [sentence.text for sentence in (*passage[1:], *([following] if following else []))]
    said = zip(passage, [*then, ""], strict=False)
    return any(_rejected(one.text, after) or _turned_round(point, one) for one, after in said)


def _rejected(text: str, after: str) -> bool:
    """A sentence that rejects outright, or reports a view that it or the next one rejects."""
    if phrase_pattern("denial", "rejects_what_follows").search(text):
        return True
    reported = phrase_pattern("denial", "reports").search(text)
    return bool(reported and phrase_pattern("denial", "rejects").search(f"{text[reported.end() :]} {after}"))


def _turned_round(point: Point, sentence: Sentence) -> bool:
    """The point's own words, with a "not" on one side only."""
    wanted = frozenset(stems(point.text))
    if not wanted or len(wanted & frozenset(stems(sentence.text))) < _SAME_WORDS * len(wanted):
        return False
    negated = phrase_pattern("denial", "negated")
    return bool(negated.search(sentence.text)) != bool(negated.search(point.text))
