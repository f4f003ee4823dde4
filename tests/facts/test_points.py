"""Which expected points are made, and where."""

from __future__ import annotations

from grader.facts.points import coverage, nearness
from grader.rubric import Point
from tests.helpers import ANSWER, context_for

INCOME = Point("income", "The tax gave the towns a steady income.", aliases=("receipts", "steady income"))
MOON = Point("moon", "Moonlight moves the tides of distant oceans.", aliases=("tidal pull",))


def test_a_point_made_is_quoted_from_the_body() -> None:
    context = context_for(ANSWER, points=(INCOME, MOON))
    income, moon = context.fact(coverage)
    assert income.state == "evidenced"
    assert "steady income" in context.essay[income.evidence[0]]
    assert (moon.state, moon.evidence) == ("missing", ())
    assert moon.sure


def test_depth_follows_the_neighbourhood() -> None:
    filler = "Nobody in the old quarter of the town minded it, and the ferry went on as it had gone on for all those years before."
    bare = context_for("The tax gave the towns a steady income.", points=(INCOME,)).fact(coverage)[0]
    reasoned = context_for(
        f"The tax gave the towns a steady income because it stayed there. {filler}", points=(INCOME,)
    ).fact(coverage)[0]
    dated = context_for("The tax gave the towns a steady income of 40,000 crowns.", points=(INCOME,)).fact(coverage)[0]
    assert [bare.state, reasoned.state, dated.state] == ["mentioned", "explained", "evidenced"]


def test_an_open_alias_matches_the_rest_of_the_word() -> None:
    point = Point("chips", "Foreign makers want local factories.", aliases=("semiconductor*",))
    found = context_for("New semiconductors arrived.", points=(point,)).fact(coverage)[0]
    assert found.score > 0


def test_every_sentence_has_its_nearness() -> None:
    context = context_for(ANSWER, points=(INCOME, MOON))
    assert len(context.fact(nearness)) == len(context.essay.sentences)
    assert context_for("It fell.").fact(nearness) == (0.0,)
    assert context_for("", points=(INCOME,)).fact(coverage)[0].state == "missing"
