"""Clean and dirty examples for coverage.question-parts."""

from __future__ import annotations

from tests.helpers import measured, quotes

CHECK = "coverage.question-parts"

BOTH = "Examine the causes of the flood and suggest a way forward."


def test_clean() -> None:
    text = "# Causes\n\nIt rained.\n\n# The way forward\n\nDykes should be built.\n\n# End\n\nIt can be done."
    assert measured(CHECK, text, question=BOTH).value == 1


def test_clean_a_paragraph_that_speaks_its_language() -> None:
    text = (
        "The flood came in May.\n\nIt came because the dykes were old. It was caused by neglect as well.\n\n"
        "Dykes should be built. The banks must be planted.\n\nIt can be done."
    )
    assert measured(CHECK, text, question=BOTH).value == 1


def test_dirty() -> None:
    text = (
        "# Causes\n\nIt rained because the wind had turned.\n\n# Damage\n\nThe town was wet.\n\n# End\n\nThat is all."
    )
    assert measured(CHECK, text, question=BOTH).value == 0.5
    assert quotes(CHECK, text, question=BOTH) == ["That is all."]


def test_dirty_a_part_named_in_passing_counts_half() -> None:
    text = "# Start\n\nIt was so.\n\n# Rain\n\nThe main reason is rain.\n\n# The way forward\n\nDig.\n\n# End\n\nThat is all."
    measurement = measured(CHECK, text, question=BOTH)
    assert measurement.value == 0.75
    assert measurement.note.endswith("in passing: causes")


def test_a_part_is_named_by_the_questions_own_word_too() -> None:
    question = "Examine the hurdles before the river tax and suggest a way forward."
    measurement = measured(
        CHECK, "# Start\n\nIt was so.\n\n# The way forward\n\nDykes should be built.", question=question
    )
    assert measurement.findings[0].message.startswith(
        "The question asks for challenges (“hurdles”), but no part of the answer was found"
    )


def test_a_question_without_parts_does_not_apply() -> None:
    assert measured(CHECK, "It grew.", question="Discuss the river tax.").value is None
    assert measured(CHECK, "It grew.").value is None
