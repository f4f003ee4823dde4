"""Entries written otherwise than most of their list."""

from __future__ import annotations

from grader.citing.entries import parse
from grader.citing.mixed import _WEIGHED, _grouped, odd_ones
from grader.lexicon import load

HARVARD = [
    "Abbasi, G. (2010) Salt, tax and empire. Lahore: Ravi Books.",
    "Baig, T. and Noor, F. (2011) ‘Roads of the plain’, Journal of Roads, 3(1), pp. 2–20.",
    "Khan, S. and Ali, O. (2019) ‘Two towns in one valley’, Journal of Valleys, 7(2), pp. 1–24.",
    "Malik, A. (2016) ‘Teachers who stay’, Journal of Schools, 9(4), pp. 40–61.",
    "Shah, W. (2012) The mill and its owners. Karachi: Indus University Press.",
]


def odd(*entries: str) -> list[int]:
    return [one.place for one in odd_ones([parse(entry) for entry in entries])]


def test_a_list_of_one_style_has_none() -> None:
    assert odd(*HARVARD) == []


def test_another_order_of_names_and_another_place_of_the_year() -> None:
    assert odd(*HARVARD, "F. Zaidi, The long canal. Lahore: Ravi Books, 2014.") == [5]


def test_given_names_in_one_entry_are_no_other_style() -> None:
    assert odd(*HARVARD, "Zaidi, Fatima (2014) The long canal. Lahore: Ravi Books.") == []


def test_every_way_of_writing_has_words() -> None:
    shown = load("listing")["shown"]
    for style in load("citation_styles").values():
        for trait in _WEIGHED:
            for value in style.get(trait, []):
                kept = _grouped({trait: value})
                assert trait not in kept or kept[trait] in shown[trait]
