"""The sum under the criteria, on the page and in the terminal: what is shown adds up to the total."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from grader import render
from grader.cli import terminal
from grader.report import total
from grader.result import PenaltyRecord, Result
from tests.helpers import ANSWER
from tests.report.pages import result_of

SHORT = PenaltyRecord(id="underlength", say="Shorter than 500 words.", marks=0.5)
NAMELESS = PenaltyRecord(id="late-by-a-day", say="", marks=1.0)


@pytest.fixture(scope="module")
def result() -> Result:
    return replace(
        result_of(ANSWER), subtotal=7.06, marks=5.5, out_of=20.0, penalties=[SHORT, NAMELESS], capped_by=None
    )


def shown(result: Result) -> list[tuple[str, str]]:
    return [(step.label, step.marks) for step in total.steps(result)]


def test_every_step_from_the_criteria_to_the_total_is_said(result: Result) -> None:
    assert shown(result) == [
        ("Sum of the criteria", "7.06"),
        ("Shorter than 500 words", "−0.5"),
        ("Late by a day", "−1"),
        ("Total, rounded to the nearest 0.5", "5.5"),
    ]


def test_a_cap_and_the_floor_are_said(result: Result) -> None:
    assert shown(replace(result, marks=4.0, capped_by="off-topic"))[-1] == ("Total, capped (off-topic)", "4")
    assert shown(replace(result, marks=0.0, subtotal=1.0))[-1] == ("Total, never below 0", "0")
    assert shown(replace(result, marks=7.5, subtotal=7.5, penalties=[]))[-1] == ("Total", "7.5")


def test_marks_still_to_be_given_make_no_total(result: Result) -> None:
    assert shown(replace(result, marks=None, penalties=[SHORT])) == [
        ("Sum so far", "7.06"),
        ("Shorter than 500 words", "−0.5"),
    ]


def test_the_terminal_and_the_page_show_the_same_steps(result: Result) -> None:
    screen = terminal.summary(result, Path("x.html"))
    page = render(result)
    for label, number in shown(result):
        line = next(line for line in screen.split("\n") if label in line)
        assert line.endswith(number.replace("−", "-"))
        assert label in page
    assert "1 mark is taken off" in page
    assert "0.5 marks are taken off" in page
    assert "1 marks" not in page


def test_long_names_do_not_break_the_screen(result: Result) -> None:
    essay = replace(result.essay, name="x" * 200)
    rubric = replace(result.rubric, title="y" * 200)
    long = replace(result, essay=essay, rubric=rubric)
    assert max(len(line) for line in terminal.summary(long, Path("x.html")).split("\n")) < 130
