"""Numbered paragraphs are paragraphs; numbered lists are lists."""

from __future__ import annotations

import pytest

from tests.segment.helpers import PROSE, kinds, only_kinds

LONG = f"{PROSE} {PROSE} {PROSE}"


@pytest.mark.parametrize("mark", ["{}. ", "({}) ", "[{}] "])
def test_numbers_before_paragraphs_change_nothing(mark: str) -> None:
    plain = [LONG, LONG, LONG, LONG]
    numbered = [mark.format(i) + text for i, text in enumerate(plain, start=1)]
    assert kinds("\n\n".join(numbered)) == kinds("\n\n".join(plain))


def test_numbers_that_go_on_over_headings() -> None:
    text = f"{PROSE}\n\n" + "\n\n".join(f"Heading of part {i}\n\n{i}. {PROSE} {PROSE}" for i in range(1, 7))
    assert set(only_kinds(text)) == {"heading", "paragraph"}


def test_points_with_names_of_their_own() -> None:
    text = f"{PROSE}\n\n" + "\n".join(f"{i}. Toll number {i}: {PROSE}".replace("number 1", "one") for i in range(1, 4))
    named = (
        text.replace("Toll number 2", "Old tolls").replace("Toll number 3", "New tolls").replace("Toll one", "Water")
    )
    assert set(only_kinds(named)) == {"paragraph"}


def test_measures_stay_a_list() -> None:
    measures = "\n".join(f"{i}. The board should repair the quay at Lowmoor." for i in range(1, 5))
    assert only_kinds(f"{LONG}\n\n{LONG}\n\n{measures}").count("list-item") == 4
