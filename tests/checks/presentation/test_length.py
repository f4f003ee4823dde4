"""Clean and dirty examples for presentation.length."""

from __future__ import annotations

import pytest

from tests.helpers import ANSWER, each_its_own, measured

CHECK = "presentation.length"


def test_clean() -> None:
    assert measured(CHECK, ANSWER, target=(150, 300)).value == 1


def test_dirty() -> None:
    assert measured(CHECK, each_its_own("{} grew.", 50), target=(200, 300)).value == 0.5
    assert measured(CHECK, each_its_own("{} grew.", 200), target=(200, 300)).value == pytest.approx(4 / 3)


def test_without_a_target_it_does_not_apply() -> None:
    assert measured(CHECK, ANSWER).value is None


def test_saying_it_twice_makes_no_answer_longer() -> None:
    measurement = measured(CHECK, f"{each_its_own('{} grew.', 50)} {each_its_own('{} grew.', 50)}", target=(200, 300))
    assert measurement.value == 0.5
    assert measurement.note == "100 words without repeats and what strays from the question; the target is 200 to 300"
