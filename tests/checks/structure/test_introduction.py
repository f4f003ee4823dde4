"""Clean and dirty examples for structure.introduction."""

from __future__ import annotations

from tests.helpers import ANSWER, measured, quotes

CHECK = "structure.introduction"


def test_clean() -> None:
    assert measured(CHECK, ANSWER).value == 1


def test_dirty() -> None:
    text = ANSWER.replace(
        ANSWER.split("INTRODUCTION\n\n")[1].split("\n\n2.")[0], "Rivers are a gift of nature. They are blue."
    )
    measurement = measured(CHECK, text)
    assert measurement.value == 1 / 3
    assert "a plan or a position" in measurement.note
    assert "the question's subject named" in measurement.note
    assert quotes(CHECK, text) == ["Rivers are a gift of nature."]


def test_without_a_question_its_subject_is_not_asked_for() -> None:
    text = ANSWER.split("\n\n", 1)[1]
    assert measured(CHECK, text).value == 1
