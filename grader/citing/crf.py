"""A linear-chain conditional random field in numpy: the likeliest labels of a row of tokens, and how likely they are.

Lafferty, McCallum and Pereira 2001. Weights are trained elsewhere (``tests/bench/train_references.py``) and kept as whole
numbers of a common step; ``.npz`` without pickle.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Weights:
    """``rows[signs[name]]``: weights of a sign for each label; ``steps[a, b]``: weight of label b after label a."""

    labels: tuple[str, ...]
    signs: dict[str, int]
    rows: NDArray[np.float32]  # (signs + 1, labels); the last row is nought
    steps: NDArray[np.float32]  # (labels, labels)


def decode(held: Sequence[Sequence[str]], weights: Weights) -> tuple[list[str], float]:
    """The likeliest labels of a row of tokens, each given by the names of its signs, and the probability of that whole row."""
    import numpy as np

    if not held:
        return [], 1.0
    at: list[int] = []
    starts: list[int] = []
    for names in held:
        starts.append(len(at))
        at.append(len(weights.signs))  # the last row is nought: a token without a known sign scores nothing
        at += [row for name in names if (row := weights.signs.get(name)) is not None]
    scores = np.add.reduceat(weights.rows[at], starts, axis=0).astype(np.float64)
    size = len(weights.labels)
    steps = weights.steps.astype(np.float64)
    best, back = scores[0], np.zeros((len(held), size), np.intp)
    for i in range(1, len(held)):
        reached = best[:, None] + steps
        back[i] = reached.argmax(axis=0)
        best = reached.max(axis=0) + scores[i]
    path = [int(best.argmax())]
    for i in range(len(held) - 1, 0, -1):
        path.append(int(back[i, path[-1]]))
    highest = float(best.max())
    return [weights.labels[label][2:] for label in reversed(path)], float(
        np.exp(min(0.0, highest - _total(scores, steps)))
    )


def _total(scores: NDArray[np.float64], steps: NDArray[np.float64]) -> float:
    """Logarithm of the sum over all rows of labels."""
    import numpy as np

    top = scores.max(axis=1)
    lifted = np.exp(scores - top[:, None])
    across = np.exp(steps)
    forward, total = lifted[0], float(top.sum())
    for row in lifted[1:]:
        forward = (forward @ across) * row
        share = float(forward.sum())
        total += float(np.log(share))
        forward = forward / share
    return total + float(np.log(forward.sum()))


@cache
def shipped() -> Weights:
    """The weights that come with the package."""
    import io

    import numpy as np

    raw = files(__package__).joinpath("references.npz").read_bytes()
    with np.load(io.BytesIO(raw), allow_pickle=False) as held:
        step = float(held["step"])
        names = bytes(held["signs"]).decode("utf-8").split("\n")
        return Weights(
            tuple(str(label) for label in held["labels"]),
            {name: i for i, name in enumerate(names)},
            np.vstack([held["rows"], np.zeros((1, held["rows"].shape[1]), np.int8)]).astype(np.float32)
            * np.float32(step),
            held["steps"].astype(np.float32),
        )
