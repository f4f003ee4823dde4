"""Clean and dirty examples for coverage.question-relevance."""

from __future__ import annotations

from tests.helpers import ANSWER, QUESTION, measured, quotes

CHECK = "coverage.question-relevance"


def test_clean() -> None:
    value = measured(CHECK, ANSWER).value
    assert value is not None and value > 0.7


def test_dirty() -> None:
    value = measured(CHECK, "The moon is far away. It shines at night.", question=QUESTION).value
    assert value == 0


def test_without_a_question_it_does_not_apply() -> None:
    assert measured(CHECK, "The moon is far away.").value is None
    assert quotes(CHECK, "The moon is far away.") == []
