"""Warnings for rubrics that are valid and may trip their author up."""

from __future__ import annotations

from grader.rubric import load_rubric, read_rubric, shipped
from grader.rubric.lint import lint
from grader.rubric.load import read_points
from grader.rubric.yamlfile import File

BASE = """grader_rubric: 1
title: T
total: 4
criteria:
  - id: structure
    marks: 4
    student_text: {text}
    rules: [{{check: structure.thesis, weight: 1, bands: [[0, 0], [1, 1]]}}]
{more}
"""


def warnings(text: str = "A thesis.", more: str = "") -> list[str]:
    return lint(read_rubric(File(BASE.format(text=text, more=more).encode(), "t.yaml")))


def test_clean() -> None:
    assert warnings() == []


def test_vague_words() -> None:
    assert "'appropriate'" in warnings("Make appropriate use of facts.")[0]


def test_a_cap_that_cannot_bite() -> None:
    assert (
        "can never take effect"
        in warnings(more='gates: [{id: g, when: "text.words < 9", effect: cap-total, to: 4, say: S.}]')[0]
    )


def test_points_in_the_same_words() -> None:
    assert "nearly the same words" in warnings(more="points: [The towns gained money., The towns gained the money.]")[0]


def test_expected_points_of_their_own_file() -> None:
    points = read_points(File(b"points: [The towns gained money., The towns gained the money.]", "q.yaml"))
    assert "nearly the same words" in lint(points)[0]


def test_the_shipped_rubrics_have_nothing_vague() -> None:
    for name in shipped():
        assert [
            warning
            for warning in lint(load_rubric(name))
            if "means something else" in warning or "never take effect" in warning
        ] == []
