"""What a page brings with it is none of the answer."""

from __future__ import annotations

import pytest

from grader.segment.furniture import furniture
from tests.segment.helpers import PROSE, only_kinds


@pytest.mark.parametrize(
    "line",
    [
        "Word count: 1,050",
        "(971 words)",
        "Words: 400",
        "[Word count: 1,200 (excluding references)]",
        "THE END",
        "Ans:",
        "- 2 -",
        "12",
    ],
)
def test_skipped(line: str) -> None:
    assert only_kinds(f"{PROSE}\n\n{line}\n\n{PROSE}") == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    "line", ["He wrote 300 words", "The answer: a toll on all ships", "1914: the war", "The end of the war"]
)
def test_kept(line: str) -> None:
    assert furniture(f"{PROSE}\n\n{line}\n\n{PROSE}") == []


def test_running_heads() -> None:
    head = "CURRENT AFFAIRS - MOCK 2026      Roll No. 0145"
    assert only_kinds(f"{PROSE}\n\n{head}\n\n" * 3) == ["paragraph"] * 3
    phases = f"{PROSE}\n\n" + "".join(f"Phase {number}\n\n{PROSE}\n\n" for number in (1, 2, 3))
    assert only_kinds(phases).count("heading") == 3
