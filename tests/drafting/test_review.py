"""A second look at expected points: a clean and a dirty example for every remark."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.drafting import Remark, review
from grader.rubric import Point, PointSet, load_points, point_lines
from tests.conftest import ROOT

QUESTION = "Discuss the causes of Pakistan's water shortage."
CANALS = Point("c", "Old canals leak half of what they carry to the fields.", aliases=("leaking canals",))
WELLS = Point("w", "Unlicensed tube wells exhaust the aquifer of the dry districts.", aliases=("tube wells",))


def look(*points: Point, groups: tuple[tuple[str, int], ...] = (), question: str = QUESTION) -> list[Remark]:
    return review(PointSet(points, groups, question), range(1, len(points) + 1))


def said(*points: Point, **more: object) -> list[str]:
    return [f"{remark.point} {remark.what}" for remark in look(*points, **more)]  # type: ignore[arg-type]


def test_clean_points_get_no_remark() -> None:
    assert said(CANALS, WELLS) == []
    assert said(Point("p", "Critics hold that the climate is to blame.", depth="evidenced", group="counter-view")) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Causes of the water shortage of Pakistan", "has only words of the question"),
        ("Various factors are responsible for the water shortage.", "says nothing in particular (“various”)"),
        ("Several important challenges", "says nothing in particular (“important”)"),
        ("Canals leak.", "has 2 words, too few for a claim"),
        ("The leaking of the old canals", "has no verb: it names a subject and claims nothing"),
    ],
)
def test_dirty_a_point_that_claims_nothing(text: str, what: str) -> None:
    assert said(Point("p", text)) == [f"p {what}"]


def test_clean_a_note_that_says_what_is_claimed_needs_no_verb() -> None:
    text = "Refugee policy: a national law, fresh registration and phased, voluntary and dignified return with burden-sharing."
    assert said(Point("p", text)) == []


def test_dirty_too_long() -> None:
    text = "Canals leak " + " ".join(f"near town{i}" for i in range(18)) + "."
    assert said(Point("p", text)) == ["p has 38 words"]


def test_dirty_two_claims() -> None:
    found = look(Point("p", "The canals are too old and the government taxes too little."))
    assert [remark.what for remark in found] == [
        "seems to make two claims (“The canals are too old”, and “the government taxes too little”)"
    ]
    assert found[0].todo.endswith("make two points of it")


def test_dirty_two_points_that_say_the_same() -> None:
    again = Point("d", "Half of what the old canals carry to the fields is leaked.")
    assert said(CANALS, again) == ["d says the same as c"]
    hidden = Point("d", "Poor upkeep costs the farms dear.", paraphrases=(CANALS.text,))
    assert said(CANALS, hidden) == ["d says the same as c"]


def test_dirty_two_points_that_an_answer_cannot_tell_apart() -> None:
    near = Point("d", "Old canals leak much that is meant for the fields.", aliases=("leaking canals of the fields",))
    assert said(CANALS, near) == [
        "d shares half of its words, aliases counted, with c: one sentence could count for both"
    ]


def test_dirty_aliases() -> None:
    wells = Point(
        "w",
        WELLS.text,
        aliases=("Tube well", "leaking canal", "government", "water", "no law on who may pump how much"),
    )
    assert said(CANALS, wells) == [
        "w has the alias “leaking canal”, which c has too",
        "w has the alias “government”, a word of many answers to the question",
        "w has the alias “water”, a word of many answers to the question",
        "w has an alias of 8 words (“no law on who may pump how much”)",
    ]


def test_clean_aliases() -> None:
    assert (
        said(
            Point(
                "w",
                WELLS.text,
                aliases=("aquifer", "pump*", "govern*", "government of Sindh", "tube wells", "tube well"),
            )
        )
        == []
    )


def test_dirty_a_group_of_one_with_a_number() -> None:
    points = (Point("c", CANALS.text, group="canals"), Point("w", WELLS.text, group="wells"))
    assert said(*points, groups=(("canals", 1),)) == [
        "c is alone in its group “canals”, for which 'groups' sets a number"
    ]
    assert said(*points) == []


def test_the_rubrics_question_serves_where_the_points_have_none() -> None:
    points = PointSet((Point("p", "The water shortage of Pakistan is a shortage"),))
    assert review(points, [1], QUESTION)[0].what == "has only words of the question"
    assert review(points, [1]) == []


def test_the_lines_belong_to_the_points() -> None:
    with pytest.raises(ValueError, match="zip"):
        review(PointSet((CANALS,)), [])


def test_well_made_points_get_hardly_a_remark() -> None:
    files = [ROOT / "samples/climate-water.points.yaml", *sorted(ROOT.glob("tests/bench/*/*/question.yaml"))]
    total, found = 0, 0
    for path in files:
        expected = load_points(path)
        total += len(expected.points)
        found += len(review(expected, point_lines(path)))
    assert total >= 48
    assert found <= total / 6


def test_remarks_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "points.yaml"
    path.write_text("points:\n  - Canals leak.\n\n  - id: b\n    text: Wells.\n  - Dams silt.\n")
    assert point_lines(path) == (2, 4, 6)
    assert [remark.line for remark in review(load_points(path), point_lines(path))] == [2, 4, 6]


def test_dirty_aliases_that_stand_in_any_answer() -> None:
    loose = Point(
        "x", "Unlicensed tube wells exhaust the aquifer of the dry districts.", aliases=("the", "2010", "a*", "aqui*")
    )
    assert [one.what for one in review(PointSet((loose,)), [1])] == [
        f"has the alias “{alias}”, a word of many answers to the question" for alias in ("the", "2010", "a*")
    ]
