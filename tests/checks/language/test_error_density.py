"""Clean and dirty examples for language.error-density."""

from __future__ import annotations

from itertools import pairwise

from tests.helpers import context_for, each_its_own, measured, quotes

CHECK = "language.error-density"


def test_clean() -> None:
    assert measured(CHECK, "The towns gained. The quays were built in time.").value == 0


def test_dirty_counts_per_hundred_words() -> None:
    measurement = measured(CHECK, "The goverment did not learnt it.")  # one grave error in 6 words, and a slight one
    assert measurement.value == 100 * 1 / 6
    assert measurement.note.startswith("1 grave error and 1 slight one found in 6 words")
    assert "there may be more" in measurement.note


def test_the_same_slip_counts_twice_at_most() -> None:
    text = each_its_own("They was in {}.", 10)  # 40 words
    assert len(quotes(CHECK, text)) == 10
    assert measured(CHECK, text).value == 100 * 2 / 40


def test_findings_name_their_detector_and_never_overlap() -> None:
    found = measured(CHECK, "The goverment discussed about the womens of the the town.").findings
    assert [finding.check for finding in found] == [
        "language.errors.spelling",
        "language.errors.prepositions",
        "language.errors.nouns",
        "language.errors.repeated-word",
    ]
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


def test_a_crashed_detector_fails_the_measure() -> None:
    class Broken:
        name = "broken"
        version = "1"

        def check(self, text: str) -> list[object]:
            raise RuntimeError("no")

    measurement = context_for("The towns gained.", engine=Broken()).measure(CHECK)  # type: ignore[arg-type]
    assert measurement.value is None
    assert measurement.error is not None and "language.errors.engine" in measurement.error
