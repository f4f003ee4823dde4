"""Clean and dirty examples for structure.heading-match."""

from __future__ import annotations

from tests.helpers import ANSWER, measured, quotes

CHECK = "structure.heading-match"

TEXTS = {
    "Boats and licences": "Many boats lay idle in the first year, because licences were dear. The owners of the boats that stayed found less company on the water and more work, and few gave their licences back.",
    "Schools by the river": "Three schools were opened along the river. Children who had carried loads on the quays learned to read in the new schools, and their parents asked for evening classes too.",
    "Quarrels with Persia": "Persia sent two letters of protest in a year. The quarrels over the upper valley went on until a treaty gave Persia its share of the dues.",
}


def answer(headings: list[str], texts: list[str]) -> str:
    parts = [f"## {heading}\n\n{TEXTS[text]}" for heading, text in zip(headings, texts, strict=True)]
    return "\n\n".join(["## Introduction\n\nThe tax is old, and it divides the valley.", *parts])


def test_clean() -> None:
    names = list(TEXTS)
    assert measured(CHECK, answer(names, names)).value == 1
    assert measured(CHECK, ANSWER).value == 1


def test_clean_figures_of_speech() -> None:
    figures = answer(list(TEXTS), list(TEXTS))
    for plain, figure in zip(TEXTS, ("Empty hulls", "Slates for sailors", "An old grudge"), strict=True):
        figures = figures.replace(plain, figure, 1)
    assert quotes(CHECK, figures) == []


def test_dirty_two_texts_that_changed_places() -> None:
    names = list(TEXTS)
    text = answer(names, [names[1], names[0], names[2]])
    assert quotes(CHECK, text) == names[:2]
    assert measured(CHECK, text).value == 1 / 3


def test_one_heading_has_nothing_to_be_held_against() -> None:
    assert measured(CHECK, f"## Boats\n\n{TEXTS['Boats and licences']}").value is None
