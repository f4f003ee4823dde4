"""A linear-chain conditional random field in numpy: the likeliest labels of a row of tokens, and how likely they are.

Lafferty, McCallum and Pereira 2001.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def likeliest(scores: NDArray[np.float64], steps: NDArray[np.float64]) -> tuple[list[int], float]:
    """The likeliest row of labels (by Viterbi's search), and its probability among all rows.

    Args:
        scores: (tokens, labels), one token or more: what speaks for a label at a token.
        steps: ``steps[a, b]``: what speaks for label b after label a.
    """
    import numpy as np

    best, back = scores[0], np.zeros(scores.shape, np.intp)
    into, every = np.ascontiguousarray(steps.T), np.arange(len(steps))
    for i in range(1, len(scores)):
        reached = into + best
        back[i] = reached.argmax(axis=1)
        best = reached[every, back[i]] + scores[i]
    path = [int(best.argmax())]
    for i in range(len(scores) - 1, 0, -1):
        path.append(int(back[i, path[-1]]))
    return path[::-1], float(np.exp(min(0.0, float(best.max()) - _total(scores, steps))))


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
