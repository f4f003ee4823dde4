"""Clean and dirty examples for language.errors.one-of."""

from __future__ import annotations

import pytest

from grader.lexicon import load
from grader.words import is_stopword
from tests.helpers import measured, quotes

CHECK = "language.errors.one-of"


@pytest.mark.parametrize(
    "text",
    [
        "One of the main reasons is cost.",
        "It is one of the best.",
        "One of the people was hurt.",
        "It is one of the least developed countries in the world.",
        "One of the two was lost.",
        "It is one of the driest and one of the earliest in Asia.",
        "He was one of the Taliban, and one of the ulema.",
        "She was one of the team.",
        "Chapter one of the book is long, and from day one of its life it sold.",
        "It is one of the unique and challenging aspects, one of the foremost economic, political powers.",
        "It is one of the best known in the world, one of the highest paid in Asia and one of the driest ever.",
        "He is one of our distinguished statesmen, as we know.",
        "He was one of the accused in the case.",
    ],
)
def test_clean(text: str) -> None:
    assert quotes(CHECK, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One of the main reason is cost.", ["reason"]),
        ("It is one of the major hurdle in the way.", ["hurdle"]),
        ("This was one of our great victory.", ["victory"]),
        ("It is one of the main team in it.", ["team"]),
        ("It is one of the longest coastline in the world.", ["coastline"]),
    ],
)
def test_dirty(text: str, expected: list[str]) -> None:
    assert quotes(CHECK, text) == expected


def test_says_the_plural() -> None:
    (finding,) = measured(CHECK, "This was one of our great victory.").findings
    assert finding.replacements == ("victories",)


def test_every_listed_word_needs_its_place() -> None:
    for word in load("nouns")["irregular_plurals"]:
        assert not is_stopword(word), word
        assert not word.endswith(("s", "th", "nd", "rd", "ing", "ly")), word
