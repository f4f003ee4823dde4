"""Clean and dirty examples for language.errors.verb-forms."""

from __future__ import annotations

import pytest

from tests.helpers import measured, quotes

CHECK = "language.errors.verb-forms"


@pytest.mark.parametrize(
    "text",
    [
        "They did not learn it.",
        "It has become clear.",
        "The vote can be won.",
        "He found it and left.",
        "The law was passed and the rate has risen.",
        "They have left the town.",
        "Rents would have fallen.",
    ],
)
def test_clean(text: str) -> None:
    assert quotes(CHECK, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They did not learnt it.", ["learnt"]),
        ("It has became clear.", ["became"]),
        ("The vote can be win.", ["win"]),
        ("The news spreaded fast.", ["spreaded"]),
        ("It should be ban now.", ["ban"]),
        ("The towns have went dry.", ["went"]),
        ("We should gave it back.", ["gave"]),
    ],
)
def test_dirty(text: str, expected: list[str]) -> None:
    assert quotes(CHECK, text) == expected


def test_says_the_right_form_and_is_grave() -> None:
    (finding,) = measured(CHECK, "It has became clear.").findings
    assert finding.replacements == ("become",)
    assert finding.severity == "major"
