"""Clean and dirty examples for language.errors.phrases."""

from __future__ import annotations

import pytest

from tests.helpers import measured, quotes

CHECK = "language.errors.phrases"


@pytest.mark.parametrize(
    "text",
    [
        "The parliament discussed the bill.",
        "Prices rose in recent years.",
        "He wrote: “we discussed about it”.",
        "The gas was at the stakeholders' cost.",
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
    ],
)
def test_dirty(text: str, expected: list[str]) -> None:
    assert quotes(CHECK, text) == expected


def test_the_replacement_keeps_the_capital() -> None:
    (finding,) = measured(CHECK, "In the recent years prices rose.").findings
    assert finding.replacements == ("In recent years",)
