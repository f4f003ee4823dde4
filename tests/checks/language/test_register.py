"""Clean and dirty examples for language.register."""

from __future__ import annotations

from tests.helpers import ANSWER, measured, quotes

CHECK = "language.register"


def test_clean() -> None:
    assert quotes(CHECK, ANSWER) == []
    assert quotes(CHECK, "He said: “We don't know.” The state's debts grew, and its towns' too.") == []


def test_dirty() -> None:
    text = "The state doesn’t collect stuff. It's so."
    assert quotes(CHECK, text) == ["doesn’t", "stuff", "It's"]
    assert {finding.severity for finding in measured(CHECK, text).findings} == {"advice"}


def test_without_prose_it_does_not_apply() -> None:
    assert measured(CHECK, "# One").value is None
