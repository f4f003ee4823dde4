"""The network's reading, against the equations written out for one entry."""

from __future__ import annotations

import numpy as np
import pytest

from grader.citing.recurrent import TOGETHER, Network, scores, summed

WIDTH, SIZE, LABELS = 3, 4, 5


@pytest.fixture
def network() -> Network:
    rng = np.random.RandomState(0)

    def table(*shape: int) -> np.ndarray:
        return rng.normal(size=shape).astype(np.float32)

    vectors = table(7, WIDTH)
    vectors[-1] = 0
    return Network(
        vectors,
        table(2, WIDTH, 4 * SIZE),
        table(2, SIZE, 4 * SIZE),
        table(2, 4 * SIZE),
        table(2 * SIZE, LABELS),
        table(LABELS),
    )


def by_hand(entry: list[list[int]], network: Network) -> np.ndarray:
    """Hochreiter and Schmidhuber's equations with a forget gate, token by token."""
    seen = [network.vectors[token].sum(0) for token in entry]
    ways = []
    for way, tokens in enumerate((seen, seen[::-1])):
        state = cell = np.zeros(SIZE)
        states = []
        for token in tokens:
            comes, stays, new, leaves = np.split(
                token @ network.enter[way] + state @ network.again[way] + network.base[way], 4
            )
            cell = cell / (1 + np.exp(-stays)) + np.tanh(new) / (1 + np.exp(-comes))
            state = np.tanh(cell) / (1 + np.exp(-leaves))
            states.append(state)
        ways.append(states if way == 0 else states[::-1])
    return np.concatenate(ways, axis=1) @ network.leave + network.level


def test_as_the_equations_say(network: Network) -> None:
    entry = [[0, 1], [2], [], [5, 3, 3]]
    assert scores([summed(entry, network)], network)[0] == pytest.approx(by_hand(entry, network), abs=1e-5)


def test_an_entry_is_read_the_same_whatever_stands_beside_it(network: Network) -> None:
    entries = [summed([[i % 6, j % 5] for j in range(1 + (7 * i) % 11)], network) for i in range(2 * TOGETHER + 3)]
    together = scores(entries, network)
    for entry, found in zip(entries, together, strict=True):
        assert found == pytest.approx(scores([entry], network)[0], abs=1e-6)


def test_nothing_to_read(network: Network) -> None:
    assert scores([], network) == []
