"""Clean and dirty examples for language.errors.double-conjunctions."""

from __future__ import annotations

import pytest

from tests.helpers import quotes

CHECK = "language.errors.double-conjunctions"


@pytest.mark.parametrize(
    "text",
    [
        "Although the state is poor, it pays.",
        "Though poor but proud people live there, prices rise.",
        "Because incomes are lower, so are taxes.",
        "The state is poor, but it pays.",
        "As the twig is bent, so the tree grows.",
        "No sooner had they met than they fought.",
        "They paid no sooner than they had to.",
        "Hardly had they met when they fought.",
        "He wrote: “Although he tried, but he failed”.",
    ],
)
def test_clean(text: str) -> None:
    assert quotes(CHECK, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Although the state is poor, but it pays.", ["but"]),
        ("Though both sides want peace but the armies do not listen.", ["but"]),
        ("Because the dam failed, so the city ran dry.", ["so"]),
        ("Since the dam failed, therefore the city ran dry.", ["therefore"]),
        ("No sooner had they met when they fought.", ["when"]),
        ("Hardly had they met than they fought.", ["than"]),
    ],
)
def test_dirty(text: str, expected: list[str]) -> None:
    assert quotes(CHECK, text) == expected
