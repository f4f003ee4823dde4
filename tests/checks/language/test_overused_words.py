"""Clean and dirty examples for language.overused-words."""

from __future__ import annotations

from tests.helpers import each_its_own, measured, quotes

CHECK = "language.overused-words"


def test_clean() -> None:
    assert (
        quotes(
            CHECK, each_its_own("Pakistan and {} {} with the UN at Lahore of the things of Pakistan and the UN.", 40)
        )
        == []
    )


def test_dirty() -> None:
    text = each_its_own(
        "The relationship of {} with the town is one of many relationships that it has in the world.", 20
    )
    measurement = measured(CHECK, text)
    assert quotes(CHECK, text)[0] == "relationship"
    assert measurement.findings[0].message.startswith("“relationship” and its forms stand 40 times in")
    assert {finding.severity for finding in measurement.findings} == {"advice"}


def test_a_short_text_is_not_judged() -> None:
    assert measured(CHECK, "The quay is a quay. " * 20).value is None


def test_clean_a_word_of_the_question_may_return_a_little_oftener() -> None:
    fourteen = each_its_own("The tie of {} with {} was old.", 14)
    rest = each_its_own("{} was with {} at {} and {} was at {}.", 40)
    assert quotes(CHECK, f"{fourteen} {rest}") == ["tie", "old"]
    assert quotes(CHECK, f"{fourteen} {rest}", question="Discuss the tie of the old towns.") == []
