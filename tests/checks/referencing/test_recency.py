"""Clean and dirty examples for referencing.recency."""

from __future__ import annotations

from tests.helpers import measured

CHECK = "referencing.recency"


def test_clean() -> None:
    measurement = measured(CHECK, "The treaty of June 1960 held until 2019. Husain (2024) says why.")
    assert measurement.value == 2024
    assert measurement.note == "the newest year named is 2024, the oldest 1960"


def test_dirty() -> None:
    """An answer of old dates is shown as one; what is too old is for the writer to judge."""
    measurement = measured(CHECK, "The quay was built in 1904.")
    assert (measurement.value, measurement.note, measurement.findings) == (1904, "the newest year named is 1904", ())


def test_clean_years_to_come_are_no_evidence() -> None:
    assert measured(CHECK, "The quay was built in 1904. By 2050 one in five will be over sixty.").value == 1904


def test_no_year() -> None:
    assert measured(CHECK, "The towns gained.").value is None
