"""The public interface, as the README shows it."""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import grader
from grader import EngineError, GraderError, InputError, Result, load_points, load_rubric, mark, read, render
from grader.readers import read_bytes
from tests.conftest import ROOT
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


def test_an_engine_that_does_not_exist(answer: Path) -> None:
    for name in ("foo", "", "__init__"):
        with pytest.raises(EngineError, match=r"no language engine called .*; there are auto, "):
            mark(answer, engine=name)


def test_the_text_itself_in_the_place_of_its_path() -> None:
    with pytest.raises(InputError, match=r"is a text, not the path of a file; save it as a \.txt file"):
        mark(ANSWER)
    assert read_bytes(ANSWER.encode(), "answer.txt").words > 200, "what the message says works"


def test_the_public_names_can_be_listed_before_they_are_used() -> None:
    script = "import grader; print(*dir(grader))"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert set(grader.__all__) <= set(found.stdout.split())


def test_everything_public_is_documented() -> None:
    for name in grader.__all__:
        assert inspect.getdoc(getattr(grader, name)), name
    with pytest.raises(AttributeError, match="nothing"):
        _ = grader.nothing


def test_the_function_stays_the_function_whatever_is_imported() -> None:
    import grader.marking

    assert callable(grader.mark)
    assert grader.mark is grader.marking.mark
