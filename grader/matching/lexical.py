"""What texts share with a point in words: five signs for every point and text, none of which knows synonyms.

Rare words weigh more than common ones (inverse document frequency over the texts and points at hand), small words and
endings count for nothing. The characters' sign bridges slips of spelling and forms of a word.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from grader.matching.stems import stems
from grader.rubric.model import Point

SIGNS = ("cosine", "cosine_with_aliases", "characters", "recall", "alias")

Signs = dict[str, NDArray[np.float32]]


def lexical_signs(points: Sequence[Point], texts: Sequence[str]) -> Signs:
    """For each of ``SIGNS`` a table (points, texts) of numbers from 0 to 1."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # 0.8 s to import: only when there are points

    bare = [point.text for point in points]
    whole = [" ".join((point.text, *point.paraphrases, *point.aliases)) for point in points]
    by_stem = TfidfVectorizer(analyzer=stems, sublinear_tf=True).fit([*texts, *whole])
    by_character = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True).fit([*texts, *bare])
    idf = dict(zip(by_stem.get_feature_names_out(), by_stem.idf_, strict=True))
    rows = by_stem.transform(texts)
    held = [frozenset(stems(text)) for text in texts]
    tables = (
        (by_stem.transform(bare) @ rows.T).toarray(),
        (by_stem.transform(whole) @ rows.T).toarray(),
        (by_character.transform(bare) @ by_character.transform(texts).T).toarray(),
        [[_recall(point, text, idf) for text in held] for point in points],
        [[_alias(point, text) for text in held] for point in points],
    )
    return {sign: np.asarray(table, dtype=np.float32) for sign, table in zip(SIGNS, tables, strict=True)}


def _recall(point: Point, text: frozenset[str], idf: dict[str, float]) -> float:
    """Share of a wording's words that come in the text, weighted by how rare they are; the best of its wordings."""
    best = 0.0
    for wording in (point.text, *point.paraphrases):
        wanted = sorted(set(stems(wording)))  # in order: sums of floats must not hang on the order of a set
        weight = sum(idf.get(one, 1.0) for one in wanted)
        best = max(best, sum(idf.get(one, 1.0) for one in wanted if one in text) / weight if weight else 0.0)
    return best


def _alias(point: Point, text: frozenset[str]) -> float:
    """1 for a whole alias of two words or more, 0.5 for a whole single word, up to 0.5 for part of a longer alias."""
    best = 0.0
    for alias in point.aliases:
        wanted = stems(alias)
        hits = sum(
            any(one.startswith(want[:-1]) for one in text) if want.endswith("*") else want in text for want in wanted
        )
        if wanted and hits == len(wanted):
            best = max(best, 1.0 if len(wanted) > 1 else 0.5)
        elif len(wanted) > 1:
            best = max(best, 0.5 * hits / len(wanted))
    return best
