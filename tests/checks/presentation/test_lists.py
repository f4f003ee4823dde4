"""Clean and dirty examples for presentation.lists."""

from __future__ import annotations

from tests.helpers import ANSWER, measured, quotes

CHECK = "presentation.lists"
ITEMS = "\n".join(f"- The board paid for quay number {i} in the old harbour." for i in range(9))


def test_clean() -> None:
    assert measured(CHECK, ANSWER).value == 0
    assert quotes(CHECK, f"{ANSWER}\n\nThere were three.\n\n- the quay\n- the fort\n- the mole") == []


def test_dirty() -> None:
    measurement = measured(CHECK, f"The board did much for the town.\n\n{ITEMS}")
    assert measurement.value is not None and measurement.value > 0.9
    assert len(measurement.findings) == 1


def test_without_prose_it_does_not_apply() -> None:
    assert measured(CHECK, "# One").value is None
