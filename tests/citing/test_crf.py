"""The likeliest row of labels, against all rows counted out."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from grader.citing.crf import likeliest


@pytest.mark.parametrize("length", [1, 2, 5])
def test_as_by_counting_all_rows(length: int) -> None:
    rng = np.random.RandomState(length)
    scores, steps = rng.normal(size=(length, 3)), rng.normal(size=(3, 3))

    def worth(row: tuple[int, ...]) -> float:
        return float(sum(scores[i, label] for i, label in enumerate(row)) + sum(steps[a, b] for a, b in pairwise(row)))

    rows = list(product(range(3), repeat=length))
    best = max(rows, key=worth)
    path, sure = likeliest(scores, steps)
    assert tuple(path) == best
    assert sure == pytest.approx(np.exp(worth(best)) / sum(np.exp(worth(row)) for row in rows))


def test_large_scores_do_not_overflow() -> None:
    path, sure = likeliest(np.array([[900.0, 0.0], [0.0, 900.0]]), np.zeros((2, 2)))
    assert path == [0, 1]
    assert sure == pytest.approx(1.0)
