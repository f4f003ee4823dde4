"""Clean and dirty examples for referencing.evidence-density."""

from __future__ import annotations

from tests.helpers import measured, quotes

CHECK = "referencing.evidence-density"


def test_clean() -> None:
    measurement = measured(CHECK, "In March 2023 reserves fell to 3 billion dollars, or 4 per cent.")
    assert measurement.note == "1 date and 2 figures in 13 words of prose"
    assert measurement.value == 100 * 3 / 13


def test_dirty() -> None:
    assert measured(CHECK, "Reserves fell a lot in those years.").value == 0
    assert quotes(CHECK, "Reserves fell a lot.") == ["Reserves fell a lot."]


def test_numbers_of_laws_and_steps_are_no_evidence() -> None:
    assert measured(CHECK, "Under Article 154 two steps were taken. Khan (2019) agrees [3].").value == 0


def test_struck_figures_do_not_count() -> None:
    assert measured(CHECK, "Reserves fell ~~to 3 billion dollars~~ a lot.").value == 0


def test_clean_in_coursework_the_works_cited_are_evidence() -> None:
    text = "Reserves fell (Khan, 2019).\n\n# References\n\nKhan, A. (2019). Reserves. Lahore: A Press."
    measurement = measured(CHECK, text)
    assert measurement.note == "0 dates, 0 figures and 1 citation in 2 words of prose"
    assert measurement.value == 50
    assert not measurement.findings
