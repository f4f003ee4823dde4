"""Clean and dirty examples for coverage.directive-moves."""

from __future__ import annotations

from tests.helpers import ANSWER, QUESTION, measured, quotes

CHECK = "coverage.directive-moves"


def test_clean() -> None:
    assert measured(CHECK, ANSWER).value == 1


def test_dirty() -> None:
    text = f"Q. {QUESTION}\n\n# Gains\n\nThe towns gained.\n\n# Rents\n\nRents rose."
    measurement = measured(CHECK, text)
    assert measurement.value == 0
    assert "a reasoned close" in measurement.note
    assert quotes(CHECK, text) == ["The towns gained."]


def test_each_directive_asks_for_its_own() -> None:
    text = "The dykes should be raised. The banks must be planted.\n\nIt grew.\n\nIt fell."
    assert measured(CHECK, text, question="Suggest measures against the flood.").value == 0
    body = f"# Introduction\n\nIt rained.\n\n# Measures\n\n{text}"
    assert measured(CHECK, body, question="Suggest measures against the flood.").value == 1


def test_an_unknown_instruction_does_not_apply() -> None:
    assert measured(CHECK, "It grew.", question="The river tax.").value is None
