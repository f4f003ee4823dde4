"""Names in the text against names in the list."""

from __future__ import annotations

import pytest

from grader.citing.model import Name
from grader.citing.sameness import distance, nearly, same


@pytest.mark.parametrize(
    ("cited", "name"),
    [
        ("Khan", Name("Khan", "S. A.")),
        ("I. Husain", Name("Husain", "Ishrat")),
        ("Ishrat Husain", Name("Husain", "I.")),
        ("Kovacs", Name("Kovács", "B.")),
        ("Ul-Haq", Name("ul Haq", "M.")),
        ("Berg", Name("van der Berg", "Jan")),
        ("van der Berg", Name("Van der Berg", "J.")),
        ("O’Brien", Name("O'Brien", "S.")),
        ("García", Name("García Moreno", "L.")),
        ("the World Bank", Name("World Bank")),
        ("IMF", Name("International Monetary Fund")),
        ("ASER", Name("ASER Pakistan")),
        ("ASER Pakistan", Name("ASER")),
        ("World Health Organization [WHO]", Name("World Health Organization")),
        ("Ministry of Finance", Name("Ministry of Finance, Government of Pakistan")),
    ],
)
def test_one_and_the_same(cited: str, name: Name) -> None:
    assert same(cited, name)


@pytest.mark.parametrize(
    ("cited", "name"),
    [
        ("Khan", Name("Khattak", "S.")),
        ("S. Khan", Name("Khan", "A.")),
        ("IMF", Name("International Labour Organization")),
        ("UN", Name("UN Women")),
        ("UNICEF", Name("UNICEF Innocenti")),
        ("Bank", Name("World Bank")),
        ("Haq", Name("Haqqani", "H.")),
    ],
)
def test_two_names(cited: str, name: Name) -> None:
    assert not same(cited, name)


def test_an_acronym_that_the_text_explains() -> None:
    assert same("PBS", Name("Statistics Bureau of Pakistan"), {"PBS": "Statistics Bureau of Pakistan"})
    assert not same("PBS", Name("Statistics Bureau of Pakistan"))


@pytest.mark.parametrize(
    ("cited", "family", "near"),
    [
        ("Qureshy", "Qureshi", True),
        ("Quershi", "Qureshi", True),
        ("Kahn", "Khan", True),
        ("Shah", "Shaw", True),
        ("Ali", "Alvi", False),
        ("Khan", "Rana", False),
        ("Hussain", "Hassan", False),
        ("Ahmed", "Hamid", False),
    ],
)
def test_a_slip_of_a_letter(cited: str, family: str, near: bool) -> None:
    assert nearly(cited, Name(family, "A.")) is near


def test_distance_stops_counting() -> None:
    assert distance("khan", "kahn", 2) == 1
    assert distance("khan", "zamindar", 2) == 3
