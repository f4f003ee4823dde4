"""Citations that only the list bears out."""

from __future__ import annotations

import pytest

from grader.citing.second_look import by_number, by_page


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("Khan (3) saw it.", [(3,)]),
        ("Khan et al. (3) saw it, and it rose (1,2).", [(3,), (1, 2)]),
        ("He called it “the toll” (2).", [(2,)]),
        ("Equation (2) shows it, as does Figure (3).", []),
        ("It has two parts: (1) the tax and (2) the toll.", []),
        ("It rose by nine (9).", []),  # the list goes to five
    ],
)
def test_numbers(sentence: str, numbers: list[tuple[int, ...]]) -> None:
    assert [one.numbers for one in by_number(sentence, 5)] == numbers


@pytest.mark.parametrize(
    ("sentence", "authors", "pages"),
    [
        ("According to Khan, nobody paid (12).", ("Khan",), "12"),
        ("As Zaman and Ali pointed out, the tax rose in 1947 (12-14).", ("Zaman", "Ali"), "12-14"),
        ("Khan sees it in the towns (7).", ("Khan",), "7"),
        ("Zaman wrote that nobody paid (p. 3).", ("Zaman",), "3"),
    ],
)
def test_pages(sentence: str, authors: tuple[str, ...], pages: str) -> None:
    found = by_page(sentence, {"khan"})
    assert found is not None
    assert (found.authors, found.pages) == (authors, pages)
    assert sentence[found.start : found.end].startswith("(")


@pytest.mark.parametrize(
    "sentence", ["Pakistan grew by nine points (9).", "They paid in the towns (12).", "Khan saw it in the towns."]
)
def test_no_pages(sentence: str) -> None:
    assert by_page(sentence, {"khan"}) is None
