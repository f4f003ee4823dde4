"""Clean and dirty examples for presentation.heading-style."""

from __future__ import annotations

from tests.helpers import ANSWER, measured, quotes

CHECK = "presentation.heading-style"

TEXT = "\n\nIt was taken at once, and the towns saw it done in a day or two.\n\n"


def test_clean() -> None:
    assert measured(CHECK, ANSWER).value == 1


def test_dirty() -> None:
    text = f"1. THE CAUSES{TEXT}2. THE EFFECTS{TEXT}3 THE REMEDIES{TEXT}4. THE CLOSE{TEXT}"
    assert measured(CHECK, text).value == 0.75
    assert quotes(CHECK, text) == ["3 THE REMEDIES"]


def test_clean_with_the_introduction_and_conclusion_unnumbered() -> None:
    text = f"INTRODUCTION{TEXT}1. THE CAUSES{TEXT}2. THE EFFECTS{TEXT}CONCLUSION{TEXT}"
    assert measured(CHECK, text).value == 1


def test_one_heading_has_no_style() -> None:
    assert measured(CHECK, f"# One{TEXT}").value is None


def test_clean_with_a_level_below_left_unnumbered() -> None:
    text = f"1. The causes{TEXT}2. The powers{TEXT}Strengths{TEXT}Weaknesses{TEXT}Threats{TEXT}3. The remedies{TEXT}4. The close{TEXT}"
    assert measured(CHECK, text).value == 1
