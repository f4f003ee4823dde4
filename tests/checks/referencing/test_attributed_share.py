"""Clean and dirty examples for referencing.attributed-share."""

from __future__ import annotations

from tests.helpers import measured, quotes

CHECK = "referencing.attributed-share"


def test_clean() -> None:
    text = (
        "According to the Harbour Board (2019), receipts rose to 4 million crowns. Husain (2000) called it a new toll."
    )
    assert measured(CHECK, text).value == 1
    assert quotes(CHECK, text) == []


def test_dirty() -> None:
    text = "Receipts rose to 4 million crowns. A report says that rents fell. The quay was built in 1904."
    measurement = measured(CHECK, text)
    assert measurement.value == 0
    assert [finding.kind for finding in measurement.findings] == ["bare figure", "vague source", "bare fact"]


def test_what_a_state_does_or_a_proposal_is_no_source() -> None:
    assert measured(CHECK, "India announced that it will pay 4 million crowns.").value == 0
    assert measured(CHECK, "The board should spend 40 per cent on schools.").value is None


def test_quotations_are_looked_at_elsewhere() -> None:
    assert measured(CHECK, 'The mayor said, "We shall build in stone and nothing else."').value is None
