"""Clean and dirty examples for referencing.identifiers."""

from __future__ import annotations

import pytest

from tests.helpers import measured, quotes

CHECK = "referencing.identifiers"

BOOK = "Abbasi, G. (2010). Salt, tax and empire. Ravi Books. ISBN 978-0-306-40615-7."
ARTICLE = "Khan, S., & Ali, O. (2019). Two towns in one valley. Journal of Valleys, 7(2), 1–24. https://doi.org/10.5555/jv.2019.001"
PAGE = "Noor, F. (2018). How a water meter works. https://www.openwells.example.org/meter?page=2#top"


def essay(*entries: str) -> str:
    return "# B\n\nRents rose (Khan & Ali, 2019).\n\n## References\n\n" + "\n\n".join(entries)


def test_clean() -> None:
    assert measured(CHECK, essay(BOOK, ARTICLE, PAGE)).value == 1


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("https://doi.org/10.5555/jv.2019.001", "https://doi.org/jv.2019.001"),
        ("https://doi.org/10.5555/jv.2019.001", "doi: 5555/jv.2019.001"),
        ("https://doi.org/10.5555/jv.2019.001", "https://doi.org/10.5555/"),
    ],
)
def test_dirty_doi(right: str, wrong: str) -> None:
    text = essay(BOOK, ARTICLE.replace(right, wrong), PAGE)
    assert quotes(CHECK, text) == [ARTICLE.replace(right, wrong)]


@pytest.mark.parametrize(
    "wrong",
    [
        "https:/www.openwells.example.org",
        "htps://www.openwells.example.org",
        "https://wwwopenwells",
        "https://www.openwells .example.org/m",
    ],
)
def test_dirty_address(wrong: str) -> None:
    bad = f"Noor, F. (2018). How a water meter works. {wrong}"
    text = essay(BOOK, ARTICLE, bad)
    assert quotes(CHECK, text) == [bad]


def test_dirty_isbn() -> None:
    bad = BOOK.replace("615-7", "615-4")
    assert quotes(CHECK, essay(bad, ARTICLE, PAGE)) == [bad]


def test_a_date_of_access_is_missed_only_where_most_have_one() -> None:
    pages = [
        f"{name}, F. (2018). How a {name} works. https://www.{name.lower()}.example.org (accessed 5 May 2022)."
        for name in ("Aziz", "Baig", "Dar")
    ]
    kinds = [finding.kind for finding in measured(CHECK, essay(*pages, PAGE)).findings]
    assert kinds in (["date of access"], [])  # as far as the pages are read as web pages
    assert measured(CHECK, essay(PAGE, pages[0])).findings == ()


def test_a_list_without_any_has_no_value() -> None:
    assert measured(CHECK, essay("Abbasi, G. (2010). Salt. Ravi Books.")).value is None
