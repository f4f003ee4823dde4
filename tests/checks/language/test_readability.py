"""Clean and dirty examples for language.readability."""

from __future__ import annotations

from tests.helpers import ANSWER, each_its_own, measured

CHECK = "language.readability"


def test_clean() -> None:
    value = measured(CHECK, ANSWER).value
    assert value is not None and 6 < value < 14


def test_dirty() -> None:
    simple = measured(CHECK, each_its_own("The cat sat on the mat and {} ran.", 20)).value
    thicket = measured(
        CHECK, each_its_own("Institutionalised decentralisation necessitates {} administrative reconsideration.", 20)
    ).value
    assert simple is not None and simple < 5
    assert thicket is not None and thicket > 25


def test_too_little_text_is_not_judged() -> None:
    assert measured(CHECK, "The cat sat on the mat.").value is None
