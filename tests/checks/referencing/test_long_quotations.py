"""Clean and dirty examples for referencing.long-quotations."""

from __future__ import annotations

from tests.helpers import measured, quotes

CHECK = "referencing.long-quotations"

OWN = "The towns of the valley paid for their quays by a small tax on boats, and the boats came all the same. " * 8
LINE = "“nobody repairs what everybody is free to break”"
LONG = (
    "“"
    + "the water of the valley went where the money had gone before and the money went where it had always gone and so "
    * 2
    + "it was”"
)


def test_clean() -> None:
    text = f"# B\n\n{OWN}Abbasi (2010) wrote that {LINE}."
    assert quotes(CHECK, text) == []
    value = measured(CHECK, text).value
    assert value is not None and value < 0.1


def test_dirty_a_long_one_in_a_paragraph() -> None:
    text = f"# B\n\n{OWN}{OWN}Abbasi (2010) wrote that {LONG}."
    assert quotes(CHECK, text) == [LONG]


def test_dirty_much_quoted() -> None:
    text = f"# B\n\nAbbasi (2010) wrote that {LINE}. The towns paid. Khan (2011) wrote that {LINE}."
    assert [finding.kind for finding in measured(CHECK, text).findings] == ["much quoted"]


def test_a_block_may_be_long() -> None:
    text = f"# B\n\n{OWN}{OWN}Abbasi (2010) wrote:\n\n> {LONG.strip('“”')}\n\nSo it was."
    assert [finding.kind for finding in measured(CHECK, text).findings] == []


def test_without_citations_and_list_nothing_is_counted() -> None:
    assert measured(CHECK, f"# B\n\nAbbasi wrote that {LINE}.").value is None
