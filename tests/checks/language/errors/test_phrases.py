"""Clean and dirty examples for language.errors.phrases."""

from __future__ import annotations

import pytest

from grader.lexicon import load
from tests.helpers import measured, quotes

CHECK = "language.errors.phrases"


@pytest.mark.parametrize(
    "text",
    [
        "Prices rose in recent years.",
        "He wrote: “in the recent years”.",
        "The gas was at the stakeholders' cost.",
        "They make the most of the opportunity.",
        "Prices fell here, where as many as ten towns lay.",
        "The work, but however hard it is, goes on.",
        "This thus became law, and he fell in combat against the king.",
        "Every body of water and the main stream of the Indus froze.",
        "It was settled through out-of-court talks.",
        "It entered into the country's law.",
        "He should be congratulated for it, and the result into which it fed was new.",
        "They spent on large scale projects.",
        "He knows each and every thing about it.",
    ],
)
def test_clean(text: str) -> None:
    assert quotes(CHECK, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the recent years prices rose.", ["In the recent years"]),
        ("Last but not the least, roads help.", ["Last but not the least"]),
        ("It fell, where as rents rose through out the year.", ["where as", "through out"]),
        ("Further more, it has grown alot.", ["Further more,", "alot"]),
    ],
)
def test_dirty(text: str, expected: list[str]) -> None:
    assert quotes(CHECK, text) == expected


def test_the_replacement_keeps_the_capital() -> None:
    (finding,) = measured(CHECK, "In the recent years prices rose.").findings
    assert finding.replacements == ("In recent years",)


def test_every_phrase_is_found_by_itself() -> None:
    for wrong in (wrong for group in load("phrases") for wrong in group["phrases"]):
        assert [found.lower() for found in quotes(CHECK, f"So {wrong} x.")] == [wrong]
