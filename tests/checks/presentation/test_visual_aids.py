"""Clean and dirty examples for presentation.visual-aids."""

from __future__ import annotations

from tests.helpers import ANSWER, measured, quotes

CHECK = "presentation.visual-aids"


def test_clean() -> None:
    assert measured(CHECK, "The routes are drawn below (see map).\n\n| year | rent |\n| 1904 | 12 |").value == 2


def test_dirty() -> None:
    assert measured(CHECK, ANSWER).value == 0
    assert quotes(CHECK, ANSWER) == []


def test_an_equation_of_its_own_line_is_no_aid() -> None:
    assert measured(CHECK, f"{ANSWER}\n\nPED = % change in quantity / % change in price\n\n{ANSWER}").value == 0
