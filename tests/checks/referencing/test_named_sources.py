"""Clean and dirty examples for referencing.named-sources."""

from __future__ import annotations

from tests.helpers import measured, quotes

CHECK = "referencing.named-sources"


def test_clean() -> None:
    text = (
        "According to the World Bank (2019), rents rose. Husain (2000) called it a toll. The World Bank (2021) agreed."
    )
    assert measured(CHECK, text).value == 2


def test_dirty() -> None:
    assert measured(CHECK, "Rents rose. Experts say that they will fall.").value == 0
    assert quotes(CHECK, "Rents rose.") == ["Rents rose."]
