"""The stretches that language checks look at."""

from __future__ import annotations

import sys

import pytest

from grader.facts.prose import passages
from tests.helpers import context_for, quotes


def texts(text: str) -> list[str]:
    return [passage.text for passage in context_for(text).fact(passages)]


def test_quotations_are_blanked_and_places_stay() -> None:
    (text,) = texts("He said “it have gone” and left the town.")
    assert "have" not in text
    assert len(text) == len("He said “it have gone” and left the town.")


def test_headings_in_capitals_are_small_letters_of_the_same_length() -> None:
    heading = "İSTANBUL AND THE GOVERMENT"
    assert texts(f"# {heading}\n\nIt was built in a year.")[0] == "istanbul and the goverment"
    assert quotes("language.errors.spelling", f"# {heading}\n\nIt was built.") == ["GOVERMENT"]


@pytest.mark.parametrize(
    ("check", "text", "expected"),
    [
        ("prepositions", "They dİscuss about it.", ["dİscuss about"]),
        ("nouns", "The equıpments came.", ["equıpments"]),
        ("verb-forms", "The news ſpreaded and it has broKe.", ["ſpreaded", "broKe"]),
    ],
)
def test_odd_letters_that_a_case_blind_pattern_matches_are_looked_up(
    check: str, text: str, expected: list[str]
) -> None:
    assert quotes(f"language.errors.{check}", text) == expected


def test_only_one_letter_has_a_longer_small_form() -> None:
    assert [chr(i) for i in range(sys.maxunicode) if len(chr(i).lower()) != 1] == ["İ"]
