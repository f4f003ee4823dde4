"""Aliases out of the sources' own noun phrases."""

from __future__ import annotations

from grader.drafting.aliases import propose_aliases
from grader.drafting.model import Candidate
from grader.facts.question import taken_apart
from tests.drafting.helpers import QUESTION

ASKED = taken_apart(QUESTION)


def one(text: str, around: str, nouns: tuple[str, ...], source: int = 0, head: str = "") -> Candidate:
    return Candidate(text, source, 1, head, "", f"{around} {head}", 1.0, nouns=nouns)


WELLS = one(
    "Tube wells drain the aquifer.",
    "Tube wells drain the aquifer. Solar pumps are free.",
    ("Tube wells", "Solar pumps"),
)
AGAIN = one("The aquifer falls.", "The aquifer falls as solar pumps run.", ("solar pumps", "water shortage"), 1)
CANALS = one("Old canals leak.", "Old canals leak. Tube wells help.", ("Old canals", "Tube wells"), 0, "Leaking canals")


def test_what_the_sources_share_comes_first_and_once() -> None:
    assert propose_aliases([[WELLS, AGAIN]], [WELLS, AGAIN], ASKED) == [("Solar pumps", "Tube wells")]


def test_the_questions_words_are_no_alias() -> None:
    assert "water shortage" not in propose_aliases([[AGAIN]], [AGAIN], ASKED)[0]


def test_no_alias_stands_under_two_points_and_none_inside_another() -> None:
    canals = one("Old canals leak by tube wells.", CANALS.around, CANALS.nouns, 0, "Leaking canals")
    found = propose_aliases([[WELLS], [canals]], [WELLS, canals], ASKED)
    assert found[1][:1] == ("Leaking canals",)
    assert not {"Tube wells"} & {*found[0], *found[1]}


def test_the_points_own_text_is_no_alias_of_it() -> None:
    head = one("Old canals", "Old canals", ("Old canals",))
    assert propose_aliases([[head]], [head], ASKED) == [()]
