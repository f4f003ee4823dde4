"""The signs of order, and what a shuffle comes to."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from grader.matching.joins import ALONE, PAIR, seen, signs
from grader.matching.order import PARTS, SIGNS, numbers_of, ordered, parts

TEXTS = [
    "A tax on salt was laid in 1890.",
    "The tax hurt the poor, as Edwin Holt wrote in 1897.",
    "He showed that they ate less of it.",
    "For example, a mason paid a day's wage for it in 1905.",
    "Roads in the hills were bad.",
]


def sign(name: str, first: int, second: int) -> float:
    return float(signs(TEXTS, None).pairs[name][first, second])


def test_signs_of_two_sentences() -> None:
    assert sign("a before the", 0, 1) > 0 > sign("a before the", 1, 0)
    assert sign("years rise", 0, 1) == 1 and sign("years rise", 1, 0) == -1 and sign("years rise", 0, 4) == 0
    assert sign("person named before", 1, 2) == 1 and sign("person named before", 0, 2) == -1
    assert sign("near", 0, 1) > sign("near", 0, 4), "by words alone: shared words"


def test_signs_of_one_sentence() -> None:
    alone = dict(zip(ALONE, seen(TEXTS[3]).alone, strict=True))
    assert alone["example"] == 1 and alone["points back"] == 0
    assert dict(zip(ALONE, seen(TEXTS[2]).alone, strict=True))["person"] == 1
    assert seen("Secondly, it rained.").counted == 2
    assert seen("").alone == pytest.approx([0] * len(ALONE))


@pytest.mark.parametrize("by", ["encoder", "words"])
def test_every_sign_has_its_number(by: str) -> None:
    numbers = numbers_of(by)
    assert {name: tuple(numbers[name]) for name in PARTS} == SIGNS
    assert tuple(numbers["parts"]) == PARTS and min(numbers["parts"].values()) > 0
    assert set(PAIR) <= set(SIGNS["follows"])


def test_all_orders_of_a_paragraph_come_to_nothing_together() -> None:
    """What an order scores is held against the mean of all orders, so that mean must be 0; "together" knows no order."""
    found, numbers = signs(TEXTS, None), numbers_of("words")
    weights = {name: np.array([*numbers[name].values()]) for name in PARTS}
    every = np.array([parts(found, [one], weights) for one in itertools.permutations(range(len(TEXTS)))])
    assert every[:, :3].mean(0) == pytest.approx(np.zeros(3), abs=1e-9)
    assert np.ptp(every[:, 3]) == pytest.approx(0, abs=1e-9)


def test_in_order_above_its_contrary() -> None:
    found = signs(TEXTS, None)
    assert ordered(found, [[0, 1, 2, 3], [4]], "words") > ordered(found, [[3, 2, 1, 0], [4]], "words")
