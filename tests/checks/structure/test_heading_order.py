"""Clean and dirty examples for structure.heading-order."""

from __future__ import annotations

from tests.helpers import ANSWER, QUESTION, measured, quotes

CHECK = "structure.heading-order"


def outline(*numbers: str) -> str:
    return "\n\n".join(
        f"{number} THE NEXT STEP TAKEN\n\nIt was taken at once, and the towns saw it done in a day."
        for number in numbers
    )


def test_clean() -> None:
    assert measured(CHECK, outline("1.", "2.", "2.1", "2.2", "3.")).value == 0
    assert measured(CHECK, ANSWER).value == 0


def test_clean_a_count_begun_afresh_under_each_higher_heading() -> None:
    text = "It was taken at once, and the towns saw it done in a day."
    parts = [f"# {part}\n\n## 1. First\n\n{text}\n\n## 2. Second\n\n{text}" for part in ("Gains", "Losses")]
    assert measured(CHECK, "\n\n".join(parts)).value == 0


def test_dirty_a_number_skipped_and_one_repeated() -> None:
    text = outline("1.", "2.", "2.1", "2.3", "2.3", "5.")
    assert quotes(CHECK, text) == ["2.3 THE NEXT STEP TAKEN", "2.3 THE NEXT STEP TAKEN", "5. THE NEXT STEP TAKEN"]


def test_dirty_a_level_jumped_and_a_heading_without_text() -> None:
    text = "# One\n\nIt was taken at once.\n\n### Deep\n\nIt was taken at once.\n\n# Empty\n\n# Last\n\nIt was taken."
    assert len(quotes(CHECK, text)) >= 1
    assert "Empty" in quotes(CHECK, text)


def test_one_heading_has_no_order() -> None:
    assert measured(CHECK, f"Q. {QUESTION}\n\n# One\n\nIt was taken at once.").value is None


def test_clean_roman_numerals_and_letters() -> None:
    for numbers in (
        ("I.", "II.", "III.", "IV.", "V."),
        ("I.", "A.", "B.", "II.", "A.", "B.", "C.", "III."),
        ("A.", "B.", "C.", "D.", "E.", "F.", "G.", "H.", "I.", "J."),
        ("(a)", "(b)", "(c)"),
        ("1.", "(i)", "(ii)", "2.", "(i)", "(ii)"),
        ("1.", "(a)", "(b)", "2.", "(a)"),
    ):
        assert quotes(CHECK, outline(*numbers)) == [], numbers


def test_dirty_roman_numerals_and_letters_skipped_or_repeated() -> None:
    for numbers, fault in (
        (("I.", "II.", "IV."), "Number IV follows II; III was to be expected."),
        (("A.", "B.", "D."), "Number D follows B; C was to be expected."),
        (("I.", "II.", "II."), "Number II comes twice; III was to be expected."),
        (("1.", "(a)", "(c)", "2."), "Number c follows a; b was to be expected."),
    ):
        assert [finding.message for finding in measured(CHECK, outline(*numbers)).findings] == [fault], numbers


def test_a_number_used_twice_is_one_slip() -> None:
    def numbered(*numbers: str) -> list[str]:
        return quotes(
            CHECK, "\n\n".join(f"{one}. STEP OF THE TAX\n\nThe tax grew and the towns paid it." for one in numbers)
        )

    assert numbered("I", "II", "III", "III", "V") == ["III. STEP OF THE TAX"]
    assert numbered("I", "II", "III", "III", "IV") == ["III. STEP OF THE TAX"]
    assert len(numbered("I", "II", "III", "III", "VI")) == 2


def test_a_heading_over_the_first_heading_of_its_parts_is_not_empty() -> None:
    prose = "The tax grew and the towns paid it, year after year, until the river fell and nobody came."
    text = f"Start\n\n{prose}\n\nCauses of the flood\n\nThe rain\n{prose}\n\nThe wind\n{prose}"
    assert quotes(CHECK, text) == []
    assert quotes(CHECK, f"# Start\n\n{prose}\n\n# Causes of the flood\n\n# The rain\n\n{prose}") == [
        "Causes of the flood"
    ]
