"""The likelihood that a sentence states something to look up, by weights learned from labelled answers (``weights.json``).

Logistic regression over signs and the sentence encoder's vector. It ranks and shows; no mark rests on it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from grader.components.signs import Signs

SCALE = 3.0  # of the vector (length 1) beside the signs, so that both are shrunk alike in training


@dataclass(frozen=True, slots=True)
class Weights:
    """``signs``: a weight for each sign; ``vector``: (384,) one for each of the encoder's; ``cut``: where a sentence is
    taken for a statement, as a probability."""

    signs: Mapping[str, float]
    vector: Sequence[float]
    base: float
    cut: float


def likelihood(signs: Signs, vector: Sequence[float], weights: Weights) -> float:
    """Probability, to two places, so that no last digit of a processor settles anything. ``vector`` has length 1."""
    score = weights.base + sum(weights.signs.get(name, 0.0) * value for name, value in signs.items())
    score += SCALE * sum(weight * value for weight, value in zip(weights.vector, vector, strict=True))
    return round(1 / (1 + math.exp(-score)), 2)


@cache
def shipped() -> Weights:
    """The weights that come with the package."""
    return Weights(**json.loads(files(__package__).joinpath("weights.json").read_text("utf-8")))
