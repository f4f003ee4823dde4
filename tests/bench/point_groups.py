"""What the matching of points is trained on: points and texts of one topic, and which text makes which point."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tests.bench import coverage

OWN = Path(__file__).parent / "pairs"
DEBATES = Path(__file__).parent / "debates"
FOLDS, SEED = 4, 0


@dataclass(frozen=True)
class Group:
    """Points and texts of one topic (and stance); ``table``: (points, texts) 1, 0 or NaN for undecided; ``denied``:
    (texts,) 1 where a text takes a point up to deny it, NaN where nobody said."""

    topic: str
    points: list[str]
    texts: list[str]
    table: np.ndarray
    denied: np.ndarray


def argkp_groups(pairs: Sequence[coverage.Pair]) -> list[Group]:
    """ArgKP's rows as tables."""
    found = []
    for (topic, _), rows in coverage.by_group(pairs).items():
        points = list(dict.fromkeys(pairs[i].point for i in rows))
        texts = list(dict.fromkeys(pairs[i].argument for i in rows))
        table = np.full((len(points), len(texts)), np.nan)
        for i in rows:
            if pairs[i].label is not None:
                table[points.index(pairs[i].point), texts.index(pairs[i].argument)] = pairs[i].label
        found.append(Group(topic, points, texts, table, np.full(len(texts), np.nan)))
    return found


def own_groups() -> list[Group]:
    """Our own passages as tables."""
    found = []
    for path in sorted(OWN.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            question = json.loads(line)
            ids = [point["id"] for point in question["points"]]
            texts, columns, denied = [], [], []
            for point in question["points"]:
                for passage in (*point["made"], *point["near"]):
                    makes = set(passage.get("also") or []) | ({point["id"]} if "state" in passage else set())
                    texts.append(passage["text"])
                    columns.append([float(one in makes) for one in ids])
                    denied.append(float(passage.get("denied", False)))
            for sentence in question["other"]:
                texts.append(sentence)
                columns.append([0.0] * len(ids))
                denied.append(0.0)
            wordings = [point["text"] for point in question["points"]]
            found.append(Group(question["question"], wordings, texts, np.array(columns).T, np.array(denied)))
    return found


def debate_groups() -> list[Group]:
    """Our own debates as tables; no topic of ArgKP is among them."""
    found = []
    for path in sorted(DEBATES.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            side = json.loads(line)
            table = np.zeros((len(side["points"]), len(side["texts"])))
            for column, text in enumerate(side["texts"]):
                table[text["unsure"], column] = np.nan
                table[text["makes"], column] = 1.0
            texts = [text["text"] for text in side["texts"]]
            found.append(Group(side["topic"], side["points"], texts, table, np.full(len(texts), np.nan)))
    return found


def folds_of(topics: Sequence[str]) -> dict[str, int]:
    """The fold of every topic: shuffled with the seed, then dealt out."""
    order = sorted(set(topics))
    np.random.RandomState(SEED).shuffle(order)
    return {topic: i % FOLDS for i, topic in enumerate(order)}
