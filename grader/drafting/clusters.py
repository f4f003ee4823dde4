"""Candidates that say the same, put together: cosine of TF-IDF over stems, average linkage."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from grader.drafting.model import Candidate
from grader.facts.question import Question
from grader.lexicon import words
from grader.segment.similarity import content_stems
from grader.segment.tokens import WORD
from grader.words import is_stopword, stem

_TOGETHER = 0.14  # mean similarity from which candidates of several sources make one point
_OWN = 0.45  # the part of the wordings and their headings; the steps they stand in lend the rest
_SPEAK_OF_ONE = 0.06  # likeness of wordings and headings under which two steps share their subject only
_APART = 0.5  # so much of a likeness counts then, and where the groups differ
_TWICE = 0.4  # taken off within one source: a writer seldom makes a point twice


def clusters(found: Sequence[Candidate], asked: Question | None) -> list[list[int]]:
    """Indices into ``found`` in groups that say the same, each in order; the groups by their first member."""
    if len(found) < 2:
        return [[i] for i in range(len(found))]
    from sklearn.cluster import AgglomerativeClustering

    near = similarity(found, asked)
    model = AgglomerativeClustering(
        n_clusters=None, metric="precomputed", linkage="average", distance_threshold=1 - _TOGETHER
    )
    labels = model.fit_predict(1 - near)
    groups: dict[int, list[int]] = {}
    for i, label in enumerate(labels):
        groups.setdefault(int(label), []).append(i)
    return sorted(groups.values())


def similarity(found: Sequence[Candidate], asked: Question | None) -> Any:
    """How much each says the same as each: a square array, shape (candidates, candidates), 0 to 1, 1 on its diagonal.

    Most of it is the wordings' own; the heading and the step around lend the rest. Words of the question count for
    nothing: every source has them.
    """
    import numpy as np
    from sklearn.feature_extraction.text import TfidfVectorizer

    terms = frozenset(asked.terms) if asked else frozenset()
    texts = [one.text for one in found]
    headed = [f"{one.text} {one.head}" if one.head != one.text else one.text for one in found]
    vectorizer = TfidfVectorizer(analyzer=lambda text: _stems(text, terms), sublinear_tf=True)
    try:
        vectorizer.fit([*texts, *dict.fromkeys(one.around for one in found)])
    except ValueError:  # no words but the question's
        return np.eye(len(found))
    views = (texts, headed, [one.around for one in found])
    by_text, by_head, around = ((rows @ rows.T).toarray() for rows in map(vectorizer.transform, views))
    total = _OWN * by_head + (1 - _OWN) * around
    total = np.where(by_head >= _SPEAK_OF_ONE, total, total * _APART)
    sources = np.array([one.source for one in found])
    total = np.where(sources[:, None] == sources[None, :], np.maximum(by_text - _TWICE, 0), total)
    groups = np.array([one.group for one in found])
    agree = (groups[:, None] == groups[None, :]) | (groups[:, None] == "") | (groups[None, :] == "")
    total = np.where(agree, total, total * _APART)
    np.fill_diagonal(total, 1.0)
    return np.clip(np.round(total, 9), 0.0, 1.0)


def medoid(members: Sequence[int], near: Any, found: Sequence[Candidate]) -> int:
    """The member that says best what all of them say: nearest to the others and well put; the first of equals."""

    def worth(i: int) -> tuple[float, int]:
        shared = sum(float(near[i, j]) for j in members if j != i) / max(1, len(members) - 1)
        return (-(round(shared + 0.5 * found[i].score - 0.8 * found[i].headline, 6)), i)

    return min(members, key=worth)


def _stems(text: str, terms: frozenset[str]) -> list[str]:
    parts = [
        part for word in WORD.findall(text.lower()) for part in word.replace("‐", "-").replace("‑", "-").split("-")
    ]
    stems = [stem(part) for part in parts if part and not is_stopword(part)]
    return [one for one in stems if one not in terms]


def own_stems(text: str, terms: frozenset[str]) -> frozenset[str]:
    """The stems of a wording that are its own: neither the question's nor those of words that stand in every answer."""
    return content_stems(text) - terms - _everywhere()


@cache
def _everywhere() -> frozenset[str]:
    return frozenset(stem(word) for key in ("vague", "common") for word in words("points", key))
