"""Clean and dirty examples for structure.padding."""

from __future__ import annotations

import pytest

from grader.lexicon import load
from tests.helpers import ANSWER, measured, quotes

CHECK = "structure.padding"


def test_clean() -> None:
    assert quotes(CHECK, ANSWER) == []
    assert (
        quotes(CHECK, "He wrote: “In a nutshell, unity is strength.” The state's coins have two sides to them.") == []
    )


def test_dirty() -> None:
    text = "Since the dawn of time, trade was the need of the hour. In a nutshell, let us join hands."
    assert quotes(CHECK, text) == [
        "Since the dawn of time",
        "the need of the hour"[4:],
        "In a nutshell",
        "let us join hands",
    ]
    assert {finding.severity for finding in measured(CHECK, text).findings} == {"advice"}


@pytest.mark.parametrize("name", load("padding"))
def test_every_group_shows_a_change_on_words_that_are_not_padding(name: str) -> None:
    group = load("padding")[name]
    assert group["say"].endswith(".") and group["do"].endswith(".")
    assert quotes(CHECK, group["after"]) == []


def test_without_prose_it_does_not_apply() -> None:
    assert measured(CHECK, "# One").value is None
