"""Sentences that only name expected points."""

from __future__ import annotations

from grader.facts.listed import listed, named_in
from grader.rubric.model import Point
from tests.helpers import context_for

POINTS = (
    Point("income", "The tax gave the towns a steady income.", aliases=("steady income",)),
    Point("quays", "Money from the tax rebuilt the quays of the harbour.", aliases=("new quays", "harbour works")),
    Point("boats", "Small boats left for other rivers.", aliases=("loss of boats",)),
)


def bare(text: str) -> list[str]:
    context = context_for(text, points=POINTS)
    return [context.essay[span] for span in sorted(context.fact(listed))]


def test_a_point_pasted_in_is_bare() -> None:
    assert bare("The tax gave the towns a steady income. It rained.") == ["The tax gave the towns a steady income."]


def test_aliases_in_a_row_are_bare() -> None:
    text = "Steady income, new quays, harbour works, loss of boats."
    assert bare(text) == [text]


def test_a_sentence_that_says_more_is_not() -> None:
    assert (
        bare("The tax gave the towns a steady income, which paid for teachers, lamps and a second ferry in the spring.")
        == []
    )
    assert bare("Merchants came back to the old market.") == []


def test_points_named_in_a_sentence_are_counted() -> None:
    sentence = context_for("Steady income, harbour works and the loss of boats followed.").essay.sentences[0]
    assert named_in(sentence, POINTS) == 3
