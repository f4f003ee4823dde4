"""The tiny grammar of gates and penalties."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.model import Measurement
from grader.rubric import Criterion, Level, Penalty, Rubric, Rule
from grader.rubric.conditions import holds, parse, shortfall
from grader.scoring import score


@pytest.mark.parametrize(
    ("text", "values", "expected"),
    [
        ("text.words < 80", {"text.words": 79}, True),
        ("text.words < 80", {"text.words": 80}, False),
        ("text.words < task.words.min", {"text.words": 100, "task.words.min": 500}, True),
        ("structure.conclusion == false", {"structure.conclusion": 0.0}, True),
        ("a < 1 and b > 2", {"a": 0, "b": 3}, True),
        ("a < 1 and b > 2", {"a": 0, "b": 2}, False),
        ("a < 1 or b > 2 and c == 3", {"a": 5, "b": 3, "c": 3}, True),
        ("a < 1", {"a": None}, False),
        ("a < 1", {}, False),
        ("a < b", {"a": 0}, False),
    ],
)
def test_holds(text: str, values: dict[str, float | None], expected: bool) -> None:
    assert holds(parse(text), values) is expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "text.words",
        "text.words <",
        "80 > text.words",
        "a < 1 and",
        "__import__('os')",
        "a < b()",
        "a << 1",
        "a < 1; b",
    ],
)
def test_refuses_what_is_no_comparison(text: str) -> None:
    with pytest.raises(ValueError, match="cannot read"):
        parse(text)


def test_knows_its_names() -> None:
    assert parse("a.b < c.d and e-f > 1").names == ("a.b", "c.d", "e-f")


EITHER = "text.words < task.words.min or text.words > task.words.max"
LIMITS: dict[str, float | None] = {"task.words.min": 500, "task.words.max": 1600}


@pytest.mark.parametrize(
    ("condition", "values", "expected"),
    [
        ("text.words < task.words.min", {"text.words": 400, **LIMITS}, 0.2),
        ("text.words > 1000", {"text.words": 1500}, 0.5),
        (EITHER, {"text.words": 400, **LIMITS}, 0.2),
        (EITHER, {"text.words": 2000, **LIMITS}, 0.25),
        (EITHER, {"text.words": 1000, **LIMITS}, 0),
        ("a == 0 and text.words > 1000", {"a": 0, "text.words": 1500}, 0.5),
        ("a > -1", {"a": 0.5}, 1.5),
        ("a < -2", {"a": -3}, 0.5),
        ("a > 0", {"a": 3}, 0),
        ("a < 1", {}, 0),
    ],
)
def test_shortfall_is_a_share_of_the_bound_that_is_missed(
    condition: str, values: dict[str, float | None], expected: float
) -> None:
    assert shortfall(parse(condition), values) == pytest.approx(expected)


NUMBERS = st.none() | st.floats(-1e6, 1e6)
BOUNDS = st.integers(-100, 100)


@given(NUMBERS, NUMBERS, BOUNDS, BOUNDS, st.sampled_from(["and", "or"]), st.sampled_from(["<", ">=", "=="]))
def test_a_shortfall_is_never_negative(
    a: float | None, b: float | None, low: int, high: int, join: str, op: str
) -> None:
    condition = parse(f"a {op} {low} {join} b > {high}")
    missed = shortfall(condition, {"a": a, "b": b})
    assert missed >= 0
    assert missed == 0 or holds(condition, {"a": a, "b": b})


def test_a_penalty_takes_off_what_the_bound_that_is_missed_says() -> None:
    penalty = Penalty("length", parse(EITHER), per=10, marks=0.5, max=10)
    level = Level("all", 0, "All")
    criterion = Criterion("c", "C", 20, (level,), (Rule("a.b", 1, ((0, 0), (1, 1))),))
    rubric = Rubric("r", "R", 20, (criterion,), bands=(level,), penalties=(penalty,))
    got = score(rubric, {"a.b": Measurement(1.0)}, {"text.words": 2000, **LIMITS})
    assert got.penalties == ((penalty, 1.0),)
    assert got.marks == 19
    negative = replace(rubric, penalties=(replace(penalty, when=parse("a.b > -1"), max=3),))
    assert score(negative, {"a.b": Measurement(1.0)}, {}).marks == 17, "a penalty never adds marks"


def test_a_condition_that_is_far_too_long_is_refused() -> None:
    with pytest.raises(ValueError, match="too long"):
        parse("a < 1 or " * 1000)


@given(st.text(max_size=60))
def test_never_runs_anything(text: str) -> None:
    try:
        condition = parse(text)
    except ValueError:
        return
    assert holds(condition, {}) is False
