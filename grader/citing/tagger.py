"""What every token of a reference entry belongs to, by two readers whose votes are added: a linear model of each token's signs and its
neighbours', and a recurrent network over the whole entry. The likeliest row of labels is then sought.

Weights are trained elsewhere (``tests/bench/train_references.py``) and kept as whole numbers with common steps; ``.npz`` without
pickle.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from grader.citing.crf import likeliest
from grader.citing.features import features
from grader.citing.recurrent import Network, scores, summed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Weights:
    """``rows[signs[name]]``: weights of a sign for each label, those that the network knows first; ``steps[a, b]``: weight of label
    b after label a, both readers' together."""

    labels: tuple[str, ...]
    signs: dict[str, int]
    rows: NDArray[np.float32]  # (signs + 1, labels); the last row is nought
    steps: NDArray[np.float32]  # (labels, labels)
    network: Network


def tag(entries: Sequence[Sequence[str]], weights: Weights) -> list[tuple[list[str], float]]:
    """For every entry the likeliest labels of its tokens, and the probability of that whole row.

    Args:
        entries: the texts of the tokens of each, as :func:`grader.citing.tokens.tokens` cuts them.
    """
    import numpy as np

    kept = [i for i, pieces in enumerate(entries) if pieces]
    read = [_read(entries[i], weights) for i in kept]
    by_network = scores([tokens for _, tokens in read], weights.network)
    found: list[tuple[list[str], float]] = [([], 1.0) for _ in entries]
    steps = weights.steps.astype(np.float64)
    for i, (by_signs, _), by_whole in zip(kept, read, by_network, strict=True):
        path, sure = likeliest((by_signs + by_whole).astype(np.float64), steps)
        found[i] = [weights.labels[at][2:] for at in path], sure
    return found


def _read(pieces: Sequence[str], weights: Weights) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """(tokens, labels) what the signs say of one entry, and the entry as the network takes it."""
    import numpy as np

    known = len(weights.network.vectors) - 1
    nought = len(weights.signs)  # a token without a known sign scores nothing
    rows: list[int] = []
    starts: list[int] = []
    heard: list[list[int]] = []
    for token in features(pieces):
        starts.append(len(rows))
        alone = _rows(token.alone, weights)
        heard.append([at for at in alone if at < known])
        rows += (nought, *alone, *_rows(token.around, weights))
    return np.add.reduceat(weights.rows[rows], starts, axis=0), summed(heard, weights.network)


def _rows(names: Sequence[str], weights: Weights) -> list[int]:
    return [row for name in names if (row := weights.signs.get(name)) is not None]


@cache
def shipped() -> Weights:
    """The weights that come with the package."""
    import io

    import numpy as np

    raw = files(__package__).joinpath("references.npz").read_bytes()
    with np.load(io.BytesIO(raw), allow_pickle=False) as held:

        def wide(name: str) -> NDArray[np.float32]:
            """Floats, a row of nought after them, of whole numbers and the size of their steps."""
            table: NDArray[np.float32] = np.pad(held[name], ((0, 1), (0, 0))).astype(np.float32)
            table *= held[f"{name}.step"]
            return table

        names = bytes(held["signs"]).decode("utf-8").split("\n")
        return Weights(
            tuple(str(label) for label in held["labels"]),
            {name: i for i, name in enumerate(names)},
            wide("rows"),
            held["steps"].astype(np.float32),
            Network(
                wide("vectors"),
                *(held[name].astype(np.float32) for name in ("enter", "again", "base", "leave", "level")),
            ),
        )
