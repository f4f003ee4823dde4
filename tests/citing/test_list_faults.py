"""A slice of the fault generator: the works are not those that the checks were tuned on; the bench has the whole."""

from __future__ import annotations

import random

import pytest

from tests.bench import list_essays, list_faults
from tests.bench.list_essays import STYLES


@pytest.mark.parametrize("style", STYLES)
def test_faults_are_found_and_clean_lists_left_alone(style: str) -> None:
    pool = list_essays.works("held_back")
    planted = caught = false = 0
    for number in range(2):
        plan = list_essays.plan(pool, style, f"test {style} {number}")
        false += len(list_faults.findings(list_essays.render(plan).text))
        for name, fault in list_faults.FAULTS.items():
            made = fault(plan, random.Random(f"test {style} {number} {name}"))
            if made:
                planted += 1
                caught += list_faults.caught(made)[0]
    assert false <= 1
    assert caught >= 0.8 * planted


def test_the_same_seed_prints_the_same_essay() -> None:
    pool = list_essays.works("dev")
    first, second = (list_essays.render(list_essays.plan(pool, "apa", "1")).text for _ in range(2))
    assert first == second


def test_places_are_those_of_the_citations() -> None:
    plan = list_essays.plan(list_essays.works("dev"), "apa", "2")
    shown = list_essays.render(plan)
    for cite, (start, end) in zip(plan.cites, shown.cites, strict=True):
        assert str(list_essays.year(plan.works[cite.works[0]])) in shown.text[start:end]
    assert [shown.text[start:end] for start, end in shown.entries] == [one.text for one in plan.listed]
