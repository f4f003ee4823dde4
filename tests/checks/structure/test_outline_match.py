"""Clean and dirty examples for structure.outline-match."""

from __future__ import annotations

from tests.helpers import ANSWER, QUESTION, measured, quotes

CHECK = "structure.outline-match"

ITEMS = ("Income for the towns", "Boats and licences", "Schools by the river")


def answer(items: tuple[str, ...], sections: tuple[str, ...]) -> str:
    listed = "\n\n".join(items)
    body = "\n\n".join(
        f"2.{i} {title.upper()}\n\nThe towns saw it, and the valley was glad of it for years."
        for i, title in enumerate(sections, 1)
    )
    return f"1. INTRODUCTION\n\nThe tax is old and it divides the valley.\n\n2. WHAT CAME OF IT\n\n{listed}\n\n{body}\n\n3. CONCLUSION\n\nIt helped."


def test_clean() -> None:
    assert measured(CHECK, answer(ITEMS, ITEMS)).value == 1


def test_dirty_an_item_never_written() -> None:
    text = answer(ITEMS, ITEMS[:2])
    assert quotes(CHECK, text) == ["Schools by the river"]
    assert measured(CHECK, text).value == 2 / 3


def test_dirty_a_section_never_announced() -> None:
    text = answer(ITEMS[:2], ITEMS)
    assert quotes(CHECK, text) == ["2.3 SCHOOLS BY THE RIVER"]


def test_other_words_for_the_same_section_are_no_fault() -> None:
    assert measured(CHECK, answer(ITEMS, ("A steady income for the towns", *ITEMS[1:]))).value == 1


def test_without_an_outline_it_does_not_apply() -> None:
    assert measured(CHECK, ANSWER).value is None
    assert measured(CHECK, f"Q. {QUESTION}\n\nIt helped.").value is None


def test_dirty_a_section_in_another_place() -> None:
    items = ("The old quays", "Boats and licences", "Schools by the river", "Market rents")
    text = answer(items, (items[1], items[2], items[0], items[3]))
    found = measured(CHECK, text)
    assert quotes(CHECK, text) == ["The old quays"]
    assert found.value == 3.5 / 4
    assert "before “Boats and licences”; the body puts it after" in found.findings[0].message
