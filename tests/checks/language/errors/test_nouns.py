"""Clean and dirty examples for language.errors.nouns."""

from __future__ import annotations

import pytest

from tests.helpers import measured, quotes

CHECK = "language.errors.nouns"


@pytest.mark.parametrize(
    "text",
    [
        "The army has new equipment.",
        "The peoples of Asia met.",
        "Women and children came.",
        "The equipments' owner.",
        "Mens rea was proved, and he traffics in arms.",
        "Climate feedbacks and digital literacies grew.",
    ],
)
def test_clean(text: str) -> None:
    assert quotes(CHECK, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army has new equipments.", ["equipments"]),
        ("Womens and childrens came.", ["Womens", "childrens"]),
        ("# ROLE OF WOMENS\n\nThey came in large numbers to the towns and they stayed there.", ["WOMENS"]),
    ],
)
def test_dirty(text: str, expected: list[str]) -> None:
    assert quotes(CHECK, text) == expected


def test_capitals_stay_capitals() -> None:
    (finding,) = measured(CHECK, "# ROLE OF WOMENS\n\nThey came to the towns in numbers and stayed.").findings
    assert finding.replacements == ("WOMEN",)
