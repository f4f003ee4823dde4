"""Clean and dirty examples for language.errors.misspellings."""

from __future__ import annotations

import pytest

from tests.helpers import quotes

CHECK = "language.errors.misspellings"


@pytest.mark.parametrize(
    "text",
    ["The government met a hindrance.", "Their belief is strong.", "“The goverment” is a quotation."],
)
def test_clean(text: str) -> None:
    assert quotes(CHECK, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The goverment met a hinderance.", ["goverment", "hinderance"]),
        ("# A HINDERANCE TO TRADE\n\nTrade needs roads and it needs peace, and both were lost.", ["HINDERANCE"]),
    ],
)
def test_dirty(text: str, expected: list[str]) -> None:
    assert quotes(CHECK, text) == expected
