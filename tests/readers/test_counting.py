"""Numbers of items in the forms that documents have."""

from __future__ import annotations

import pytest

from grader.readers.counting import written


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (4, "1", "4"), (4, "i", "iv"), (4, "I", "IV"), (4, "a", "d"), (28, "A", "BB"), (5, "", ""), (0, "a", "0"), (0, "i", "0"),
        (999_999_999, "a", "999999999"), (999_999_999, "i", "999999999"),
    ],
)  # fmt: skip
def test_numbers_as_shown(value: int, form: str, shown: str) -> None:
    assert written(value, form) == shown
