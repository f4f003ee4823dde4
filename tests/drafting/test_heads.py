"""Headings that name something, in readable case."""

from __future__ import annotations

import pytest

from grader.drafting.heads import cases, names_something, readable
from grader.facts.question import taken_apart
from grader.segment import build

ASKED = taken_apart("Discuss the recent reset in Pak-US relations.")


@pytest.mark.parametrize(
    "head",
    [
        "Introduction",
        "CONCLUSION:",
        "References",
        "The way forward",
        "Main factors behind the recent reset in Pak-US relations",
        "Causes",
        "",
    ],
)
def test_dirty_a_head_that_announces_a_part(head: str) -> None:
    assert not names_something(head, ASKED)


@pytest.mark.parametrize(
    "head", ["Terrorism in Pakistan", "US goal to counter China", "Trade with Iran", "Melting glaciers"]
)
def test_clean_a_head_with_a_subject(head: str) -> None:
    assert names_something(head, ASKED)


def test_without_a_question_any_subject_is_one() -> None:
    assert names_something("The reset of trade", None)


def test_a_head_in_capitals_is_written_as_the_source_writes_its_words() -> None:
    essay = build("The trade of the US with China grew. Islamabad and the US met. The sea is near the Arabian Sea.")
    case = cases(essay)
    assert (
        readable("US GOAL TO COUNTER CHINA: HEGEMONY IN ASIA :", case) == "US goal to counter China: hegemony in Asia"
    )
    assert readable("THE SEA AND TALIBAN'S RISE", case) == "The sea and Taliban's rise"
    assert readable("Already as It Should Be", case) == "Already as It Should Be"
