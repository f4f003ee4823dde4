"""Entries as the styles print them."""

from __future__ import annotations

import pytest

from grader.citing.entries import parse
from grader.citing.expected import STYLES, expected, printed
from grader.citing.model import Entry, Name

ARTICLE = Entry(
    "…",
    authors=(Name("Khan", "Sara"), Name("Ali", "Omar")),
    year="2019",
    title="Two towns in one valley",
    container="Journal of Valleys",
    volume="7",
    issue="2",
    pages="1–24",
    doi="10.5555/jv.2019.1",
    kind="article",
)


@pytest.mark.parametrize(
    ("style", "text"),
    [
        (
            "apa",
            "Khan, S., & Ali, O. (2019). Two towns in one valley. Journal of Valleys, 7(2), 1–24. https://doi.org/10.5555/jv.2019.1",
        ),
        (
            "mla",
            "Khan, Sara, and Omar Ali. “Two Towns in One Valley.” Journal of Valleys, vol. 7, no. 2, 2019, pp. 1–24, https://doi.org/10.5555/jv.2019.1.",
        ),
        (
            "vancouver",
            "Khan S, Ali O. Two towns in one valley. Journal of Valleys. 2019;7(2):1–24. doi:10.5555/jv.2019.1",
        ),
        (
            "ieee",
            "S. Khan and O. Ali, “Two towns in one valley,” Journal of Valleys, vol. 7, no. 2, pp. 1–24, 2019, doi: 10.5555/jv.2019.1.",
        ),
    ],
)
def test_an_article(style: str, text: str) -> None:
    assert expected(ARTICLE, style) == text


def test_every_style_prints_a_book() -> None:
    book = Entry(
        "…",
        authors=(Name("Khan", "Sara"),),
        year="2019",
        title="Roads",
        publisher="A Press",
        place="Lahore",
        kind="book",
    )
    for style in STYLES:
        assert "Khan" in expected(book, style) and "A Press" in expected(book, style)


def test_what_is_not_sure_or_not_complete_is_not_printed() -> None:
    from dataclasses import replace

    assert expected(replace(ARTICLE, confidence=0.4), "apa") == ""
    assert expected(replace(ARTICLE, container=""), "apa") == ""
    assert expected(replace(ARTICLE, kind="web"), "apa") == ""
    assert expected(replace(ARTICLE, authors=(Name("Khan", "S."),)), "mla") == ""  # the given name is not known
    assert expected(ARTICLE, "another style") == ""


def test_a_gap_is_shown_as_one() -> None:
    from dataclasses import replace

    assert "Khan, S., & Ali, O. ([year]). Two towns" in expected(replace(ARTICLE, year=""), "apa", "year")
    book = Entry("…", authors=(Name("Khan", "Sara"),), year="2019", title="Roads", kind="other")
    assert expected(book, "apa", "publisher") == "Khan, S. (2019). Roads. [publisher]."


def test_letters_of_years_and_the_order_of_the_list() -> None:
    items = [
        {
            "id": "b",
            "type": "book",
            "author": [{"family": "Zaman", "given": "A"}],
            "title": "B",
            "issued": {"date-parts": [[2019]]},
            "year-suffix": "b",
        },
        {
            "id": "a",
            "type": "book",
            "author": [{"family": "Ali", "given": "A"}],
            "title": "A",
            "issued": {"date-parts": [[2019]]},
        },
    ]
    assert printed(items, "apa") == [("a", "Ali, A. (2019). A."), ("b", "Zaman, A. (2019b). B.")]


def test_what_is_printed_is_read_again() -> None:
    found = parse(expected(ARTICLE, "apa"))
    assert (found.authors[0].family, found.year, found.title, found.volume) == ("Khan", "2019", ARTICLE.title, "7")
