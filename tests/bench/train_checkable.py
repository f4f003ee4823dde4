"""Trains the model of checkable statements: ``python -m tests.bench.train_checkable`` (a minute; scikit-learn only).

Logistic regression over signs and the encoder's vector, on our own labelled answers. Prints figures over six folds of
whole answers, then writes ``grader/checkable/weights.json``.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

import grader.checkable
from grader.checkable.model import SCALE, Weights, likelihood
from grader.components.signs import Signs
from grader.context import Context, Task
from grader.facts.claims import claims
from grader.facts.encoded import encoded
from grader.facts.statements import statement_signs
from grader.segment import build
from tests.bench.claims import Labelled, figures, ours

FOLDS, STRENGTH, CUT, LEAST = 6, 0.2, 0.4, 3  # a sign that fewer sentences show is left out
WEIGHTS = Path(grader.checkable.__file__).parent / "weights.json"


@cache
def seen(answer: Labelled) -> tuple[list[Signs], list[list[float]], list[bool]]:
    """Signs, vectors and labels of an answer's sentences."""
    essay = build(answer.text)
    context = Context(essay, Task())
    read = context.fact(encoded)
    assert read is not None, "the encoder's weights are not here"
    vectors = [(one.total / np.linalg.norm(one.total)).tolist() for one in read.sentences]
    held = [any(one.span.touches(place) for place, _ in answer.claims) for one in essay.sentences]
    return statement_signs(essay, context), vectors, held


def fit(answers: Sequence[Labelled]) -> Weights:
    """Weights from labelled answers."""
    rows = [row for answer in answers for row in zip(*seen(answer), strict=True)]
    counts: dict[str, int] = {}
    for shown, _, _ in rows:
        for name in shown:
            counts[name] = counts.get(name, 0) + 1
    names = sorted(name for name, count in counts.items() if count >= LEAST)
    column = {name: i for i, name in enumerate(names)}
    cells = [(r, column[n], v) for r, (shown, _, _) in enumerate(rows) for n, v in shown.items() if n in column]
    at, over, values = zip(*cells, strict=True)
    table = hstack(
        [
            csr_matrix((values, (at, over)), shape=(len(rows), len(names))),
            csr_matrix(SCALE * np.array([vector for _, vector, _ in rows])),
        ]
    ).tocsr()
    model = LogisticRegression(C=STRENGTH, max_iter=3000).fit(table, [held for _, _, held in rows])
    learned = np.round(model.coef_[0], 3).tolist()
    return Weights(
        dict(zip(names, learned, strict=False)), learned[len(names) :], round(float(model.intercept_[0]), 3), CUT
    )


def found_by(weights: Weights, answer: Labelled) -> list[tuple[object, str]]:
    """What the ledger holds with these weights."""
    essay = build(answer.text)
    context = Context(essay, Task())
    shown, vectors, _ = seen(answer)
    hard = {claim.span: claim.attribution for claim in context.fact(claims)}
    from grader.facts.attribution import attribution

    found = []
    for sentence, signs, vector in zip(essay.sentences, shown, vectors, strict=True):
        if sentence.span in hard:
            found.append((sentence.span, hard[sentence.span]))
        elif likelihood(signs, vector, weights) >= weights.cut:
            found.append((sentence.span, attribution(sentence.text)[0]))
    return found


def out_of_fold() -> str:
    """Figures of models that had not seen the answer."""
    answers = ours()
    held = []
    for fold in range(FOLDS):
        weights = fit([one for i, one in enumerate(answers) if i % FOLDS != fold])
        held += [(one, found_by(weights, one)) for i, one in enumerate(answers) if i % FOLDS == fold]
    return figures(held)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])  # type: ignore[union-attr]
    parser.add_argument("--check", action="store_true", help="print the figures and write nothing")
    asked = parser.parse_args()
    print(out_of_fold())
    if not asked.check:
        weights = fit(ours())
        made = {"signs": weights.signs, "vector": weights.vector, "base": weights.base, "cut": weights.cut}
        WEIGHTS.write_text(json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
