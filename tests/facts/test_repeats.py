"""The same point under two heads."""

from __future__ import annotations

import pytest

from grader.facts.repeats import repeats
from tests.helpers import ANSWER, context_for

FIRST = "The harbour boards repaired the rotten quays with granite from Kessel in 2019."


def made_again(again: str, *, question: str = "") -> int:
    steps = f"# One\n\n{FIRST} It was dear.\n\n# Two\n\nMerchants came back. {again}"
    text = f"# Introduction\n\nThe tax is old.\n\n{steps}\n\n# Conclusion\n\nThat is all."
    return len(context_for(text, question=question).fact(repeats))


@pytest.mark.parametrize(
    "again",
    [
        FIRST,
        "With granite from Kessel the rotten quays were repaired by the boards of the harbour.",
    ],
)
def test_a_point_made_again_is_found(again: str) -> None:
    assert made_again(again) == 1


@pytest.mark.parametrize(
    "again",
    [
        "The harbour boards dredged the silted channel with a barge hired from the ministry.",  # another point
        "The harbour boards repaired the rotten quays with granite from Kessel in 1950.",  # another case
        "The harbour boards never repaired the rotten quays with granite from Kessel.",  # the contrary
        "The harbour boards should repair the rotten quays with granite from Kessel.",  # what is to be done
        "The harbour has quays.",  # too little to be a point
    ],
)
def test_another_point_is_none(again: str) -> None:
    assert made_again(again) == 0


def test_the_questions_own_words_do_not_make_points_alike() -> None:
    question = "Discuss how harbour boards repaired rotten quays with granite from Kessel."
    assert made_again("The harbour boards repaired rotten quays with granite in spring.", question=question) == 0


def test_one_step_may_dwell_on_its_point_and_the_conclusion_may_recall_it() -> None:
    text = f"# Introduction\n\nOld.\n\n# One\n\n{FIRST} {FIRST[:-1]}, too.\n\n# Two\n\nMore came.\n\n# Conclusion\n\n{FIRST}"
    assert context_for(text).fact(repeats) == ()


def test_a_good_answer_repeats_nothing() -> None:
    assert context_for(ANSWER).fact(repeats) == ()
