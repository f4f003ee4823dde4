"""Dates and figures that the question states, as against the writer's own."""

from __future__ import annotations

import pytest

from grader.facts.given import given
from grader.facts.ledger import ledger
from tests.helpers import context_for

QUESTION = "In 2019 the Harbour Board raised its toll by 40 per cent, to 1,200 rupees. Discuss with 3 reasons."


@pytest.mark.parametrize(
    "text",
    [
        "The board raised its toll by 40% in 2019.",
        "The toll of 1200 rupees is high.",
        "The ships left the quay after 2019.",
    ],
)
def test_what_the_question_states(text: str) -> None:
    assert len(context_for(text, question=QUESTION).fact(given)) == 1
    assert [one.need for one in context_for(text, question=QUESTION).fact(ledger)] == [0.0]
    assert not context_for(text).fact(given)


@pytest.mark.parametrize(
    "text",
    [
        "The board raised its toll by 40% in 2018.",
        "In May 2019 the ships left the quay.",
        "The ships paid 3 billion rupees.",
        "The quay is old.",
        "In 1904 and in 2019 the quay was mended.",
        "According to the Harbour Board, the toll rose by 40% in 2019.",  # has its source
    ],
)
def test_what_it_does_not(text: str) -> None:
    assert not context_for(text, question=QUESTION).fact(given)


def test_a_sum_is_no_year() -> None:
    asked = "A toll of 2,000 rupees was raised. Discuss."
    assert not context_for("In 2000 the quay was built.", question=asked).fact(given)


def test_a_quotation_still_needs_its_source() -> None:
    text = 'The toll of 2019 was "the hardest blow to the towns in years".'
    assert not context_for(text, question=QUESTION).fact(given)
    assert all(one.need > 0 for one in context_for(text, question=QUESTION).fact(ledger))
