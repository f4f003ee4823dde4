"""Clean and dirty examples for language.errors.country-articles."""

from __future__ import annotations

import pytest

from tests.helpers import measured, quotes

CHECK = "language.errors.country-articles"


@pytest.mark.parametrize(
    "text",
    [
        "Relations with the United States improved.",
        "US policy changed.",
        "The Pakistan Army moved.",
        "Pakistan has changed.",
        "The Netherlands has dykes.",
        "United Nations resolutions help.",
        "He met the US president.",
        "The India-China border is long.",
        "The China factor grew.",
    ],
)
def test_clean(text: str) -> None:
    assert quotes(CHECK, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Relations with United States have improved.", ["United States"]),
        ("The Pakistan has changed.", ["The Pakistan"]),
        ("They spoke with US and left.", ["US"]),
        ("US has planned it.", ["US"]),
        ("They fear the China's growth.", ["the China's"]),
    ],
)
def test_dirty(text: str, expected: list[str]) -> None:
    assert quotes(CHECK, text) == expected


def test_opening_article_is_a_capital() -> None:
    (finding,) = measured(CHECK, "US has planned it.").findings
    assert finding.replacements == ("The US",)
