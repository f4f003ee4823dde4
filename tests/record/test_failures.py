"""A check or fact that crashes: said, never hidden, and the rest of the result stands."""

from __future__ import annotations

import pytest

from grader.context import Context
from grader.model import Essay, Measurement
from grader.result import Result
from grader.segment import build
from tests.helpers import ANSWER


def boom(essay: Essay, context: Context) -> Measurement:
    raise ZeroDivisionError("boom")


def marked_with_broken(check: str, monkeypatch: pytest.MonkeyPatch) -> Result:
    from grader.checks import load
    from grader.marking import mark

    monkeypatch.setattr(load(check), "check", boom)
    return mark(build(ANSWER * 2, "answer"), engine="none")


def test_a_broken_check_is_named_with_its_criterion(monkeypatch: pytest.MonkeyPatch) -> None:
    result = marked_with_broken("structure.thesis", monkeypatch)
    assert result.marks is None
    said = [flag.say for flag in result.flags if flag.id == "needs-a-person"]
    assert said == ["The check structure.thesis failed (ZeroDivisionError: boom); somebody has to mark Structure."]


def test_a_broken_check_behind_a_gate_is_named_with_the_gate(monkeypatch: pytest.MonkeyPatch) -> None:
    result = marked_with_broken("coverage.question-relevance", monkeypatch)
    assert result.marks is None
    assert any("limit “off-topic” rests on it" in flag.say for flag in result.flags)


def test_a_broken_check_that_no_rule_names_is_not_mentioned(monkeypatch: pytest.MonkeyPatch) -> None:
    result = marked_with_broken("structure.padding", monkeypatch)
    assert result.marks is not None
    assert not any("failed" in flag.say for flag in result.flags)


def test_a_question_that_cannot_be_taken_apart_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    from grader import record
    from grader.marking import mark

    monkeypatch.setattr(record, "question", boom)
    assert mark(build(ANSWER, "answer"), engine="none").essay.question == ""


def test_a_part_of_the_report_that_cannot_be_made_is_said_to_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    from grader import record
    from grader.marking import mark

    def broken(context: Context) -> object:
        raise ZeroDivisionError("boom")

    monkeypatch.setattr(record, "structure_record", broken)
    result = mark(build(ANSWER, "answer"), engine="none")
    assert result.marks is not None and result.structure.steps == []
    assert "Could not be worked out and is missing here: the map of the answer." in [flag.say for flag in result.flags]


@pytest.mark.parametrize("text", ["", ANSWER, "# One\n\n# Two", "OUTLINE\n\n1. One\n2. Two"])
def test_no_part_is_missing_otherwise(text: str) -> None:
    from grader.marking import mark

    assert "part-missing" not in {flag.id for flag in mark(build(text, "essay"), engine="none").flags}
