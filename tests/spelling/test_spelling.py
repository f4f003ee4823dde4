"""Which words are known, what a slip was meant to be, and how sure that is."""

from __future__ import annotations

import pytest

from grader.lexicon import lines
from grader.spelling import slip, slip_in_name
from grader.spelling.dictionary import formed, known
from grader.spelling.suggest import distance, frequency, suggestions


@pytest.mark.parametrize(
    "word",
    ["colour", "color", "organise", "organize", "naïve", "state's", "people’s", "jirgas", "multilateralism", "crore"],
)
def test_known(word: str) -> None:
    assert known(word)


@pytest.mark.parametrize(
    "word",
    ["deradicalization", "geosecurity", "unrenewable", "statelike", "federalised", "subnational"],
)
def test_made_of_known_words(word: str) -> None:
    assert known(word) or formed(word)
    assert slip(word) is None


@pytest.mark.parametrize("word", ["desireable", "sociallize", "recommand", "unversity", "unpredicable"])
def test_slips_that_look_like_made_words(word: str) -> None:
    found = slip(word)
    assert found is not None and found.kind == "spelling"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("enviroment", "environment"),
        ("corupption", "corruption"),
        ("devolopment", "development"),
        ("becouse", "because"),
        ("poeple", "people"),
        ("kountry", "country"),
        ("independance", "independence"),
    ],
)
def test_the_likeliest_comes_first(wrong: str, right: str) -> None:
    found = slip(wrong)
    assert found is not None
    assert found.right[0] == right
    assert len(found.right) <= 3


def test_letters_written_together_and_names() -> None:
    joined, name = slip("ofthe"), slip("european")
    assert joined is not None and (joined.right, joined.kind) == (("of the",), "space")
    assert name is not None and (name.right, name.kind) == (("European",), "capital")
    assert slip("peacekeeping") is None
    assert slip("marsoos", strict=True) is None


@pytest.mark.parametrize("name", ["Lahori", "Ronaldo", "Tasmir", "Pakistan", "Johanson", "Hossain"])
def test_names_that_are_no_slips(name: str) -> None:
    assert slip_in_name(name) is None


@pytest.mark.parametrize(
    ("wrong", "right"), [("Afganistan", "Afghanistan"), ("Eurpean", "European"), ("Goverment", "government")]
)
def test_slips_in_names(wrong: str, right: str) -> None:
    found = slip_in_name(wrong)
    assert found is not None and found.right == (right,)


def test_a_part_of_a_compound_must_be_near_a_common_word() -> None:
    assert slip("economick", strict=True) is not None
    assert slip("temas", strict=True) is None


def test_distances_are_less_where_slips_are_usual() -> None:
    doubled, vowel, other = (distance("comon", right, 3) for right in ("common", "comen", "cobon"))
    assert doubled < vowel < other
    assert distance("abc", "xyzuvw", 1) > 1


def test_the_same_suggestions_every_time_and_none_for_noise() -> None:
    first = suggestions("influense")
    suggestions.cache_clear()
    assert suggestions("influense") == first
    assert suggestions("zzzzqqqq") == ()
    assert slip("x" * 200) is None


def test_the_lists_hold_what_they_say() -> None:
    assert frequency("the") > frequency("government") > frequency("hindrance") > 0
    assert all(
        name[0].isupper() and slip_in_name(name) is None for line in lines("well_known") for name in line.split()
    )
    terms = [word for line in lines("terms") for word in line.split()]
    assert len(terms) == len(set(terms))
    assert all(word == word.lower() for word in terms)
