"""Clean and dirty examples for referencing.quotations."""

from __future__ import annotations

from tests.helpers import measured, quotes

CHECK = "referencing.quotations"


def test_clean() -> None:
    assert measured(CHECK, 'Iqbal wrote, "Nations are born in the hearts of poets."').value == 1


def test_dirty() -> None:
    text = 'A great man has said, "Nations are born in the hearts of poets."'
    assert measured(CHECK, text).value == 0
    assert quotes(CHECK, text) == [text]


def test_a_word_in_quotation_marks_is_no_quotation() -> None:
    assert measured(CHECK, 'The "reset" was slow.').value is None
