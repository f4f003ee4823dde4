"""Clean and dirty examples for language.errors.commas."""

from __future__ import annotations

import pytest

from grader.engines import make
from tests.helpers import quotes

CHECK = "language.errors.commas"


def found(text: str) -> list[str]:
    return quotes(CHECK, text, engine=make("own"))


@pytest.mark.parametrize(
    "text",
    [
        "When the dam was built, the farmers moved to the hills.",
        "In 1947 the country had no navy.",
        "In the spring the river rises.",
        "However the court decides, the tax will stay.",
        "He was poor but proud of his work.",
        "The tax was old but it paid.",
        "Although late, the rains came.",
        "What happened when the dam was built was not written down.",
        "He wrote “When the dam was built the farmers moved” in his book.",
        "After all the debates of that year ended, nothing had changed.",
        "As a rule of thumb for the whole of the valley, it holds.",
        "If so the tax stays.",
    ],
)
def test_clean(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("When the dam was built the farmers moved to the hills.", "built the"),
        ("Although the state spends much on schools the results are poor.", "schools the"),
        ("At the end of the long war the towns were empty.", "war the"),
        ("The government promised new schools in every district but it never opened them.", "district but"),
    ],
)
def test_dirty_on_the_parse(text: str, wrong: str) -> None:
    assert found(text) == [wrong]


def test_dirty_after_a_linking_expression_even_without_a_parse() -> None:
    assert quotes(CHECK, "It fell. However it rose again. On the other hand the poor gained.") == [
        "However",
        "On the other hand",
    ]
