"""Thesis and verdict by the ways in which candidates put them."""

from __future__ import annotations

import pytest

from grader.facts.roles import thesis, verdict
from tests.helpers import QUESTION, context_for


def answer(first: str, last: str) -> str:
    body = "The towns of the valley gained quays. Rents rose in the old quarter."
    return f"# Introduction\n\n{first}\n\n# The quays\n\n{body}\n\n# Conclusion\n\n{last}"


@pytest.mark.parametrize(
    "sentence",
    [
        "In my judgement the river tax has helped the towns of the valley.",
        "The argument here is that the river tax paid for itself in the towns.",
        "I think that the river tax was good for the towns of the valley.",
        "This report argues that the river tax was good for the towns of the valley.",
        "This essay looks at the prices, the wages and the boats of four towns and argues that the river tax was good for them.",
        "This essay accepts that the river tax was dear but contends that it helped the towns of the valley.",
        "I shall suggest that the river tax was good for the towns of the valley.",
    ],
)
def test_a_position_is_found(sentence: str) -> None:
    context = context_for(answer(f"The river is long. {sentence}", "That is all."), question=QUESTION)
    found = context.fact(thesis)
    assert found is not None
    assert context.essay[found.span] == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "The towns should keep the river tax, and the board should open its books to them.",
        "All told, the river tax has helped the towns of the valley only modestly.",
        "On any reckoning the towns of the valley should keep the river tax.",
    ],
)
def test_a_verdict_is_found(sentence: str) -> None:
    context = context_for(answer("The river is long.", f"The years went by. {sentence}"), question=QUESTION)
    found = context.fact(verdict)
    assert found is not None
    assert context.essay[found.span] == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "The river is long and the valley is green in the spring.",
        "Is the tax good for the towns?",
        "I would be glad to discuss the tax of the towns with you before the Board meets in the spring.",
        "Some people say that the towns must keep the river tax, while others think that it should go.",
    ],
)
def test_what_takes_no_position_is_none(sentence: str) -> None:
    context = context_for(answer(sentence, sentence), question=QUESTION)
    assert context.fact(thesis) is None
    assert context.fact(verdict) is None


@pytest.mark.parametrize(
    ("close", "settles"),
    [
        ("To sum up, the shortage of ferries is a matter of custom.", True),
        ("To sum up, the ferries had their history.", False),
    ],
)
def test_a_close_that_comes_back_to_the_position_is_a_verdict(close: str, settles: bool) -> None:
    opening = "Ferries are few. This essay argues that the shortage of ferries is one of custom rather than of timber."
    body = "The first cause is old boats. They leak."
    text = f"# Introduction\n\n{opening}\n\n# Boats\n\n{body}\n\n# Conclusion\n\n{close} No new boat was seen."
    assert (context_for(text).fact(verdict) is not None) == settles


def test_what_somebody_else_settles_is_no_verdict() -> None:
    plain = "The river tax has done more for the towns than any toll before it."
    assert context_for(answer("Rivers are old.", plain), question=QUESTION).fact(verdict) is not None
    quoted = context_for(answer("Rivers are old.", f'Lord Ellis put it so: "{plain}"'), question=QUESTION)
    assert quoted.fact(verdict) is None
