"""How likely it is that an answer makes a point in a text: the signs added up, the paragraph's beside the text's own.

There are two sets of numbers in ``weights/matching.json``: with the encoder, and by words alone, for an installation
without the encoder's weights. ``signs`` are the weights of the signs, ``paragraph`` what the paragraph's total weighs
beside the text's own, ``heading`` what a text that bears on a point gains under a heading that does, ``behind`` what
lying behind another point costs and ``ahead`` what lying before all others gains; ``slope`` and ``base`` turn the
whole into a probability. The last two are fitted on labelled answers of our own (tests/bench/points.py); the others are
round numbers, chosen with ArgKP out of fold and all labelled answers in view.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from grader.matching.encoder import WEIGHTS, Encoded, Encoder, encoder
from grader.matching.lexical import lexical_signs
from grader.matching.likeness import denials, likeness
from grader.rubric.model import Point

Table = NDArray[np.float64]

BEARS = -1.0  # a sum from which a text bears on a point; to be ahead of less than this is nothing
FAR = 6.0  # farther ahead or behind than this counts no more


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands in an answer, in indices of the texts. ``paragraph``: the one that it is part of; None for a
    heading and for a paragraph as a whole. ``heading``: the one over it."""

    paragraph: int | None = None
    heading: int | None = None


@dataclass(frozen=True, slots=True)
class Matches:
    """``by``: "encoder" or "words"; ``table``: (points, texts) the probability that the point is made there;
    ``denies``: (texts,) that the text takes up what it speaks of only to deny it (0 by words alone)."""

    by: Literal["encoder", "words"]
    table: Table
    denies: Table


def matches(
    points: Sequence[Point],
    texts: Sequence[str],
    places: Sequence[Place] | None = None,
    read: Callable[[Encoder], Sequence[Encoded]] | None = None,
) -> Matches:
    """Every point held against every text.

    Args:
        points: one or more.
        texts: one or more, each of a few sentences, or a paragraph.
        places: of every text in its answer; without them each stands alone.
        read: the texts as the encoder reads them, where the caller can spare it reading some twice.
    """
    reader = encoder()
    states = [] if reader is None else read(reader) if read else reader.encode(texts)
    by: Literal["encoder", "words"] = "words" if reader is None else "encoder"
    total = weighed(by, signs(points, texts, reader, states), places)
    numbers = _numbers()[by]
    against = np.zeros(len(texts)) if reader is None else _probable(denials(reader, states).astype(np.float64))
    return Matches(by, _probable(numbers["slope"] * total + numbers["base"]), against)


def weighed(
    by: Literal["encoder", "words"], found: dict[str, NDArray[np.float32]], places: Sequence[Place] | None = None
) -> Table:
    """(points, texts) the signs added up with the shipped numbers, with what a text's place in the answer says and the
    point's standing among the others."""
    numbers = _numbers()[by]
    total = added_up(numbers["signs"], found)
    if places is not None:
        total = _in_place(total, places, numbers)
    rival = best_other(total)
    before, after = total - np.maximum(rival, BEARS), rival - total
    standing: Table = numbers["ahead"] * np.clip(before, 0.0, FAR) - numbers["behind"] * np.clip(after, 0.0, FAR)
    return total + standing


def _in_place(total: Table, places: Sequence[Place], numbers: dict[str, float]) -> Table:
    """The paragraph's total beside that of each text in it, and what the heading over it gives where the text bears on the
    point itself."""
    own = total.copy()
    for column, place in enumerate(places):
        if place.paragraph is not None:
            whole = numbers["paragraph"] * total[:, place.paragraph]
            own[:, column] = (total[:, column] + whole) / (1 + numbers["paragraph"])
        if place.heading is not None:
            announced = np.clip(total[:, place.heading] - BEARS, 0.0, FAR)
            own[:, column] += numbers["heading"] * np.where(total[:, column] > BEARS, announced, 0.0)
    return own


def best_other(total: Table) -> Table:
    """(points, texts) what the best of the other points comes to for the same text, minus infinity where there is no other:
    what makes one point is seldom meant for another too."""
    if len(total) < 2:
        return np.full_like(total, -np.inf)
    second, best = np.sort(total, axis=0)[-2:]
    rival: Table = np.where(total == best, second, best)
    return rival


def _probable(odds: Table) -> Table:
    return 1 / (1 + np.exp(-odds))


def signs(
    points: Sequence[Point], texts: Sequence[str], reader: Encoder | None, states: Sequence[Encoded]
) -> dict[str, NDArray[np.float32]]:
    """For each sign a table (points, texts); the encoder's is the best of a point's wordings."""
    found = dict(lexical_signs(points, texts))
    if reader is not None:
        wordings = [(i, wording) for i, point in enumerate(points) for wording in (point.text, *point.paraphrases)]
        by_wording = likeness(reader, reader.encode([wording for _, wording in wordings]), states)
        owner = np.array([i for i, _ in wordings])
        found["encoder"] = np.stack([by_wording[owner == i].max(0) for i in range(len(points))])
    return found


def added_up(weights: dict[str, float], found: dict[str, NDArray[np.float32]]) -> Table:
    """(points, texts) the weighted sum of the signs."""
    total: Table = np.sum([weight * found[sign].astype(np.float64) for sign, weight in weights.items()], axis=0)
    return total


@cache
def _numbers() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((WEIGHTS / "matching.json").read_text(encoding="utf-8"))
    return found
