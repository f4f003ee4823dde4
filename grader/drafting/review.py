"""A second look at expected points that somebody wrote: what would make them count wrongly, or not at all.

Advice only: every point looked at here is valid and will be marked by. Precision comes first; a point that could be meant
as it stands gets no remark.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from grader.drafting.clauses import FEWEST_WORDS, MOST_WORDS, has_finite_verb, may_hold_a_verb, two_claims
from grader.facts.question import Question, taken_apart
from grader.lexicon import words
from grader.rubric.model import Point, PointSet
from grader.segment.similarity import content_stems
from grader.segment.tokens import WORD, count_words
from grader.words import is_stopword

MOST_ALIAS_WORDS = 6
_NO_CLAIM_WORDS = 7  # content words: so long a note says what is claimed without a verb too
_SAME, _SAME_STEMS = 0.8, 3  # share of two wordings' stems, and how many, that make them one
_SHORTEST_STEM = 3  # letters before a star
_NEAR = 0.5  # share of all stems of two points, aliases too
_QUOTED = 60
_SPLIT = "if an answer can make one without the other, make two points of it"


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """One thing to look at: the ``line`` (from 1) and ``point`` (its id) it is about, what is the matter, what to do."""

    line: int
    point: str
    what: str
    todo: str


def review(expected: PointSet, lines: Sequence[int], question: str = "") -> list[Remark]:
    """Remarks on expected points, by line.

    Args:
        expected: the points with their groups; the question in it comes before ``question``.
        lines: for each point the line it begins in, from 1.
        question: the question where the points have none, such as the rubric's.

    Raises:
        EngineError: the parser is not installed.
        ValueError: not as many lines as points.
    """
    asked = taken_apart(expected.question or question)
    points = list(zip(expected.points, lines, strict=True))
    found = [*_wordings(points, asked), *_aliases(points, asked), *_pairs(points, asked), *_groups(expected, points)]
    return sorted(found, key=lambda remark: (remark.line, remark.point))


def _wordings(points: Sequence[tuple[Point, int]], asked: Question | None) -> Iterator[Remark]:
    from grader.engines.parser import parse

    for (point, line), doc in zip(points, parse(point.text for point, _ in points), strict=True):
        said = _no_claim(point, doc, asked)
        if said:
            yield Remark(line, point.id, *said)
        length = count_words(point.text)
        claims = two_claims(doc)
        if claims:
            one, other = map(_short, claims)
            yield Remark(line, point.id, f"seems to make two claims (“{one}”, and “{other}”)", _SPLIT)
        elif length > MOST_WORDS:
            todo = f"no sentence of an answer holds all of it; say it in {MOST_WORDS} or make two points of it"
            yield Remark(line, point.id, f"has {length} words", todo)


def _no_claim(point: Point, doc: Any, asked: Question | None) -> tuple[str, str] | None:
    """Why a text claims nothing, and what to do; the first reason that holds."""
    stems = content_stems(point.text)
    if asked and stems <= content_stems(asked.text):
        return "has only words of the question", "say what is claimed; every answer has these words"
    terms = set(asked.terms) if asked else set()
    own = [word for word in WORD.findall(point.text.lower()) if not is_stopword(word)]
    telling = [word for word in own if word not in words("points", "vague") and not content_stems(word) <= terms]
    if len(telling) <= 1 and len(telling) < len(own) and any(word in words("points", "vague") for word in own):
        vague = next(word for word in own if word in words("points", "vague"))
        return f"says nothing in particular (“{vague}”)", "name what it is, and what comes of it"
    if count_words(point.text) < FEWEST_WORDS:
        return f"has {count_words(point.text)} words, too few for a claim", "say in a sentence what is claimed"
    verb = has_finite_verb(doc) or may_hold_a_verb(doc)
    if not verb and len(own) < _NO_CLAIM_WORDS:  # in a longer one the parser may have missed it
        return "has no verb: it names a subject and claims nothing", "say in a sentence what is claimed"
    return None


def _aliases(points: Sequence[tuple[Point, int]], asked: Question | None) -> Iterator[Remark]:
    first: dict[object, str] = {}
    terms = set(asked.terms) if asked else set()
    for point, line in points:
        for alias in point.aliases:
            key = _key(alias)
            if first.setdefault(key, point.id) != point.id:
                what = f"has the alias “{_short(alias)}”, which {first[key]} has too"
                yield Remark(line, point.id, what, "leave it where it shows the one point and not the other")
            length = count_words(alias)
            if length > MOST_ALIAS_WORDS:
                what = f"has an alias of {length} words (“{_short(alias)}”)"
                yield Remark(line, point.id, what, "make it a paraphrase, or cut it to the words that show the point")
            elif length == 1 and _everywhere(alias, terms):
                what = f"has the alias “{_short(alias)}”, a word of many answers to the question"
                yield Remark(line, point.id, what, "say more: two or three words that only this point brings")


def _key(alias: str) -> object:
    """What makes two aliases one: the same stems; a starred one stands for itself."""
    return alias.lower() if "*" in alias else content_stems(alias)


def _everywhere(alias: str, terms: set[str]) -> bool:
    small = alias.strip().lower()
    if "*" in small:
        return len(small.strip("*")) < _SHORTEST_STEM  # "a*" is the beginning of a hundred words
    bare = is_stopword(small) or small.isdigit()
    return bare or small in words("points", "common") or content_stems(small) <= terms


def _pairs(points: Sequence[tuple[Point, int]], asked: Question | None) -> Iterator[Remark]:
    terms = frozenset(asked.terms) if asked else frozenset()
    wordings = [[content_stems(text) for text in (point.text, *point.paraphrases)] for point, _ in points]
    every = [
        frozenset().union(*stems, *(content_stems(alias) for alias in point.aliases)) - terms
        for stems, (point, _) in zip(wordings, points, strict=True)
    ]
    for (i, (one, _)), (j, (other, line)) in itertools.combinations(enumerate(points), 2):
        if any(_same(a, b) for a in wordings[i] for b in wordings[j]):
            yield Remark(line, other.id, f"says the same as {one.id}", "merge the two, or delete one")
        elif _share(every[i], every[j]) >= _NEAR:
            what = f"shares half of its words, aliases counted, with {one.id}: one sentence could count for both"
            yield Remark(line, other.id, what, "merge them, or use words that tell them apart")


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    return one == other or (len(one & other) >= _SAME_STEMS and _share(one, other) >= _SAME)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """Dice: 0 for nothing shared, 1 for the same stems."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _groups(expected: PointSet, points: Sequence[tuple[Point, int]]) -> Iterator[Remark]:
    sizes = Counter(point.group for point, _ in points)
    for name, _ in expected.groups:
        if sizes[name] == 1:
            point, line = next((point, line) for point, line in points if point.group == name)
            what = f"is alone in its group “{_short(name)}”, for which 'groups' sets a number"
            yield Remark(line, point.id, what, "add points to the group, or take it out of 'groups'")


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _QUOTED else text[: _QUOTED - 1].rstrip() + "…"
