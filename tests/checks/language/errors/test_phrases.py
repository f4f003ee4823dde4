"""Clean and dirty examples for language.errors.phrases."""

from __future__ import annotations

import pytest

from grader.lexicon import load
from tests.helpers import measured, quotes

CHECK = "language.errors.phrases"


@pytest.mark.parametrize(
    "text",
    [
        "The parliament discussed the bill.",
        "Prices rose in recent years.",
        "He wrote: “we discussed about it”.",
        "The gas was at the stakeholders' cost.",
        "They make the most of the opportunity.",
        "He succeeded to the throne and was burned at the stake.",
        "It has grown since the last decade of the century.",
        "Prices fell here, where as many as ten towns lay.",
        "The work, but however hard it is, goes on.",
        "This thus became law, and he fell in combat against the king.",
        "They discussed about ten bills, which explain about half of it, and investigated about 200.",
        "Their approach to the court failed.",
        "Every body of water and the main stream of the Indus froze.",
        "It was settled through out-of-court talks.",
        "It entered into the country's law.",
        "Acting according with law, he won none the less.",
        "She was married with two children, and the orders were obeyed to the letter.",
        "He should be congratulated for it, and the result into which it fed was new.",
        "They spent on large scale projects.",
    ],
)
def test_clean(text: str) -> None:
    assert quotes(CHECK, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The parliament discussed about the bill.", ["discussed about"]),
        ("In the recent years prices rose.", ["In the recent years"]),
        ("Despite of the rain they met.", ["Despite of"]),
        ("Last but not the least, roads help.", ["Last but not the least"]),
        ("They discussed about the bill and explained about its cost.", ["discussed about", "explained about"]),
        ("It fell, where as rents rose through out the year.", ["where as", "through out"]),
        ("Further more, it has grown since the last decade.", ["Further more,", "since the last decade"]),
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
