"""What the directives oblige to, and the line that shows it."""

from __future__ import annotations

import pytest

from grader.facts.moves import moves
from grader.lexicon import load
from tests.helpers import ANSWER, context_for


@pytest.mark.parametrize(
    ("question", "text", "move", "shown"),
    [
        ("Comment on the tax.", "In my view the tax helped the towns.\n\nIt grew.", "position", "In my view"),
        ("Comment on the tax.", "The tax is old.\n\nIt grew.", "position", None),
        ("Explain the flood.", "It rose because it rained.\n\nIt fell because it was dry.", "reasons", "It rose"),
        ("Explain the flood.", "It rose because it rained.\n\nIt fell.", "reasons", None),
        ("Examine the flood.", "It rose.\n\nThis led to debt. As a result, trade fell.", "implications", "This led"),
        ("Examine the flood.", "It rose.\n\nIt fell.", "implications", None),
        ("Compare the towns.", "Both grew. Unlike Kessel, Harm has a quay. They differ in size.", "comparison", "Both"),
        ("Compare the towns.", "Kessel grew. Harm has a quay.", "comparison", None),
        ("Describe the flood.", "First it rose. Then it stood. Finally it fell.", "order", "First it rose."),
        ("Describe the flood.", "It fell. It rose.", "order", None),
        ("Evaluate the tax.", "It came.\n\nIt grew.\n\nOn balance it helped only in part.", "degree", "On balance"),
        ("Evaluate the tax.", "It came.\n\nIt grew.\n\nThat is all.", "degree", None),
        (
            "Suggest measures against the flood.",
            "# Start\n\nIt came.\n\n# A way out\n\nFirst, raise the dykes. Secondly, plant the banks.",
            "measures",
            "First, raise",
        ),
        (
            "How far did it rain?",
            "# Start\n\nIt came.\n\n# Mid\n\nIt went.\n\n# Conclusion\n\nThe tale is too rigid, but its central claim stands.",
            "degree",
            "The tale is",
        ),
        (
            "Discuss the flood.",
            "# Start\n\nIt came.\n\n# Role of the court\n\nIt sat.\n\n# Threat to farms\n\nThey sank.\n\n# End\n\nSo it was.",
            "both-sides",
            None,
        ),
        (
            "Suggest measures.",
            "# Start\n\nIt came.\n\n# Then\n\nWhat should be done? How can it end?",
            "measures",
            None,
        ),
    ],
)
def test_a_move_is_shown_by_its_line(question: str, text: str, move: str, shown: str | None) -> None:
    context = context_for(text, question=question)
    (found,) = [one for one in context.fact(moves) if one.id == move]
    line = found.where and context.essay[found.where]
    assert line is None if shown is None else line is not None and line.startswith(shown)


def test_two_directives_oblige_to_both() -> None:
    context = context_for(ANSWER, question="Critically examine the tax and suggest a way forward.")
    assert [move.id for move in context.fact(moves)] == ["both-sides", "evidence", "verdict", "measures"]


def test_an_opposing_view_without_an_answer_is_one_side() -> None:
    text = "# Start\n\nIt came.\n\n# Then\n\nCritics argue that the tax drove the boats away.\n\n# End\n\nThat is all."
    move = context_for(text, question="Discuss the tax.").fact(moves)[0]
    assert move.where is None
    assert move.one_side is not None
    assert move.one_side.which == "reported"


def test_a_heading_that_names_both_takes_no_side() -> None:
    text = "# Start\n\nIt came.\n\n# Gains and losses\n\nThe towns grew.\n\n# End\n\nThat is all."
    move = context_for(text, question="Discuss the tax.").fact(moves)[0]
    assert (move.where, move.one_side) == (None, None)


def test_every_move_of_every_directive_is_known() -> None:
    data = load("directives")
    named = {move for entry in data["directives"].values() for move in entry["moves"]}
    assert named <= set(data["moves"])
    for name in data["directives"]:
        phrase = data["directives"][name]["phrases"][0]
        assert context_for(ANSWER, question=f"{phrase} the tax.").fact(moves), name


def test_no_question_no_moves() -> None:
    assert context_for("It was so.").fact(moves) == ()
