"""What texts share with a point in words."""

from __future__ import annotations

import pytest

from grader.matching.lexical import SIGNS, lexical_signs
from grader.rubric.model import Point

INCOME = Point("income", "The tax gave the towns a steady income.", aliases=("receipts", "steady income"))
MOON = Point(
    "moon", "Moonlight moves the tides.", paraphrases=("The tides follow the moon.",), aliases=("tidal pull*",)
)


def sign(name: str, point: Point, text: str) -> float:
    return float(lexical_signs([point], [text, "Another sentence altogether."])[name][0, 0])


@pytest.mark.parametrize("name", SIGNS)
def test_every_sign_is_high_for_the_same_words_and_nought_for_others(name: str) -> None:
    assert sign(name, INCOME, "The tax gave the towns a steady income.") > 0.45
    assert sign(name, INCOME, "Dogs bark.") < 0.05


def test_a_paraphrase_is_recalled_like_the_text() -> None:
    assert sign("recall", MOON, "The tides follow the moon.") == pytest.approx(1)


def test_part_of_an_alias_counts_half_at_most() -> None:
    assert sign("alias", INCOME, "Steady rain.") == 0.25
    assert sign("alias", INCOME, "The receipts rose.") == 0.5
    assert sign("alias", INCOME, "A steady income.") == 1


def test_a_star_stands_for_the_rest_of_a_word() -> None:
    assert sign("alias", MOON, "Tidal pulling is strong.") == 1
