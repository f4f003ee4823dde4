"""The tiny grammar of gates and penalties."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.rubric.conditions import holds, parse, shortfall


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


def test_shortfall_is_a_share_of_the_bound() -> None:
    assert shortfall(parse("text.words < task.words.min"), {"text.words": 400, "task.words.min": 500}) == pytest.approx(
        0.2
    )
    assert shortfall(parse("text.words > 1000"), {"text.words": 1500}) == pytest.approx(0.5)
    assert shortfall(parse("a < 1"), {}) == 0


@given(st.text(max_size=60))
def test_never_runs_anything(text: str) -> None:
    try:
        condition = parse(text)
    except ValueError:
        return
    assert holds(condition, {}) is False
