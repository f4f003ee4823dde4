"""Clean and dirty examples for coverage.directive-moves."""

from __future__ import annotations

from tests.helpers import ANSWER, QUESTION, context_for, measured, quotes

CHECK = "coverage.directive-moves"


def test_clean() -> None:
    assert measured(CHECK, ANSWER).value == 1


def test_dirty() -> None:
    text = f"Q. {QUESTION}\n\n# Gains\n\nThe towns gained.\n\n# Rents\n\nRents rose."
    measurement = measured(CHECK, text)
    assert measurement.value == 0
    assert "a reasoned close" in measurement.note
    assert quotes(CHECK, text) == ["Gains", "The towns gained."]


def test_dirty_one_side_is_shown_with_what_to_add() -> None:
    text = ANSWER.replace("Critics argue that the tax", "The tax").replace("WHAT THE CRITICS SAY", "MORE GAINS")
    context = context_for(text.replace("The objection forgets that", "But"))
    (finding,) = context.measure(CHECK).findings
    assert finding.kind == "one-sided"
    assert context.essay[finding.span].startswith("This answer argues that the tax helped the towns")
    assert "your own position" in finding.message
    assert "Critics argue" in finding.advice


def test_clean_headings_that_oppose_are_two_sides() -> None:
    text = f"Q. {QUESTION}\n\n# Benefits\n\nThe towns gained.\n\n# Drawbacks\n\nRents rose."
    assert "the other side" not in measured(CHECK, text).note


def test_each_directive_asks_for_its_own() -> None:
    text = "The dykes should be raised. The banks must be planted.\n\nIt grew.\n\nIt fell."
    assert measured(CHECK, text, question="Suggest measures against the flood.").value == 0
    body = f"# Introduction\n\nIt rained.\n\n# Measures\n\n{text}"
    assert measured(CHECK, body, question="Suggest measures against the flood.").value == 1


def test_an_unknown_instruction_does_not_apply() -> None:
    assert measured(CHECK, "It grew.", question="The river tax.").value is None


def test_the_directive_is_quoted_as_the_question_has_it() -> None:
    (finding,) = (
        context_for("It rained.\n\nIt dried.", question="How far was the flood a matter of rain?")
        .measure(CHECK)
        .findings
    )
    assert finding.message.startswith("“how far” asks for ")
