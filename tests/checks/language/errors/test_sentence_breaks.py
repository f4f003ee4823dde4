"""Clean and dirty examples for language.errors.sentence-breaks."""

from __future__ import annotations

import pytest

from tests.helpers import quotes

CHECK = "language.errors.sentence-breaks"


@pytest.mark.parametrize(
    "text",
    [
        "If the dam is not built, the city will run dry. Then people leave.",
        "Which way is right? Nobody knows.",
        "The dam failed. This caused a flood.",
        "Because of the scandal he resigned. Then the party broke up.",
        "While in prison he wrote a book. Then he was freed.",
        "If he won he would rule. Then came the war.",
        "The dam failed. In which case, who pays?",
    ],
)
def test_clean(text: str) -> None:
    assert quotes(CHECK, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If the dam is not built. Then the city will run dry.", ["If"]),
        ("They sold oil from the north. which cause a loss of trust.", ["which"]),
        ("The dam failed. Due to which the town was lost.", ["Due"]),
    ],
)
def test_dirty(text: str, expected: list[str]) -> None:
    assert quotes(CHECK, text) == expected
