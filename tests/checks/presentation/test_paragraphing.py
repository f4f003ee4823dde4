"""Clean and dirty examples for presentation.paragraphing."""

from __future__ import annotations

from tests.helpers import ANSWER, measured, quotes

CHECK = "presentation.paragraphing"


def test_clean() -> None:
    assert measured(CHECK, ANSWER).value == 1


def test_dirty() -> None:
    wall = "It grew again. " * 100
    assert measured(CHECK, wall).value == 0
    assert quotes(CHECK, wall) == ["It grew again."]
    assert measured(CHECK, "It grew.\n\nIt fell.").value == 0
