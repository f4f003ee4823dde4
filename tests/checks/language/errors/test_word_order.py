"""Clean and dirty examples for language.errors.word-order."""

from __future__ import annotations

import pytest

from tests.helpers import measured, quotes

CHECK = "language.errors.word-order"


@pytest.mark.parametrize(
    "text",
    [
        "He asked why they had failed and how much it cost.",
        "How can such students run a country? Why is Pakistan poor?",
        "How many are not? How much did the state pay?",
        "We know that when prices rise, the poor suffer.",
        "He said that whether they come or not, the talks will go on.",
        "We know what is best, and who is the leader.",
        "How Pakistan was won is another story.",
        "Never before had they met, and not only did they talk, they agreed.",
        "Not only they but also their rivals agreed.",
        "There was enough good land, and the army was strong enough to win.",
        "It did not last long, but at long last they met.",
        "He wrote: “they asked why did he go”.",
        "When it rains, do the rivers rise? Why not?",
        "Why this fear?",
    ],
)
def test_clean(text: str) -> None:
    assert quotes(CHECK, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They asked why did he go.", ["why did he"]),
        ("We do not know how can they pay.", ["how can they"]),
        ("The lenders dictate that how much the tax should be.", ["that how"]),
        ("Nobody knows what is the main reason of it.", ["what is the main reason"]),
        ("How such students can run a country?", ["How such"]),
        ("Why Pakistan is poor?", ["Why Pakistan"]),
        ("So how two enemies can do trade with each other?", ["how two"]),
        (
            "Never before they had met. Not only they talked, they agreed.",
            ["Never before they had", "Not only they talked"],
        ),
        ("The army is not enough strong to win.", ["enough strong"]),
        ("It must be asked that whether they began it.", ["that whether"]),
        ("This benefit did not long last.", ["long last"]),
        ("They like very much the old town.", ["very much"]),
    ],
)
def test_dirty(text: str, expected: list[str]) -> None:
    assert quotes(CHECK, text) == expected


def test_two_words_change_places() -> None:
    text = "We do not know how can they pay. They are not enough strong. They asked that whether it rained."
    findings = measured(CHECK, text).findings
    assert [finding.replacements for finding in findings] == [("how they can",), ("strong enough",), ("whether",)]
