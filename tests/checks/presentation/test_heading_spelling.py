"""Clean and dirty examples for presentation.heading-spelling."""

from __future__ import annotations

from tests.helpers import ANSWER, measured, quotes

CHECK = "presentation.heading-spelling"


def test_clean() -> None:
    assert measured(CHECK, ANSWER).value == 1


def test_dirty_slips_in_headings_only() -> None:
    text = "# Effects on the goverment\n\nThe goverment paid.\n\n# Remedies\n\nIt was mended."
    assert quotes(CHECK, text) == ["goverment"]
    assert measured(CHECK, text).value == 0.5


def test_without_headings_it_does_not_apply() -> None:
    assert measured(CHECK, "The tax is old.").value is None
