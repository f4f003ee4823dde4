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
        "The Paris climate agreement and the Brussels summit helped.",
        "The Cyprus dispute is old.",
        "The Tashkent and Simla agreements, and the Oslo and Camp David accords, ended.",
        "The US and UK have agreed, and the IMF and World Bank have paid.",
        "Talks between US and Chinese officials began.",
        "They met with US, Chinese and Russian envoys.",
        "It grew with IMF and World Bank assistance.",
        "It was built to meet US needs.",
        "The Pakistan to which they came was young.",
        "The India, Pakistan and China relationship is old.",
    ],
)
def test_clean(text: str) -> None:
    assert quotes(CHECK, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Relations with United States have improved.", ["United States"]),
        ("The Pakistan has changed.", ["The Pakistan"]),
        ("They spoke with US in May.", ["US"]),
        ("US has planned it.", ["US"]),
        ("They fear the China's growth.", ["the China's"]),
        ("It is one of the aims of United Nations, and of UK.", ["United Nations", "UK"]),
        ("They came from the Pakistan.", ["the Pakistan"]),
    ],
)
def test_dirty(text: str, expected: list[str]) -> None:
    assert quotes(CHECK, text) == expected


def test_opening_article_is_a_capital() -> None:
    (finding,) = measured(CHECK, "US has planned it.").findings
    assert finding.replacements == ("The US",)
