"""Clean and dirty examples for referencing.entry-fields."""

from __future__ import annotations

from tests.helpers import measured, quotes

CHECK = "referencing.entry-fields"

ENTRIES = [
    "Abbasi, G. (2010). Salt, tax and empire. Ravi Books.",
    "Baig, T. (n.d.). Roads of the plain. Indus University Press.",
    "Khan, S., & Ali, O. (2019). Two towns in one valley. Journal of Valleys, 7(2), 1–24.",
    "Noor, F. (2018). How a water meter works. https://www.openwells.example.org/meter",
    "World Bank. (2020). Rents by the river. World Bank.",
]


def essay(entries: list[str]) -> str:
    return "# B\n\nRents rose (Khan & Ali, 2019).\n\n## References\n\n" + "\n\n".join(entries)


def test_clean() -> None:
    assert measured(CHECK, essay(ENTRIES)).value == 1


def test_dirty_no_year() -> None:
    bad = "Abbasi, G. Salt, tax and empire. Ravi Books."
    text = essay([bad, *ENTRIES[1:]])
    assert quotes(CHECK, text) == [bad]
    assert measured(CHECK, text).value == 0.8


def test_dirty_no_publisher_and_no_journal() -> None:
    book = "Abbasi, G. (2010). Salt, tax and empire."
    article = "Khan, S., & Ali, O. (2019). Two towns in one valley, 7(2), 1–24."
    text = essay([book, ENTRIES[1], article, *ENTRIES[3:]])
    assert quotes(CHECK, text) == [book, article]


def test_what_most_entries_lack_is_not_asked_of_one() -> None:
    bare = ["Abbasi, G. Salt, tax and empire. Ravi Books.", "Baig, T. Roads of the plain. Indus University Press."]
    assert quotes(CHECK, essay([*bare, ENTRIES[4]])) == []


def test_without_a_list_nothing_is_asked() -> None:
    assert measured(CHECK, "# B\n\nRents rose (Khan & Ali, 2019).").value is None
