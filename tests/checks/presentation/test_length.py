"""Clean and dirty examples for presentation.length."""

from __future__ import annotations

import pytest

from tests.helpers import ANSWER, measured

CHECK = "presentation.length"


def test_clean() -> None:
    assert measured(CHECK, ANSWER, target=(150, 300)).value == 1


def test_dirty() -> None:
    assert measured(CHECK, "It grew. " * 50, target=(200, 300)).value == 0.5
    assert measured(CHECK, "It grew. " * 200, target=(200, 300)).value == pytest.approx(4 / 3)


def test_without_a_target_it_does_not_apply() -> None:
    assert measured(CHECK, ANSWER).value is None
