"""Clean and dirty examples for language.errors.agreement."""

from __future__ import annotations

import pytest

from tests.helpers import quotes

CHECK = "language.errors.agreement"


@pytest.mark.parametrize(
    "text",
    [
        "It has failed.",
        "They have come.",
        "People believe it.",
        "Everyone is here.",
        "There are many reasons.",
        "Does it have a cost?",
        "Let it have time.",
        "The number of people is falling.",
        "I am agreed.",
    ],
)
def test_clean(text: str) -> None:
    assert quotes(CHECK, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It have failed.", ["have"]),
        ("They has come.", ["has"]),
        ("The people believes it.", ["believes"]),
        ("Everyone are here.", ["are"]),
        ("There is many reasons.", ["is"]),
        ("I am agree with this view.", ["I am agree"]),
        ("Each of the towns have a quay.", ["have"]),
    ],
)
def test_dirty(text: str, expected: list[str]) -> None:
    assert quotes(CHECK, text) == expected
