"""Clean and dirty examples for language.errors.repeated-word."""

from __future__ import annotations

import pytest

from tests.helpers import quotes

CHECK = "language.errors.repeated-word"


@pytest.mark.parametrize(
    "text",
    [
        "It was in the middle of the century.",
        "He had had enough, and she knew that that was so.",
        "They sang on and on.",
        "What it was was a lie, and what it is is a shame.",
        "New York York Street is a name.",
        "In Bora Bora it rains.",
        "~~the~~ the plan was good.",
    ],
)
def test_clean(text: str) -> None:
    assert quotes(CHECK, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was in the the middle.", ["the the"]),
        ("The plan and and the money.", ["and and"]),
        ("We saw of of them.", ["of of"]),
    ],
)
def test_dirty(text: str, expected: list[str]) -> None:
    assert quotes(CHECK, text) == expected
