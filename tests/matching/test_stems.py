"""Content stems."""

from __future__ import annotations

from grader.matching.stems import stems


def test_stems_leave_out_small_words_and_endings() -> None:
    assert stems("The taxes of the towns") == ("tax", "town")
    assert stems("semiconductor*") == ("semiconductor*",)
