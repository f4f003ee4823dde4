"""How well an essay's sentences are ordered, by numbers learned from clean prose and its shuffles.

Four parts are weighed for a join (a sentence with the next one of its paragraph): that the second follows the first, that
the first of a paragraph opens it, that the last closes it, and that the paragraph's sentences belong together. Each is
log-odds less what it would be on average were the same sentences shuffled (worked out over all pairs, so nothing is drawn
by chance): topic and style cancel out. The numbers are in ``weights/coherence.json``, with the encoder and by words
alone; ``tests/bench/train_coherence.py`` makes them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from typing import Any, Literal

import numpy as np

from grader.matching.encoder import WEIGHTS
from grader.matching.joins import FOLLOWS, PLACE, TOGETHER, Signs, Table

PARTS = ("follows", "opens", "closes", "together")
SIGNS = {"follows": FOLLOWS, "opens": PLACE, "closes": PLACE, "together": TOGETHER}


def ordered(signs: Signs, paragraphs: Sequence[Sequence[int]], by: Literal["encoder", "words"]) -> float:
    """0 where the sentences are ordered no better than shuffled ones, 1 where as well as in clean prose; not clipped.

    Args:
        signs: of all sentences.
        paragraphs: for each the places of its sentences, in their order; one at least of two sentences.
        by: what the signs were made with.
    """
    numbers = numbers_of(by)
    found = parts(signs, paragraphs, {name: np.array(list(numbers[name].values())) for name in PARTS})
    return float(found @ np.array([numbers["parts"][name] for name in PARTS]) / numbers["clean"])


def parts(signs: Signs, paragraphs: Sequence[Sequence[int]], weights: dict[str, Table]) -> Table:
    """(PARTS,) of an essay, for a join."""
    total = np.zeros(len(PARTS))
    together = signs.together() @ weights["together"]
    longer = [list(members) for members in paragraphs if len(members) > 1]
    for members in longer:
        n = len(members)
        follows, place = signs.follows(members) @ weights["follows"], signs.place(members)
        belong = together[np.ix_(members, members)]
        total += (
            np.diagonal(follows, 1).sum(),
            place[0] @ weights["opens"],
            place[-1] @ weights["closes"],
            (belong.sum() - np.trace(belong)) / n,
        )
    found: Table = total / sum(len(members) - 1 for members in longer)
    return found


@cache
def numbers_of(by: str) -> dict[str, Any]:
    """The learned numbers for signs made with the encoder or by words alone."""
    found: dict[str, Any] = json.loads((WEIGHTS / "coherence.json").read_text(encoding="utf-8"))[by]
    return found
