"""Clean and dirty examples for referencing.check-this."""

from __future__ import annotations

import pytest

from tests.helpers import measured, quotes

CHECK = "referencing.check-this"


@pytest.mark.parametrize(
    "text",
    [
        "India closed the border for a week.",
        "According to its foreign secretary, India felt threatened by the pact.",
        "India felt threatened by the pact (Husain, 2019).",
        "The largest towns of the valley paid most.",
        "Was India afraid of the pact?",
    ],
)
def test_clean(text: str) -> None:
    assert measured(CHECK, text).value == 0
    assert quotes(CHECK, text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("India was threatened that the towns would join the pact.", "feeling"),
        ("Impressed by the pact, the US wished to join it.", "feeling"),
        ("It is the largest canal in the world.", "superlative"),
        ("The whole world knows of the tax.", "superlative"),
    ],
)
def test_dirty(text: str, kind: str) -> None:
    assert measured(CHECK, text).value == 1
    assert [finding.kind for finding in measured(CHECK, text).findings] == [kind]
    assert quotes(CHECK, text) == [text]
