"""Styles told by an entry's shape: our own printed entries, lists of them, and lists with a stranger among them."""

from __future__ import annotations

import random
import xml.etree.ElementTree as ET
from functools import cache

import pytest

from grader.citing.entries import parse
from grader.citing.model import Entry
from grader.citing.styles import best, name, of_list, scores, traits
from grader.lexicon import load
from tests.bench.references import PRINTED

STYLES = tuple(load("citation_styles"))
ONE = {
    "apa": "Khan, S. A., & Ali, B. (2019). Water and power. Journal of Rivers, 12(3), 45–67.",
    "harvard": "Khan, S.A. and Ali, B. (2019) ‘Water and power’, Journal of Rivers, 12(3), pp. 45–67.",
    "mla": "Khan, Sara, and Bilal Ali. “Water and Power.” Journal of Rivers, vol. 12, no. 3, 2019, pp. 45–67.",
    "chicago-notes": "Khan, Sara, and Bilal Ali. “Water and Power.” Journal of Rivers 12, no. 3 (2019): 45–67.",
    "chicago-author-date": "Khan, Sara, and Bilal Ali. 2019. “Water and Power.” Journal of Rivers 12 (3): 45–67.",
    "ieee": "[1] S. A. Khan and B. Ali, “Water and power,” Journal of Rivers, vol. 12, no. 3, pp. 45–67, 2019.",
    "vancouver": "1. Khan SA, Ali B. Water and power. J Rivers. 2019;12(3):45–67.",
}


@cache
def printed() -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for sequence in ET.parse(PRINTED).getroot():
        text = " ".join(part.text or "" for part in sequence)
        found.setdefault(sequence.get("style", ""), []).append(parse(text))
    return found


@pytest.mark.parametrize("style", STYLES)
def test_an_article_shows_its_style(style: str) -> None:
    assert best(scores(parse(ONE[style]))) == (style,), traits(parse(ONE[style]))
    assert name(style)


def test_a_bare_entry_fits_several_or_says_nothing() -> None:
    assert len(best(scores(parse("World Bank. (2020). Pakistan development update.")))) != 1
    assert scores(parse("Water.")) == {}


@pytest.mark.parametrize("style", STYLES)
def test_a_list_has_the_style_of_its_entries(style: str) -> None:
    pick = random.Random(3)
    found = [of_list(pick.sample(printed()[style], 8)).style for _ in range(20)]
    assert set(found) <= {style, ""}
    assert found.count(style) >= 14


@pytest.mark.parametrize("style", STYLES)
def test_strangers_are_found_and_nobody_else_is(style: str) -> None:
    pick = random.Random(5)
    others = [other for other in STYLES if other != style]
    for _ in range(10):
        listed = [*pick.sample(printed()[style], 8), parse(ONE[pick.choice(others)])]
        found = of_list(listed)
        assert {place for place, _ in found.minority} <= {8}


def test_a_list_in_no_style_has_none() -> None:
    assert of_list([parse(text) for text in ONE.values()]).style == ""
    assert of_list([]).style == ""
    assert of_list([parse(ONE["apa"])]).style == ""
