"""Clean and dirty examples for referencing.quotation-pages."""

from __future__ import annotations

from tests.helpers import measured, quotes

CHECK = "referencing.quotation-pages"

LIST = (
    "\n\nREFERENCES\n\nAbbasi, G. (2010). Salt, tax and empire. Ravi Books.\n\nKhan, S. (2019). Two towns. Journal of Valleys, 7(2), 1–24."
    "\n\nNoor, F. (2018). How a meter works. https://www.openwells.example.org/meter"
)


def test_clean() -> None:
    text = (
        "# B\n\nKhan (2019, p. 12) wrote that “the water went where it goes”. It is said that “nobody repairs the well” (Abbasi, 2010, p. 7). "
        "Khan (2019) adds that “the poor pay twice for it” (p. 13). Noor (2018) says that “a meter counts what goes through”."
        + LIST
    )
    assert measured(CHECK, text).value == 1
    assert quotes(CHECK, text) == []


def test_dirty() -> None:
    text = "# B\n\nIt is said that “nobody repairs the common well” (Abbasi, 2010). Rents rose (Khan, 2019)." + LIST
    assert quotes(CHECK, text) == ["(Abbasi, 2010)"]
    assert measured(CHECK, text).value == 0


def test_exam_answers_without_a_list_are_never_asked_for_pages() -> None:
    assert measured(CHECK, "# B\n\nIt is said that “nobody repairs the common well” (Abbasi, 2010).").value is None


def test_no_quotation_no_value() -> None:
    assert measured(CHECK, "# B\n\nRents rose (Khan, 2019)." + LIST).value is None
