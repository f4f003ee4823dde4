"""Clean and dirty examples for referencing.list-order."""

from __future__ import annotations

from tests.helpers import measured, quotes

CHECK = "referencing.list-order"

ENTRIES = [
    "Abbasi, G. (2010). Salt and tax. A Press.",
    "Baig, T. (2011). Roads. A Press.",
    "de Silva, R. (2012). Harbours. A Press.",
    "Khan, S. (2019). Towns. A Press.",
    "World Bank. (2020). Rents by the river. World Bank.",
]


def essay(entries: list[str], body: str = "Rents rose (Baig, 2011).") -> str:
    return f"# B\n\n{body}\n\n## References\n\n" + "\n\n".join(entries)


def test_clean() -> None:
    assert measured(CHECK, essay(ENTRIES)).value == 1
    under_s = [*ENTRIES[:2], ENTRIES[3], ENTRIES[2], ENTRIES[4]]
    assert measured(CHECK, essay(under_s)).value == 1  # "de Silva" may stand under S


def test_dirty() -> None:
    text = essay([ENTRIES[4], *ENTRIES[:4]])
    assert quotes(CHECK, text) == [ENTRIES[4]]
    assert measured(CHECK, text).value == 0.8


def test_a_list_without_any_order_by_name_is_left_alone() -> None:
    assert measured(CHECK, essay(ENTRIES[::-1])).value is None
    assert measured(CHECK, essay(ENTRIES[:3])).value is None


def test_numbers_go_by_first_mention() -> None:
    numbered = [f"[{i}] {entry}" for i, entry in enumerate(reversed(ENTRIES), 1)]
    good = "Rents rose [1]. They fell [2], [3]. So it was [4], as before [1]. It ended [5]."
    assert measured(CHECK, essay(numbered, good)).value == 1
    assert quotes(CHECK, essay(numbered, good.replace("[2], [3]", "[3], [2]"))) == ["[3]"]


def test_a_numbered_list_by_the_alphabet_is_in_order() -> None:
    numbered = [f"[{i}] {entry}" for i, entry in enumerate(ENTRIES, 1)]
    assert measured(CHECK, essay(numbered, "Rents rose [3]. They fell [1]. So it was [2] and [5].")).value == 1
