"""Clean and dirty examples for presentation.cuttings."""

from __future__ import annotations

from tests.helpers import ANSWER, measured, quotes

CHECK = "presentation.cuttings"


def test_clean() -> None:
    assert measured(CHECK, ANSWER).value == 0


def test_dirty() -> None:
    text = "The ~~old~~ new quay was ~~made~~ built in stone."
    measurement = measured(CHECK, text)
    assert measurement.value == 100 * 2 / 7
    assert quotes(CHECK, text) == ["~~old~~", "~~made~~"]


def test_an_insertion_is_no_cutting() -> None:
    assert measured(CHECK, "The ^{new} quay.").value == 0
