"""Clean and dirty examples for language.errors.confusions."""

from __future__ import annotations

import pytest

from grader.lexicon import load
from tests.helpers import measured, quotes

CHECK = "language.errors.confusions"


@pytest.mark.parametrize(
    "text",
    [
        "They will lose the match, and the rope is loose.",
        "The reform will effect the change, and its effects on the poor are known.",
        "He gave advice, and they advise him.",
        "There are rights; there is their house.",
        "It's a long way, and the town has lost its market.",
        "It was more, then less; other than that it fell.",
        "They went to many places, and it applies to much of the world.",
        "It has led to war, and it may lead to peace.",
        "They could unduly influence the vote.",
        "An economical car is cheap; an economic crisis is not.",
        "It may be the last one.",
        "Everyday life is hard every day.",
        "He wrote, “it has lead to war”.",
        "They depend on each other's help.",
    ],
)
def test_clean(text: str) -> None:
    assert quotes(CHECK, text) == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("They will loose the match.", "loose", "lose"),
        ("This will effect the poor.", "effect", "affect"),
        ("The affects of it are great.", "affects of", "effects of"),
        ("I would advice him to go.", "advice", "advise"),
        ("They spend it on there own needs.", "there", "their"),
        ("The powers are in it's hands.", "it's", "its"),
        ("Its a long way.", "Its", "It's"),
        ("It is more then enough.", "then", "than"),
        ("The price is to high for them, and it is to late.", "to", "too"),
        ("It has lead to war.", "lead", "led"),
        ("There is an unduly pressure on it.", "unduly", "undue"),
        ("He won the noble prize.", "noble", "Nobel"),
        ("We face an economical crisis.", "economical", "economic"),
        ("May be they will come.", "May be", "Maybe"),
        ("They go there everyday.", "everyday", "every day"),
        ("According to me it is wrong.", "According to me", "In my view"),
        ("Human right violations are many.", "Human right", "Human rights"),
        ("It is a danger to our live.", "live", "life"),
    ],
)
def test_dirty(text: str, wrong: str, right: str) -> None:
    first = measured(CHECK, text).findings[0]
    assert quotes(CHECK, text)[0] == wrong
    assert first.replacements == (right,)


def test_a_verb_form_is_grave_and_a_slip_is_not() -> None:
    assert measured(CHECK, "It has lead to war.").findings[0].severity == "major"
    assert measured(CHECK, "It is more then enough.").findings[0].severity == "minor"


def test_every_pair_says_something_else() -> None:
    for group in load("confusions"):
        for wrong, right in group["pairs"].items():
            assert wrong != right.lower(), wrong
            assert wrong == " ".join(wrong.lower().split()), wrong
