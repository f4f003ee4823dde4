"""A recurrent network in numpy that reads an entry from both ends (a bidirectional LSTM: Hochreiter and Schmidhuber 1997).

A token comes in as the sum of the vectors of its signs; what goes out is what speaks for each label there. Entries are read
:data:`TOGETHER` at a time, always that many, so that what is read of one does not depend on the others beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

TOGETHER = 16


@dataclass(frozen=True, eq=False)
class Network:
    """``vectors``: (signs + 1, width), the last nought; then for the way on and the way back ``enter`` (2, width, 4 size),
    ``again`` (2, size, 4 size) and ``base`` (2, 4 size), gates in the order in, forget, new, out; ``leave``: (2 size, labels) and
    ``level`` (labels,)."""

    vectors: Floats
    enter: Floats
    again: Floats
    base: Floats
    leave: Floats
    level: Floats


def summed(entry: Sequence[Sequence[int]], network: Network) -> Floats:
    """(tokens, width): an entry as the network takes it.

    Args:
        entry: for every token, one or more, the rows of ``vectors`` of its signs.
    """
    import numpy as np

    nought = len(network.vectors) - 1  # a token without a known sign
    starts = np.cumsum([0, *(len(token) + 1 for token in entry[:-1])])
    found: Floats = np.add.reduceat(network.vectors[[at for token in entry for at in (nought, *token)]], starts, axis=0)
    return found


def scores(entries: Sequence[Floats], network: Network) -> list[Floats]:
    """For every entry, as :func:`summed` gives it, (tokens, labels) what speaks for a label at a token."""
    from threadpoolctl import threadpool_limits

    order = sorted(range(len(entries)), key=lambda i: len(entries[i]))
    found: dict[int, Floats] = {}
    with threadpool_limits(1, user_api="blas"):  # on tables as small as these, threads cost more than they bring
        for start in range(0, len(order), TOGETHER):
            batch = order[start : start + TOGETHER]
            found.update(zip(batch, _read([entries[i] for i in batch], network), strict=True))
    return [found[i] for i in range(len(entries))]


def _read(entries: Sequence[Floats], network: Network) -> Iterator[Floats]:
    import numpy as np

    longest, size = max(map(len, entries)), network.again.shape[1]
    tokens = np.zeros((longest, 2, TOGETHER, entries[0].shape[1]), np.float32)
    for i, entry in enumerate(entries):
        tokens[: len(entry), 0, i] = entry
        tokens[: len(entry), 1, i] = entry[::-1]
    state = cell = np.zeros((2, TOGETHER, size), np.float32)
    states = np.empty((longest, 2, TOGETHER, size), np.float32)
    for at, token in enumerate(tokens):
        gates = np.matmul(token, network.enter) + np.matmul(state, network.again) + network.base[:, None]
        comes, stays, new, leaves = np.split(gates, 4, axis=2)
        cell = _share(stays) * cell + _share(comes) * np.tanh(new)
        state = states[at] = _share(leaves) * np.tanh(cell)
    for i, entry in enumerate(entries):
        both = np.concatenate([states[: len(entry), 0, i], states[: len(entry), 1, i][::-1]], axis=1)
        yield both @ network.leave + network.level


def _share(gates: Floats) -> Floats:
    """The logistic function, which cannot overflow so."""
    import numpy as np

    share: Floats = np.float32(0.5) * np.tanh(np.float32(0.5) * gates) + np.float32(0.5)
    return share
