"""What an essay as a whole says of its citations."""

from __future__ import annotations

from grader.citing.families import borne_out
from grader.citing.intext import find


def kept(text: str, numbered_list: bool = False) -> list[str]:
    found = find(text)
    quotes = [text[one.start : one.end] for one in found]
    return [quote for quote, good in zip(quotes, borne_out(found, quotes, numbered_list), strict=True) if good]


def test_a_lone_number_in_round_brackets_is_none() -> None:
    assert kept("It fell sharply (3).") == []
    assert kept("It fell sharply (3).", numbered_list=True) == ["(3)"]
    assert kept("It fell sharply (3). It rose slowly (4). It stood still (9).") == ["(3)", "(4)", "(9)"]


def test_numbers_among_years_are_none() -> None:
    assert kept("It fell (Lal, 2014). It rose (Rao, 2015). It stood sharply (3).") == ["(Lal, 2014)", "(Rao, 2015)"]


def test_a_name_and_a_number_among_years_is_none() -> None:
    assert kept("It fell (Lal, 2014), and the oldest of them wept (Tariq 34).") == ["(Lal, 2014)"]
    assert kept("It fell (Lal 14), and the oldest of them wept (Rao 34).") == ["(Lal 14)", "(Rao 34)"]


def test_other_families_stand_by_themselves() -> None:
    assert kept("It fell [3]. It rose.^{4} It stood (Lal, 2014).[^2]") == ["[3]", "^{4}", "(Lal, 2014)", "[^2]"]
