"""The question taken apart and the body step by step, as they are written down."""

from __future__ import annotations

from grader.marking import mark
from grader.result import Result
from grader.segment import build
from tests.helpers import ANSWER
from tests.report.pages import POINTS

BOTH = "Critically examine the effects of the river tax and suggest a way forward."


def marked(text: str = ANSWER, **more: object) -> Result:
    return mark(build(text, "test"), engine="none", **more)  # type: ignore[arg-type]


def test_parts_and_moves_have_their_place_or_none() -> None:
    asked = marked(question=BOTH).question
    assert asked is not None
    assert [one.name for one in asked.directives] == ["critically examine", "suggest"]
    assert asked.subject == "river tax"
    assert [(one.name, one.asked, one.where is not None) for one in asked.parts] == [
        ("effects", "effects", True),
        ("way forward", "suggest", False),
    ]
    found = {one.id: one.where for one in asked.moves}
    assert list(found) == ["both-sides", "evidence", "verdict", "measures"]
    assert found["measures"] is None
    both = found["both-sides"]
    assert both is not None
    assert (both.section, both.line) == ("3 WHAT THE CRITICS SAY", 13)
    assert both.quote.startswith("Critics argue")


def test_the_one_side_found_is_put_down_with_what_to_add() -> None:
    text = ANSWER.replace("Critics argue that the tax", "The tax").replace("The objection forgets that", "But")
    asked = marked(text.replace("WHAT THE CRITICS SAY", "MORE GAINS")).question
    assert asked is not None
    move = next(one for one in asked.moves if one.id == "both-sides")
    assert move.where is None
    assert move.one_side is not None
    assert move.one_side.quote.startswith("This answer argues")
    assert move.side == "your own position"
    assert "states the opposing view" in move.do


def test_steps_have_their_claim_and_what_carries_it() -> None:
    steps = marked().argument.steps
    assert [(one.section, one.depth, one.line) for one in steps] == [
        ("2 WHAT THE TOWNS GAINED", "evidenced", 9),
        ("3 WHAT THE CRITICS SAY", "explained", 13),
    ]
    assert steps[0].quote.strip() == "The towns gained a steady income."
    assert steps[0].proof is not None
    assert steps[0].proof.quote.startswith("According to the Harbour Board")


def test_drift_is_unknown_without_points() -> None:
    assert marked().argument.drifting is None
    drifting = (
        "\n\n3. POETS\n\nOur poets sang of roses. Every child knows their verses by heart.\n\n4. WHAT THE CRITICS"
    )
    text = ANSWER.replace("3. WHAT THE CRITICS", drifting)
    found = marked(text, points=POINTS).argument.drifting
    assert found is not None
    assert [one.quote.strip() for one in found] == ["Our poets sang of roses."]


def test_a_point_made_twice_has_both_places() -> None:
    again = (
        "Receipts rose to 4 million crowns a year according to the Harbour Board (2019), and three quays were rebuilt."
    )
    (found,) = marked(ANSWER.replace("\n\n4. CONCLUSION", f" {again}\n\n4. CONCLUSION")).argument.repeated
    assert (found.first.line, found.again.line) == (9, 13)
    assert found.again.quote.strip() == again


def test_no_question_is_null() -> None:
    result = marked(ANSWER.partition("\n\n")[2])
    assert result.question is None
    assert len(result.argument.steps) == 2
