"""Which expected points the answer makes, where, in whose words, and how far each is carried.

A point is looked for in every sentence and every pair of neighbouring sentences by four lexical signs: TF-IDF
cosine with the point's text and with its text and aliases together, the idf-weighted share of the point's own words
that come back, and its aliases. Their weights and the two thresholds below were set on labelled answers (see
tests/bench/RESULTS.md); no single answer was fitted. Struck words are not in the sentences; headings announce and
do not argue, so a point found only in a heading or an outline is "mentioned".
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from grader.context import Context
from grader.facts.support import gives_evidence, gives_reason
from grader.model import Essay, Span
from grader.rubric.model import Point
from grader.segment.tokens import WORD
from grader.words import is_stopword, stem

State = Literal["evidenced", "explained", "mentioned", "missing"]

FOUND, SURE = 0.17, 0.28
BARE_MENTION_WORDS = 30  # fewer words than this around a point, without reason or fact, only name it
_COSINE_TEXT, _COSINE_ALL, _RECALL, _ALIAS = 0.2, 0.2, 0.4, 0.3


@dataclass(frozen=True, slots=True)
class Coverage:
    """One expected point held against the answer. ``score`` is its best unit's (0 to about 1); ``sure`` that no
    second look is needed; ``evidence`` the sentences that make it, best first (for a heading: the heading)."""

    point: Point
    state: State
    score: float
    sure: bool
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Unit:
    text: str
    sentences: tuple[int, ...]  # indices into essay.sentences; empty for a heading
    span: Span


def coverage(essay: Essay, context: Context) -> tuple[Coverage, ...]:
    """Every expected point with its state; empty when none are expected."""
    units, scores = context.fact(_table)
    return tuple(
        _held_against(essay, context, point, units, row)
        for point, row in zip(context.expected.points, scores, strict=True)
    )


def nearness(essay: Essay, context: Context) -> tuple[float, ...]:
    """For every sentence of the essay, its score for the point it comes nearest to (alone or with a neighbour)."""
    units, scores = context.fact(_table)
    best = [0.0] * len(essay.sentences)
    for column, unit in enumerate(units):
        for i in unit.sentences:
            best[i] = max(best[i], *(row[column] for row in scores))
    return tuple(best)


def _table(essay: Essay, context: Context) -> tuple[list[_Unit], list[list[float]]]:
    """The units, and for every point a row of their scores."""
    points = context.expected.points
    units = _units(essay) if points else []
    if not units:
        return [], [[] for _ in points]
    return units, _scores([unit.text for unit in units], points)


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


def _held_against(
    essay: Essay, context: Context, point: Point, units: list[_Unit], scores: Sequence[float]
) -> Coverage:
    ranked = sorted(range(len(units)), key=lambda i: (-scores[i], len(units[i].sentences), units[i].span))
    argued = next((i for i in ranked if units[i].sentences), None)
    announced = next((i for i in ranked if not units[i].sentences), None)
    if argued is not None and scores[argued] >= FOUND:
        best = units[argued]
        spans = tuple(essay.sentences[i].span for i in best.sentences)
        state = _state(essay, context, best.sentences)
        return Coverage(point, state, scores[argued], scores[argued] >= SURE, spans)
    if announced is not None and scores[announced] >= SURE:
        return Coverage(point, "mentioned", scores[announced], False, (units[announced].span,))
    best_score = max(scores, default=0.0)
    return Coverage(point, "missing", best_score, best_score < FOUND * 0.75, ())


def _state(essay: Essay, context: Context, indices: tuple[int, ...]) -> State:
    """How far the sentences around the best ones carry the point: one on either side, in the same paragraph."""
    block = essay.sentences[indices[0]].block
    around = [
        sentence for sentence in essay.sentences[max(0, indices[0] - 1) : indices[-1] + 2] if sentence.block == block
    ]
    if any(gives_evidence(sentence, essay, context) for sentence in around):
        return "evidenced"
    long_enough = len(around) > 1 and sum(len(sentence.tokens) for sentence in around) >= BARE_MENTION_WORDS
    return "explained" if long_enough or any(gives_reason(sentence) for sentence in around) else "mentioned"


def _scores(texts: list[str], points: Sequence[Point]) -> list[list[float]]:
    """One row a point, one column a text."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # 0.8 s to import: only when there are points

    whole = [" ".join((point.text, *point.paraphrases, *point.aliases)) for point in points]
    vectorizer = TfidfVectorizer(analyzer=_stems, sublinear_tf=True)
    vectorizer.fit([*texts, *whole])
    idf = dict(zip(vectorizer.get_feature_names_out(), vectorizer.idf_, strict=True))
    unit_rows = vectorizer.transform(texts)
    by_text = (vectorizer.transform([point.text for point in points]) @ unit_rows.T).toarray()
    by_all = (vectorizer.transform(whole) @ unit_rows.T).toarray()
    stems = [frozenset(_stems(text)) for text in texts]
    return [
        [
            float(
                _COSINE_TEXT * by_text[p, u]
                + _COSINE_ALL * by_all[p, u]
                + _RECALL * _recall(point, stems[u], idf)
                + _ALIAS * _alias(point, stems[u])
            )
            for u in range(len(texts))
        ]
        for p, point in enumerate(points)
    ]


def _recall(point: Point, unit: frozenset[str], idf: dict[str, float]) -> float:
    """Share of a wording's words that come in the unit, weighted by how rare they are; the best of its wordings."""
    best = 0.0
    for wording in (point.text, *point.paraphrases):
        wanted = sorted(set(_stems(wording)))  # in order: sums of floats must not hang on the order of a set
        weight = sum(idf.get(one, 1.0) for one in wanted)
        best = max(best, sum(idf.get(one, 1.0) for one in wanted if one in unit) / weight if weight else 0.0)
    return best


def _alias(point: Point, unit: frozenset[str]) -> float:
    """1 for a whole alias of two words or more, 0.5 for a whole single word, up to 0.5 for part of a longer alias."""
    best = 0.0
    for alias in point.aliases:
        wanted = _stems(alias)
        hits = sum(
            any(one.startswith(want[:-1]) for one in unit) if want.endswith("*") else want in unit for want in wanted
        )
        if wanted and hits == len(wanted):
            best = max(best, 1.0 if len(wanted) > 1 else 0.5)
        elif len(wanted) > 1:
            best = max(best, 0.5 * hits / len(wanted))
    return best


@lru_cache(maxsize=8192)
def _stems(text: str) -> tuple[str, ...]:
    """Content stems of a text in order; a word ending in ``*`` stays open: "semiconductor*"."""
    found = []
    for match in WORD.finditer(text.lower()):
        if text[match.end() : match.end() + 1] == "*":
            found.append(match.group() + "*")
            continue
        found += [
            stem(part)
            for part in match.group().replace("‐", "-").replace("‑", "-").split("-")
            if part and not is_stopword(part)
        ]
    return tuple(found)
