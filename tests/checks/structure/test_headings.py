"""Clean and dirty examples for structure.headings."""

from __future__ import annotations

from tests.helpers import ANSWER, measured, quotes

CHECK = "structure.headings"


def test_clean() -> None:
    assert measured(CHECK, ANSWER).value == 1


def test_dirty() -> None:
    plain = "\n\n".join(block for block in ANSWER.split("\n\n") if not block[:1].isdigit())
    measurement = measured(CHECK, plain)
    assert measurement.value == 0
    assert quotes(CHECK, plain) == ["The towns gained a steady income."]
