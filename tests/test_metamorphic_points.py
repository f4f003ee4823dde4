"""Change what an answer says of one expected point, and that point alone changes."""

from __future__ import annotations

from functools import cache

from grader import load_points, load_rubric, mark
from grader.result import PointResult, Result
from grader.segment import build
from tests.conftest import ROOT

POINTS = load_points(ROOT / "samples/climate-water.points.yaml")
STRONG = (ROOT / "samples/climate-water-strong.md").read_text(encoding="utf-8")
SEA, FARMS = "w04", "w11"
ABOUT_THE_SEA = next(part for part in STRONG.split("\n\n") if part.startswith("Too little fresh water"))
FLOODS = "Floodwater entered wells and hand-pumps, so that families surrounded by water had none to drink. "
HEAD = "2.4 THE SEA MOVES INTO THE DELTA"
ITEM = "   2.4 The sea moves into the delta\n"


@cache
def marked(text: str) -> Result:
    return mark(build(text, "essay"), load_rubric("css-current-affairs"), points=POINTS, engine="none")


def points_of(text: str) -> dict[str, PointResult]:
    return {point.id: point for point in marked(text).points}


def without_the_sea(text: str) -> str:
    return text.replace(ITEM, "").replace(f"{HEAD}\n\n{ABOUT_THE_SEA}\n\n", "")


def test_without_its_paragraph_only_that_point_goes_missing() -> None:
    on_farms = next(part for part in STRONG.split("\n\n") if part.startswith("Canal lining should be confined"))
    without = STRONG.replace(f"5.2 GROW MORE WITH LESS\n\n{on_farms}\n\n", "").replace(
        "   5.2 Grow more with less\n", ""
    )
    before, after = points_of(STRONG), points_of(without)
    assert {one for one in before if (before[one].state == "missing") != (after[one].state == "missing")} == {FARMS}
    assert after[FARMS].state == "missing"


def test_a_paraphrase_still_makes_the_point() -> None:
    other = (
        "The river that reaches the coast is now so thin that the ocean pushes inland. Salt water spreads under the farms "
        "at the mouth of the Indus, the soil dies, drinking water turns brackish and whole villages of fishermen move away."
    )
    assert points_of(STRONG.replace(ABOUT_THE_SEA, other))[SEA].state != "missing"


def test_a_paragraph_moved_makes_the_point_in_its_new_section() -> None:
    moved = without_the_sea(STRONG).replace(
        "3.2 UNREGULATED PUMPING\n\n", f"3.2 UNREGULATED PUMPING\n\n{ABOUT_THE_SEA}\n\n"
    )
    before, after = points_of(STRONG)[SEA], points_of(moved)[SEA]
    assert before.evidence[0].section == "2.4 THE SEA MOVES INTO THE DELTA"
    assert after.evidence[0].section == "3.2 UNREGULATED PUMPING"


def test_a_point_negated_is_not_made() -> None:
    denied = (
        "It is often said that weak river flow lets the sea into the Indus delta and ruins land and wells. This is not so: "
        "the delta is as green as it ever was, and the rising sea has displaced nobody."
    )
    text = STRONG.replace(ITEM, "").replace(HEAD, "2.4 THE DELTA").replace(ABOUT_THE_SEA, denied)
    # Floods in wells are near enough to the sea in wells to be taken for it (.804, with .8 counted as sure).
    found = points_of(text.replace(FLOODS, ""))[SEA]
    assert found.state == "missing"
    assert found.denied is not None
    assert found.denied.quote.startswith("It is often said")


def test_the_points_own_words_as_a_bare_list_are_mentions_at_most() -> None:
    listed = "INTRODUCTION\n\nWater is life.\n\nPOINTS\n\n" + "\n\n".join(point.text for point in POINTS.points)
    assert {point.state for point in points_of(listed).values()} <= {"mentioned", "missing"}


def test_stuffed_aliases_are_flagged_and_no_more_than_mentions() -> None:
    stuffing = "\n\n".join(", ".join(point.aliases).capitalize() + "." for point in POINTS.points)
    result = marked(f"INTRODUCTION\n\nWater is life.\n\nPOINTS\n\n{stuffing}")
    assert {point.state for point in result.points} <= {"mentioned", "missing"}
    assert "points-listed" in {flag.id for flag in result.flags}
