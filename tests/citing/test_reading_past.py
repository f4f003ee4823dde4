"""What a sentence reads on without."""

from __future__ import annotations

import pytest

from grader.citing.intext import find
from grader.citing.reading_past import gaps


def past(text: str) -> list[str]:
    return [text[start:end] for start, end in gaps(text, find(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tolls fell (Lal, 2014) and rose.", ["(Lal, 2014)"]),
        ("Tolls fell (see Lal, 2014; Rao, 2015).", ["(see Lal, 2014; Rao, 2015)"]),
        ("Lal and Rao (2014, p. 3) doubt it.", ["(2014, p. 3)"]),
        ("Tolls fell [3], [4], [9] and rose.", ["[3], [4], [9]"]),
        ("Tolls fell.^{3} They rose.[^2]", ["^{3}", "[^2]"]),
        ("It is what it amounts to (Lal, 2014).", ["(Lal, 2014)"]),
        ("Tolls fell. (Lal, 2014).", ["(Lal, 2014)."]),
    ],
)
def test_what_is_passed_over(text: str, expected: list[str]) -> None:
    assert past(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "(Lal, 2014) argues that tolls fell.",
        "According to (Lal, 2014), tolls fell.",
        "As shown in [14], tolls fell.",
        "Ref. 21 has the data.",
        "A 2014 study by Lal has the data.",
        "Tolls fell (n = 38; Lal, 2014).",
    ],
)
def test_what_the_sentence_needs_stays(text: str) -> None:
    assert past(text) == []
