"""Verbs and claims of a wording."""

from __future__ import annotations

import pytest

from grader.drafting.clauses import has_finite_verb, second_claim, two_claims
from tests.drafting.helpers import parsed


@pytest.mark.parametrize("text", ["Prices rise every year.", "The law must be changed.", "Wages had been cut."])
def test_clean_a_claim_has_a_finite_verb(text: str) -> None:
    assert has_finite_verb(parsed(text))


@pytest.mark.parametrize("text", ["Rising prices and falling wages", "The need to cut spending"])
def test_dirty_a_subject_has_none(text: str) -> None:
    assert not has_finite_verb(parsed(text))


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (
            "The exports are too few and the government borrows too much.",
            "The exports are too few",
            "the government borrows too much",
        ),
        ("Exports are narrow. Debt keeps growing every year.", "Exports are narrow", "Debt keeps growing every year"),
        (
            "Exports are low; successive governments keep the rupee overvalued.",
            "Exports are low",
            "successive governments keep the rupee overvalued",
        ),
    ],
)
def test_dirty_two_claims_are_told_apart(text: str, one: str, other: str) -> None:
    assert two_claims(parsed(text)) == (one, other)


@pytest.mark.parametrize(
    "text",
    [
        "Exports are low, so the government borrows too much money.",
        "The state taxes little and it borrows too much from abroad.",
        "The tax base is narrow, and the narrow base feeds every deficit.",
        "Debt service, which grows every year, eats revenue and leaves little for schools.",
        "Pakistan must tax its landlords and cut its subsidies.",
        "Critics say that climate is to blame, and the answer should weigh this.",
        "Flood irrigation, leaking canals and thirsty crops waste much of what the rivers bring.",
        "The reforms failed because ministers changed and the parties quarrelled.",
    ],
)
def test_clean_one_claim_with_its_reason_or_its_objects_is_one(text: str) -> None:
    assert second_claim(parsed(text)) is None
