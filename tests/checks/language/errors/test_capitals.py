"""Clean and dirty examples for language.errors.capitals."""

from __future__ import annotations

import pytest

from tests.helpers import quotes

CHECK = "language.errors.capitals"


@pytest.mark.parametrize(
    "text",
    [
        "In Pakistan, English is an official language, and I use it.",
        "(i) The first part. ii. The second. Articles 5 i and ii hold.",
        "The site pakistan.gov.pk and www.google.com are open, e.g. to the public.",
        "The vols. of the gazette, approx. half of them, are lost.",
        "He ate turkey from china plates, and the male birds flew.",
        "“in pakistan” he wrote.",
        "The pan-european and anti-american moods grew.",
    ],
)
def test_clean(text: str) -> None:
    assert quotes(CHECK, text) == []


def test_dirty() -> None:
    assert quotes(CHECK, "It was late and i left. then it rained, so i’ve come back.") == ["i", "then", "i"]
