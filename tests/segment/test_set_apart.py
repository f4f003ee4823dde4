"""Verse, speeches, quotations from mark to mark, formulas and rows of cells are no prose of the writer's."""

from __future__ import annotations

import pytest

from grader.segment.set_apart import is_formula
from tests.segment.helpers import PROSE, only_kinds


def test_verse_and_speeches() -> None:
    verse = (
        "    The river came down in the night,\n    And took the low bridge from our sight;\n    It left us the stones."
    )
    assert only_kinds(f"{PROSE}\n\n{verse}\n\n{PROSE}") == ["paragraph", "quote", "paragraph"]
    outline = "    Trade of the towns\n    Law of the river"
    assert "quote" not in only_kinds(f"{PROSE}\n\n{outline}\n\n{PROSE}")


def test_an_indented_answer_is_prose() -> None:
    indented = "    The toll was raised,\n    and the towns paid it."
    assert "quote" not in only_kinds(f"{indented}\n\n{indented}\n\n{indented}")


def test_a_quotation_from_mark_to_mark_and_its_author() -> None:
    text = f'{PROSE}\n\n"When the well is dry we know what water is worth." (Surah 2:1)\n\n{PROSE}'
    assert only_kinds(text) == ["paragraph", "quote", "paragraph"]
    assert only_kinds(f'{PROSE}\n\n"The well was dry in May," she wrote, "and in June."\n\n{PROSE}')[1] == "paragraph"
    epigraph = f'The River Tax\n\n"A dry well teaches what water is worth."\n– Benjamin Franklin\n\n{PROSE}\n\n{PROSE}'
    assert only_kinds(epigraph)[1:3] == ["quote", "quote"]


@pytest.mark.parametrize("line", ["MSB = MPB - MEC", "PED = % change in quantity / % change in price", "E = m × c"])
def test_formulas(line: str) -> None:
    assert is_formula(line)
    assert only_kinds(f"{PROSE}\n\n{line}\n\n{PROSE}") == ["paragraph", "equation", "paragraph"]


@pytest.mark.parametrize(
    "line", ["The toll = a tax on ships that use the river and the quay.", "Three towns = three tolls", "Trade and law"]
)
def test_no_formulas(line: str) -> None:
    assert not is_formula(line)


def test_rows_of_cells() -> None:
    rows = "Age\tMen\tWomen\nAll ages\t5.5\t8.9\nYouth\t9.1\t12.0"
    assert only_kinds(f"{PROSE}\n\n{rows}\n\n{PROSE}") == ["paragraph", "table", "table", "table", "paragraph"]
