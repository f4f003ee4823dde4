"""Clean and dirty examples for structure.conclusion."""

from __future__ import annotations

from tests.helpers import ANSWER, QUESTION, measured, quotes

CHECK = "structure.conclusion"


def test_clean() -> None:
    measurement = measured(CHECK, ANSWER)
    assert measurement.value == 1
    assert measurement.quote is not None


def test_dirty_an_appeal_is_no_verdict() -> None:
    text = (
        ANSWER.split("4. CONCLUSION")[0]
        + "4. CONCLUSION\n\nLet us all join hands and make our valley great. Where there is a will there is a way."
    )
    assert measured(CHECK, text).value == 0.4
    assert quotes(CHECK, text) == ["Let us all join hands and make our valley great."]


def test_dirty_no_conclusion_at_all() -> None:
    text = ANSWER.split("4. CONCLUSION")[0]
    assert measured(CHECK, text).value == 0


def test_a_last_paragraph_that_opens_like_one_is_a_conclusion() -> None:
    text = ANSWER.replace("4. CONCLUSION", "4. LAST WORDS ON THE TAX")
    assert measured(CHECK, text).value == 1


def test_a_line_or_two_have_none() -> None:
    assert measured(CHECK, f"Q. {QUESTION}\n\nIt helped.").value is None
