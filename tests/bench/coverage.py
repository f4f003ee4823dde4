"""Key point matching on any file in the form of ArgKP-2021: ``python -m tests.bench.coverage --pairs FILE.csv``.

The file has one row for every argument and key point of a topic and stance, with ``label`` 1, 0 or empty (undecided).
Printed are the shared task's figures (Friedman et al. 2021): every argument is given its best key point, the upper half
of a topic's arguments by that score is kept, and average precision is taken over it, an undecided pair counting as
wrong (strict) or right (relaxed). Recall at a precision of .85 is over all decided pairs.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.metrics import average_precision_score, precision_recall_curve

from grader.matching.model import matches
from grader.rubric.model import Point

PRECISION = 0.85


@dataclass(frozen=True, slots=True)
class Pair:
    """One row: ids, texts, the topic with the stance, and the label (None: undecided)."""

    argument_id: str
    argument: str
    group: tuple[str, str]
    point_id: str
    point: str
    label: float | None


def read(path: Path) -> list[Pair]:
    """The rows of a CSV file with a header."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Pair(
                row["arg_id"],
                row["argument"],
                (row["topic"], row["stance"]),
                row["key_point_id"],
                row["key_point"],
                float(row["label"]) if row["label"] else None,
            )
            for row in csv.DictReader(file)
        ]


def by_group(pairs: Sequence[Pair]) -> Mapping[tuple[str, str], list[int]]:
    """Places of each topic and stance's rows."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, pair in enumerate(pairs):
        groups[pair.group].append(i)
    return groups


def shipped_scores(pairs: Sequence[Pair]) -> list[float]:
    """Every row's score by the matching that is shipped."""
    scores = [0.0] * len(pairs)
    for rows in by_group(pairs).values():
        points = {pairs[i].point_id: pairs[i].point for i in rows}
        texts = {pairs[i].argument_id: pairs[i].argument for i in rows}
        table = matches([Point(*one) for one in points.items()], list(texts.values())).table
        place = {one: n for n, one in enumerate(points)}
        column = {one: n for n, one in enumerate(texts)}
        for i in rows:
            scores[i] = float(table[place[pairs[i].point_id], column[pairs[i].argument_id]])
    return scores


def figures(pairs: Sequence[Pair], scores: Sequence[float]) -> dict[str, float]:
    """mAP strict and relaxed, recall at a precision of .85, and average precision over the decided pairs."""
    strict, relaxed = [], []
    for rows in by_group(pairs).values():
        best: dict[str, int] = {}
        for i in rows:
            held = best.get(pairs[i].argument_id)
            if held is None or scores[i] > scores[held]:
                best[pairs[i].argument_id] = i
        kept = sorted(best.values(), key=lambda i: -scores[i])[: len(best) // 2]
        for undecided, found in ((0.0, strict), (1.0, relaxed)):
            gold = [undecided if (label := pairs[i].label) is None else label for i in kept]
            found.append(
                average_precision_score(gold, [scores[i] for i in kept]) * sum(gold) / len(gold) if any(gold) else 0.0
            )
    decided = [i for i, pair in enumerate(pairs) if pair.label is not None]
    gold, said = [pairs[i].label for i in decided], [scores[i] for i in decided]
    precision, recall, _ = precision_recall_curve(gold, said)
    return {
        "mAP strict": float(np.mean(strict)),
        "mAP relaxed": float(np.mean(relaxed)),
        "recall at precision .85": float(max(recall[precision >= PRECISION], default=0.0)),
        "average precision": float(average_precision_score(gold, said)),
    }


def line(found: Mapping[str, float]) -> str:
    """The figures in one line."""
    return "  ".join(f"{name} {value:.3f}" for name, value in found.items())


def report(shared: Path | None) -> list[str]:
    """Lines for RESULTS.md: as measured out of fold when the encoder was trained, and of what is shipped."""
    trained = json.loads((Path(__file__).parent / "out_of_fold.json").read_text(encoding="utf-8"))
    lines = [f"out of fold by topic, {signs}: {line(found)}" for signs, found in trained.items()]
    if shared:
        pairs = read(shared / "data/coverage/argkp2021-train-dev.csv")
        lines.append(f"as shipped, topics seen in training: {line(figures(pairs, shipped_scores(pairs)))}")
    return lines


def main() -> None:
    """Prints the figures of a file; with ``--out``, writes every row's score."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--out", type=Path, help="arg_id, key_point_id, score")
    options = parser.parse_args()
    pairs = read(options.pairs)
    scores = shipped_scores(pairs)
    print(line(figures(pairs, scores)))
    if options.out:
        with options.out.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["arg_id", "key_point_id", "score"])
            writer.writerows(
                (pair.argument_id, pair.point_id, score) for pair, score in zip(pairs, scores, strict=True)
            )


if __name__ == "__main__":
    main()
