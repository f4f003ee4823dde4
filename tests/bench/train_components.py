"""Trains the model of argument components: ``python -m tests.bench.train_components`` (a minute; scikit-learn only).

Logistic regression over TF-IDF of words and pairs of words, place and cues, on our own labelled essays and answers
(``arguments/``). Prints figures over five folds of whole essays, then writes ``grader/components/weights.json``.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

import grader.components
from grader.components.model import COMPONENTS, Weights, tfidf
from grader.components.signs import signs, terms
from tests.bench.components import Labelled, figures, ours

FOLDS, STRENGTH, LEAST_ESSAYS = 5, 2.0, 3
WEIGHTS = Path(grader.components.__file__).parent / "weights.json"


def fit(essays: Sequence[Labelled]) -> Weights:
    """Weights from labelled essays."""
    texts = [text for essay in essays for paragraph in essay.paragraphs for text in paragraph]
    labels = [label for essay in essays for label in essay.labels]
    counts = [terms(text) for text in texts]
    shown = [one for essay in essays for one in signs(essay.paragraphs)]
    idf = _idf(essays, counts)
    names = sorted({name for one in shown for name in one})
    table = hstack([_matrix([_weighed(one, idf) for one in counts], sorted(idf)), _matrix(shown, names)]).tocsr()
    model = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=2000)
    model.fit(table, [COMPONENTS.index(label) for label in labels])
    rows = np.round(model.coef_.T, 3).tolist()
    known = sorted(idf)
    return Weights(
        terms={term: [round(idf[term], 3), *row] for term, row in zip(known, rows, strict=False)},
        signs=dict(zip(names, rows[len(known) :], strict=True)),
        base=np.round(model.intercept_, 3).tolist(),
    )


def _idf(essays: Sequence[Labelled], counts: Sequence[Counter[str]]) -> dict[str, float]:
    """Inverse document frequency (a sentence is a document) of terms that come in at least three essays."""
    owner = [n for n, essay in enumerate(essays) for _ in essay.labels]
    spread: dict[str, set[int]] = {}
    frequency: Counter[str] = Counter()
    for n, one in zip(owner, counts, strict=True):
        frequency.update(one.keys())
        for term in one:
            spread.setdefault(term, set()).add(n)
    return {
        term: math.log((1 + len(counts)) / (1 + frequency[term])) + 1
        for term, held in spread.items()
        if len(held) >= LEAST_ESSAYS
    }


def _weighed(counts: Counter[str], idf: dict[str, float]) -> dict[str, float]:
    return tfidf(counts, {term: [value] for term, value in idf.items() if term in counts})


def _matrix(rows: Sequence[dict[str, float]], names: Sequence[str]) -> csr_matrix:
    column = {name: i for i, name in enumerate(names)}
    cells = [(r, column[name], value) for r, row in enumerate(rows) for name, value in row.items() if name in column]
    at, over, values = zip(*cells, strict=True)
    return csr_matrix((values, (at, over)), shape=(len(rows), len(names)))


def out_of_fold(essays: Sequence[Labelled]) -> list[str]:
    """Figures of models that had not seen the essay."""
    found: list[tuple[Labelled, Weights]] = []
    places = np.arange(len(essays))
    for train, held in GroupKFold(FOLDS).split(places, groups=places):
        weights = fit([essays[i] for i in train])
        found += [(essays[i], weights) for i in held]
    return figures(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])  # type: ignore[union-attr]
    parser.add_argument("--check", action="store_true", help="print the figures and write nothing")
    asked = parser.parse_args()
    essays = ours()
    print("\n".join(out_of_fold(essays)))
    if not asked.check:
        weights = fit(essays)
        made = {"terms": weights.terms, "signs": weights.signs, "base": weights.base}
        WEIGHTS.write_text(json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
