"""Learns the order of sentences from clean prose: ``python -m tests.bench.train_coherence --prose FOLDER`` (four minutes).

Blocks of eleven paragraphs (two to nine sentences each) stand for essays; they come from public-domain and CC BY texts,
one paragraph a line. Within a paragraph true neighbours are told from other pairs, true openings and ends from other
sentences; pairs of one paragraph are told from pairs of two. The four parts are then weighed so that whole blocks
differ from their shuffles (over the block, and within paragraphs). Every fifth block is kept apart for the figures.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from grader.matching.encoder import WEIGHTS, encoder
from grader.matching.joins import Signs, signs
from grader.matching.order import PARTS, SIGNS, parts
from grader.segment.sentences import split

SOURCES = (
    "gds-service-manual",
    "openstax-american-government",
    "openstax-anthropology",
    "openstax-business",
    "openstax-economics",
    "openstax-political-science",
    "openstax-sociology",
    "openstax-us-history",
    "openstax-world-history",
    "state-dept-historian",
    "un-general-debate-southasia",
)
BLOCKS, PARAGRAPHS, SHUFFLES, SEED = 34, 11, 3, 7

Groups = list[list[int]]


@dataclass(frozen=True)
class Document:
    """One block of prose: its signs, the places of each paragraph's sentences, whether it is kept apart."""

    signs: Signs
    groups: Groups
    held: bool


def blocks(path: Path) -> list[list[list[str]]]:
    """Blocks of paragraphs of sentences."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        paragraphs = [[line[a:b] for a, b in split(line.strip())] for line in lines]
    fit = [one for one in paragraphs if 2 <= len(one) <= 9]
    return [fit[i : i + PARAGRAPHS] for i in range(0, len(fit) - PARAGRAPHS, PARAGRAPHS)]


def documents(folder: Path) -> dict[str, list[Document]]:
    """The same blocks with signs by the encoder, and by words alone."""
    chance, reader = random.Random(SEED), encoder()
    assert reader is not None
    found = defaultdict(list)
    for source in SOURCES:
        whole = blocks(folder / f"{source}.txt.gz")
        for i in chance.sample(range(len(whole)), min(BLOCKS, len(whole))):
            texts = [text for paragraph in whole[i] for text in paragraph]
            groups = regrouped(list(range(len(texts))), whole[i])
            for by, states in (("encoder", reader.encode(texts)), ("words", None)):
                found[by].append(Document(signs(texts, states), groups, i % 5 == 0))
    return found


def regrouped(places: list[int], like: list[list[object]] | Groups) -> Groups:
    """Places dealt out again to groups of the given sizes."""
    rest = iter(places)
    return [[next(rest) for _ in one] for one in like]


def shuffles(document: Document, chance: random.Random) -> tuple[Groups, Groups]:
    """All sentences shuffled over the block, and the sentences of each paragraph."""
    places = [i for group in document.groups for i in group]
    return (
        regrouped(chance.sample(places, len(places)), document.groups),
        [chance.sample(group, len(group)) for group in document.groups],
    )


def learn(learning: list[Document]) -> dict[str, np.ndarray]:
    """A number for every sign of every part, by logistic regression on signs of one spread."""
    chance = random.Random(SEED)
    rows: dict[str, list[tuple[np.ndarray, int]]] = defaultdict(list)
    for document in learning:
        together = document.signs.together()
        for group in document.groups:
            follows, place = document.signs.follows(group), document.signs.place(group)
            others = [i for other in document.groups if other is not group for i in other]
            for i in range(len(group)):
                rows["opens"].append((place[i], int(i == 0)))
                rows["closes"].append((place[i], int(i == len(group) - 1)))
                for j in range(len(group)):
                    if i != j:
                        rows["follows"].append((follows[i, j], int(j == i + 1)))
                    if i < j:
                        rows["together"].append((together[group[i], group[j]], 1))
                        rows["together"].append((together[group[i], chance.choice(others)], 0))
    found = {}
    for name in PARTS:
        table, true = np.array([row for row, _ in rows[name]]), np.array([right for _, right in rows[name]])
        spread = table.std(0) + 1e-9
        model = LogisticRegression(C=0.05, class_weight="balanced", max_iter=500).fit(table / spread, true)
        print(f"  {name:9} {len(true):6} rows, {model.score(table / spread, true):.3f} right")
        found[name] = np.round(model.coef_[0] / spread, 4)
    return found


def weigh(learning: list[Document], weights: dict[str, np.ndarray]) -> np.ndarray:
    """What each part weighs: blocks against their shuffles."""
    chance = random.Random(SEED)
    rows = []
    for document in learning:
        rows.append((parts(document.signs, document.groups, weights), 1))
        for _ in range(SHUFFLES):
            rows += [(parts(document.signs, groups, weights), 0) for groups in shuffles(document, chance)]
    table, true = np.array([row for row, _ in rows]), np.array([right for _, right in rows])
    model = LogisticRegression(class_weight="balanced", max_iter=1000).fit(table, true)
    return np.round(model.coef_[0], 3)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--prose", type=Path, required=True)
    numbers: dict[str, object] = {
        "made by": "tests/bench/train_coherence.py on clean prose (public domain, CC0, CC BY 4.0, OGL): blocks of eleven "
        "paragraphs against their shuffles; 1 is the median of blocks kept apart"
    }
    for by, found in documents(parser.parse_args().prose).items():
        print(by)
        learning, held = ([one for one in found if one.held is kept] for kept in (False, True))
        weights = learn(learning)
        shares = weigh(learning, weights)
        scores = [float(parts(one.signs, one.groups, weights) @ shares) for one in held]
        clean = round(float(np.median(scores)), 3)
        chance = random.Random(SEED + 1)
        wins = np.array(
            [
                [score > parts(one.signs, groups, weights) @ shares for groups in shuffles(one, chance)]
                for one, score in zip(held, scores, strict=True)
                for _ in range(10)
            ]
        ).mean(0)
        print(f"  {len(held)} kept apart: above its shuffle over all {wins[0]:.3f}, within paragraphs {wins[1]:.3f}")
        named = {name: dict(zip(SIGNS[name], weights[name].tolist(), strict=True)) for name in PARTS}
        numbers[by] = {**named, "parts": dict(zip(PARTS, shares.tolist(), strict=True)), "clean": clean}
    (WEIGHTS / "coherence.json").write_text(json.dumps(numbers, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
