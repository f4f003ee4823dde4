"""Trains the parser of reference entries: ``python -m tests.bench.train_references`` (python-crfsuite, torch; a quarter of an hour on one core).

A linear-chain CRF (L-BFGS, elastic net) and, beside it, a recurrent network (:mod:`tests.bench.train_recurrent`), on anystyle's core set (BSD-2-Clause)
and on entries of our own; their scores are added, the network's weighing :data:`SHARE`. Writes ``grader/citing/references.npz``: weights that are not
nought, in steps of one 127th of the largest.
"""

from __future__ import annotations

import argparse
import io
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

import grader.citing
from grader.citing.features import Signs, features
from grader.citing.tagger import Weights
from tests.bench.references import CORE, Labelled, own, read

WEIGHTS = Path(grader.citing.__file__).parent / "references.npz"
ENDED = ("author", "title", "editor", "container-title", "pages")
L1, L2, ROUNDS = 0.1, 0.1, 120
LEAST = 0.02  # of a sign's weights the largest, if it is kept
SHARE = 0.4  # of the network in the sum


def begun(labels: Sequence[str]) -> list[str]:
    """Labels that tell a field's first token from the rest ("B-date", "I-date"), and for the long and frequent ones its last too ("E-title";
    "S-title" stands alone): the rare have too few examples for four."""
    found = []
    for i, label in enumerate(labels):
        first, last = i == 0 or labels[i - 1] != label, i + 1 == len(labels) or labels[i + 1] != label
        closed = label in ENDED
        found.append(
            ("S-" if first and last and closed else "B-" if first else "E-" if last and closed else "I-") + label
        )
    return found


def fit(entries: Sequence[Labelled]) -> Weights:
    """Weights from labelled entries."""
    from tests.bench.train_recurrent import learn

    seen, gold = [features(entry.pieces) for entry in entries], [begun(entry.labels) for entry in entries]
    labels, states, linear_steps = _linear(seen, gold)
    known, network, recurrent_steps = learn([[token.alone for token in entry] for entry in seen], gold, labels)
    at = {name: i for i, name in enumerate([*known, *sorted(states.keys() - set(known))])}
    rows = np.zeros((len(at) + 1, len(labels)), np.float32)
    for name, weights in states.items():
        rows[at[name]] = (1 - SHARE) * weights
    return Weights(
        labels,
        at,
        rows,
        (1 - SHARE) * linear_steps + SHARE * recurrent_steps,
        replace(network, leave=SHARE * network.leave, level=SHARE * network.level),
    )


def _linear(
    seen: Sequence[Sequence[Signs]], gold: Sequence[Sequence[str]]
) -> tuple[tuple[str, ...], dict[str, np.ndarray], np.ndarray]:
    """The CRF: its labels, for each sign that matters a weight for each of them, and the weights of label after label."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(verbose=False)
    for entry, row in zip(seen, gold, strict=True):
        trainer.append([token.alone + token.around for token in entry], row)
    trainer.set_params({"c1": L1, "c2": L2, "max_iterations": ROUNDS, "feature.possible_transitions": True})
    with tempfile.TemporaryDirectory() as folder:
        trainer.train(f"{folder}/model")
        tagger = pycrfsuite.Tagger()
        tagger.open(f"{folder}/model")
        info = tagger.info()
    labels = tuple(sorted(info.labels, key=lambda label: int(info.labels[label])))
    states: dict[str, np.ndarray] = {}
    for (name, label), weight in info.state_features.items():
        states.setdefault(name, np.zeros(len(labels), np.float32))[labels.index(label)] = weight
    steps = np.zeros((len(labels), len(labels)), np.float32)
    for (one, other), weight in info.transitions.items():
        steps[labels.index(one), labels.index(other)] = weight
    return labels, {name: weights for name, weights in states.items() if np.abs(weights).max() >= LEAST}, steps


def write(weights: Weights, path: Path) -> None:
    """The weights as a file; the same weights give the same bytes."""
    network = weights.network
    held = io.BytesIO()
    np.savez_compressed(
        held,
        labels=np.array(weights.labels),
        signs=np.frombuffer("\n".join(weights.signs).encode("utf-8"), np.uint8),
        steps=weights.steps.astype(np.float16),
        **_narrow("rows", weights.rows),
        **_narrow("vectors", network.vectors),
        **{name: getattr(network, name).astype(np.float16) for name in ("enter", "again", "base", "leave", "level")},
    )
    path.write_bytes(held.getvalue())


def _narrow(name: str, table: np.ndarray) -> dict[str, np.ndarray]:
    """Whole numbers of eight bits, without the row of nought at the end, and the size of their steps."""
    step = np.float32(np.abs(table).max() / 127)
    return {name: np.round(table[:-1] / step).astype(np.int8), f"{name}.step": step}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])  # type: ignore[union-attr]
    parser.add_argument("--core", type=Path, default=CORE, metavar="FILE", help="labelled entries in anystyle's form")
    asked = parser.parse_args()
    weights = fit(read(asked.core) + own())
    write(weights, WEIGHTS)
    print(f"{len(weights.signs)} signs, {len(weights.labels)} labels, {WEIGHTS.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
