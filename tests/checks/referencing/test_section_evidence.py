"""Clean and dirty examples for referencing.section-evidence."""

from __future__ import annotations

from tests.helpers import measured, quotes

CHECK = "referencing.section-evidence"
TALK = "The towns went on as before and nobody in the valley asked what the tax was for or where it went. " * 3


def test_clean() -> None:
    text = f"# One\n\n{TALK}The quay was built in 1904.\n\n# Two\n\n{TALK}Husain described it as a toll."
    assert measured(CHECK, text).value == 1
    assert quotes(CHECK, text) == []


def test_dirty() -> None:
    text = f"# One\n\n{TALK}The quay was built in 1904.\n\n# Two\n\n{TALK}Experts say it was a toll."
    assert measured(CHECK, text).value == 0.5
    assert len(measured(CHECK, text).findings) == 1


def test_short_sections_are_not_looked_at() -> None:
    assert measured(CHECK, "# One\n\nThe towns went on as before.").value is None
