"""Clean and dirty examples for coverage.expected-points."""

from __future__ import annotations

from grader.context import Context, Task
from grader.rubric import Point, PointSet
from grader.segment import build
from tests.helpers import ANSWER, measured

CHECK = "coverage.expected-points"

INCOME = Point("income", "The tax gave the towns a steady income.", aliases=("receipts", "steady income"))
LICENCES = Point("licences", "Few boats gave up their licences.", aliases=("number of licences",))
BRIDGES = Point("bridges", "Stone bridges replaced the ferries in winter.", aliases=("stone bridge*",))
MOON = Point("moon", "Moonlight moves the tides of distant oceans.", aliases=("tidal pull",))


def test_clean() -> None:
    assert measured(CHECK, ANSWER, points=(INCOME, LICENCES)).value == 1


def test_dirty() -> None:
    measurement = measured(CHECK, ANSWER, points=(INCOME, MOON))
    assert measurement.value == 0.5
    assert measurement.note == "1 of 2 expected points found"


def test_a_point_only_in_a_heading_is_half_made() -> None:
    text = "# Stone bridges in winter\n\nThe valley was cold, and nobody went out of the house.\n\n# Conclusion\n\nIt was cold."
    assert measured(CHECK, text, points=(BRIDGES,)).value == 0.5


def test_points_that_are_only_named_are_counted_apart() -> None:
    named = measured(CHECK, f"{ANSWER}\n\n{MOON.text}", points=(INCOME, MOON))
    assert named.note == "2 of 2 expected points found, 1 of them only named"
    enough = Point("moon", MOON.text, depth="mentioned")
    assert measured(CHECK, f"{ANSWER}\n\n{MOON.text}", points=(INCOME, enough)).note == "2 of 2 expected points found"


def test_a_struck_point_is_not_made() -> None:
    kept = "Stone bridges replaced the ferries in winter. Dogs bark at night, and nobody sleeps any more."
    assert measured(CHECK, kept, points=(BRIDGES,)).value == 0.5
    struck = kept.replace(
        "Stone bridges replaced the ferries in winter.", "~~Stone bridges replaced the ferries in winter.~~"
    )
    assert measured(CHECK, struck, points=(BRIDGES,)).value == 0


def test_groups_say_how_many_are_expected() -> None:
    points = PointSet((INCOME, LICENCES, BRIDGES), groups=(("", 2),))
    assert Context(build(ANSWER), Task(), points).measure(CHECK).value == 1


def test_without_points_it_does_not_apply() -> None:
    assert measured(CHECK, ANSWER).value is None
