"""Trains the parser of reference entries: ``python -m tests.bench.train_references`` (python-crfsuite; minutes on one core).

A linear-chain CRF (L-BFGS, elastic net) on anystyle's core set (BSD-2-Clause) and on entries of our own. Writes ``grader/citing/references.npz``: weights that
are not nought, in steps of one 127th of the largest.
"""

from __future__ import annotations

import argparse
import io
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

import grader.citing
from grader.citing.crf import Weights
from grader.citing.features import features
from tests.bench.references import CORE, Labelled, own, read

WEIGHTS = Path(grader.citing.__file__).parent / "references.npz"
ENDED = ("author", "title", "editor", "container-title", "pages")
L1, L2, ROUNDS = 0.1, 0.1, 120


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


def fit(entries: Sequence[Labelled], l1: float = L1, l2: float = L2, rounds: int = ROUNDS) -> Weights:
    """Weights from labelled entries."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(verbose=False)
    for entry in entries:
        trainer.append(features(entry.pieces), begun(entry.labels))
    trainer.set_params({"c1": l1, "c2": l2, "max_iterations": rounds, "feature.possible_transitions": True})
    with tempfile.TemporaryDirectory() as folder:
        trainer.train(f"{folder}/model")
        tagger = pycrfsuite.Tagger()
        tagger.open(f"{folder}/model")
        info = tagger.info()
    labels = tuple(sorted(info.labels, key=lambda label: int(info.labels[label])))
    names = sorted({name for name, _ in info.state_features})
    at = {name: i for i, name in enumerate(names)}
    rows = np.zeros((len(names) + 1, len(labels)), np.float32)
    for (name, label), weight in info.state_features.items():
        rows[at[name], labels.index(label)] = weight
    steps = np.zeros((len(labels), len(labels)), np.float32)
    for (one, other), weight in info.transitions.items():
        steps[labels.index(one), labels.index(other)] = weight
    return Weights(labels, at, rows, steps)


def pruned(weights: Weights, least: float = 0.02) -> Weights:
    """Without signs whose every weight is next to nothing."""
    kept = np.abs(weights.rows).max(axis=1) >= least
    kept[-1] = True  # the row of nought
    names = [name for name, at in weights.signs.items() if kept[at]]
    return Weights(weights.labels, {name: i for i, name in enumerate(names)}, weights.rows[kept], weights.steps)


def write(weights: Weights, path: Path) -> None:
    """The weights as a file; the same weights give the same bytes."""
    step = float(np.abs(weights.rows).max()) / 127
    rows = np.round(weights.rows / step).astype(np.int8)
    kept = np.flatnonzero(np.abs(rows).max(axis=1))  # without the row of nought
    names = list(weights.signs)
    held = io.BytesIO()
    np.savez_compressed(
        held,
        labels=np.array(weights.labels),
        signs=np.frombuffer("\n".join(names[i] for i in kept).encode("utf-8"), np.uint8),
        rows=rows[kept],
        steps=weights.steps.astype(np.float16),
        step=np.float32(step),
    )
    path.write_bytes(held.getvalue())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])  # type: ignore[union-attr]
    parser.add_argument("--core", type=Path, default=CORE, metavar="FILE", help="labelled entries in anystyle's form")
    asked = parser.parse_args()
    weights = pruned(fit(read(asked.core) + own()))
    write(weights, WEIGHTS)
    print(f"{len(weights.signs)} signs, {len(weights.labels)} labels, {WEIGHTS.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
