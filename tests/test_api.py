"""The public interface, as the README shows it."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

import grader
from grader import GraderError, Result, load_points, load_rubric, mark, read, render
from tests.helpers import ANSWER


@pytest.fixture
def answer(tmp_path: Path) -> Path:
    path = tmp_path / "answer.md"
    path.write_text(ANSWER)
    return path


def test_from_a_path_to_a_report(answer: Path) -> None:
    result = mark(answer, "css-current-affairs", engine="none")
    assert isinstance(result, Result)
    assert result.marks is not None
    assert render(result).startswith("<!DOCTYPE html>")


def test_with_things_already_loaded(answer: Path, tmp_path: Path) -> None:
    points = tmp_path / "points.yaml"
    points.write_text("points: [The towns gained a steady income.]\n")
    one = mark(read(answer), load_rubric("css-current-affairs"), points=load_points(points), engine=None)
    two = mark(str(answer), "css-current-affairs", points=points, engine="none")
    assert one == two


def test_errors_are_one_family(answer: Path) -> None:
    with pytest.raises(GraderError, match="no such file"):
        mark(answer.with_name("nothing.md"))
    with pytest.raises(GraderError, match="no rubric called"):
        mark(answer, "nothing")


def test_everything_public_is_documented() -> None:
    for name in grader.__all__:
        assert inspect.getdoc(getattr(grader, name)), name
    with pytest.raises(AttributeError, match="nothing"):
        _ = grader.nothing


def test_the_function_stays_the_function_whatever_is_imported() -> None:
    import grader.marking

    assert callable(grader.mark)
    assert grader.mark is grader.marking.mark
