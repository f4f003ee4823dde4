"""What the reader is told about how a result came about."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.marking import mark
from grader.result import Flag
from grader.rubric import Point, PointSet
from grader.segment import build
from tests.helpers import ANSWER

RUBRIC = """grader_rubric: 1
title: Language alone
total: 10
criteria:
  - {id: language, marks: 10, rules: [{check: CHECK, weight: 1, bands: [[0, 1], [1, 0]]}]}
"""


@pytest.mark.parametrize(
    ("check", "said"),
    [("language.error-density", True), ("language.faulty-sentences", True), ("language.sentence-variety", False)],
)
def test_a_language_mark_without_an_engine_is_said_to_be_kind(tmp_path: Path, check: str, said: bool) -> None:
    path = tmp_path / "language.yaml"
    path.write_text(RUBRIC.replace("CHECK", check))
    result = mark(build(ANSWER, "answer"), rubric=path, engine="none")
    assert ("no-engine" in [flag.id for flag in result.flags]) is said


POINTS = tuple(
    Point(name, text, aliases=(alias,))
    for name, text, alias in (
        ("income", "The tax gave the towns a steady income.", "receipts"),
        ("quays", "Rotten quays were rebuilt in stone.", "stone quays"),
        ("boats", "Small boats were driven from the river.", "small boats"),
        ("rents", "Rents in the old quarter rose again.", "higher rents"),
        ("schools", "Village schools were opened with the money.", "village schools"),
        ("ferries", "Ferries lost their passengers to the bridge.", "empty ferries"),
    )
)


def listing(text: str) -> list[Flag]:
    result = mark(build(f"{ANSWER}\n\n{text}", "answer"), points=PointSet(POINTS), engine="none")
    return [flag for flag in result.flags if flag.id == "points-listed"]


def test_points_pasted_in_are_said_to_be_named_only() -> None:
    said = listing(" ".join(point.text for point in POINTS[:3]))[0].say
    assert said.startswith("3 sentences only name expected points, in the points’ own words (line 2")
    assert said.endswith("Naming a point counts as mentioned, not as argued.")


def test_many_points_in_one_breath_are_said_to_be_named_only() -> None:
    breath = "The matter is one of receipts, stone quays, small boats, higher rents and village schools in every town."
    assert listing(breath)[0].say.startswith("One sentence names 5 or more expected points (line 2")


def test_an_answer_that_argues_is_told_nothing_of_listing() -> None:
    assert listing("") == []
    assert listing(f"{POINTS[0].text} {POINTS[1].text}") == [], "two sentences in the points' words are no list"
    four = "The matter is one of receipts, stone quays, small boats and higher rents in every town of the valley."
    assert listing(four) == []
    argued = " ".join(
        f"{point.text[:-1]} because the council of {town} met every week and kept its word to the merchants there."
        for point, town in zip(POINTS, ("Alba", "Berga", "Cista", "Dorna", "Elva", "Fosca"), strict=True)
    )
    assert listing(argued) == []
