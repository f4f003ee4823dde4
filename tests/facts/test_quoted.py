"""Quoted words."""

from __future__ import annotations

from grader.facts.quoted import quoted
from tests.helpers import context_for


def found(text: str) -> list[str]:
    return [one.text for one in context_for(text).fact(quoted)]


def test_double_and_single_marks() -> None:
    text = "He wrote that “the water went where it always goes”. She said ‘nobody’s well is as deep as mine’ to him."
    assert found(text) == ["the water went where it always goes", "nobody’s well is as deep as mine"]


def test_titles_and_terms_are_no_quotations() -> None:
    assert found("In “The Wretched of the Earth” he is plain, and a “reset” was slow.") == []


def test_a_block() -> None:
    context = context_for("# B\n\nHe wrote:\n\n> the water went where it always goes\n\nSo it was.")
    assert [one.block for one in context.fact(quoted)] == [True]
