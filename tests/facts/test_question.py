"""The question taken apart."""

from __future__ import annotations

import time

import pytest

from grader.context import Context, Task
from grader.facts.question import question, taken_apart
from grader.segment import build
from tests.helpers import context_for


@pytest.mark.parametrize(
    ("text", "directives", "parts"),
    [
        (
            "Critically examine the causes of the flood and suggest a way forward. (20)",
            ["critically examine", "suggest"],
            ("causes", "way forward"),
        ),
        ("Discuss the impact of the tax on the towns.", ["discuss"], ("effects",)),
        ("To what extent has the tax helped the towns?", ["to what extent"], ()),
        ("The tax has done more harm than good. Discuss.", ["discuss"], ()),
        ("The tax was the towns' ruin. How far do you agree?", ["to what extent"], ()),
        ("The tax.", [], ()),
        (
            "Critically, discuss the tax, and suggest hurdles to clear.",
            ["discuss", "suggest"],
            ("way forward", "challenges"),
        ),
        ("Religion and state in the valley. Comment.", ["comment"], ()),
        ("The state of the valley: a study of tolls. Explain.", ["explain"], ()),
        ("The fish and the boats judge the harbour. Explain.", ["explain"], ()),
        ("State the causes of the flood.", ["describe"], ("causes",)),
        ("Why has the flood come? What can be done?", ["explain", "suggest"], ("causes",)),
        ("Evaluate critically the tax.", ["critically examine"], ()),
        ("What do you think of the tax?", ["comment"], ()),
        ("Write a note on the tax.", ["describe"], ()),
        ("Discuss the achievements and failures of the tax.", ["discuss"], ("achievements", "failures")),
        ("The debate on counter-smuggling and the quay issue. Discuss.", ["discuss"], ()),
    ],
)
def test_directives_and_parts(text: str, directives: list[str], parts: tuple[str, ...]) -> None:
    asked = context_for(f"Q. {text}\n\nIt was so.").fact(question)
    assert asked is not None
    assert [directive.name for directive in asked.directives] == directives
    assert tuple(part.name for part in asked.parts) == parts


def test_terms_are_the_subject_only() -> None:
    asked = context_for(
        "Q. Critically examine the causes of the recurring floods and suggest a way forward.\n\nIt was so."
    ).fact(question)
    assert asked is not None
    assert asked.terms == ("recur", "flood")


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Critically examine the causes of the recurring floods and suggest a way forward.", "recurring floods"),
        ("The river tax has done more harm than good. Discuss.", "river tax has done more harm than good"),
        ("Discuss.", ""),
        ("Should the towns keep the river tax?", ""),
        ("To what extent can the decline of the towns be explained by the river tax?", ""),
        ("Some people think that the tax should go. Discuss both views.", ""),
        (
            "'The tax ruined the towns of the upper valley.' How far do you agree? The tax was old.",
            "tax ruined the towns of the upper valley",
        ),
    ],
)
def test_the_subject_in_the_questions_own_words(text: str, subject: str) -> None:
    asked = context_for("It was so.", question=text).fact(question)
    assert asked is not None
    assert asked.subject == subject


def test_a_question_given_beats_the_copied_one() -> None:
    asked = context_for("Q. Discuss the tax.\n\nIt was so.", question="Discuss the quay.").fact(question)
    assert asked is not None
    assert asked.text == "Discuss the quay."


def test_marks_in_brackets_are_not_the_question() -> None:
    asked = context_for("Q. Discuss the tax. [20 marks]\n\nIt was so.").fact(question)
    assert asked is not None
    assert asked.text == "Discuss the tax."


def test_a_directive_named_for_the_task() -> None:
    text, task = "It was so.", "Critically examine the flood and suggest a way forward."
    for named, directives in (
        ("critically-examine", ["critically examine", "suggest"]),  # the question's own: the other stands too
        ("discuss", ["discuss"]),
    ):
        context = Context(build(text, "test"), Task(question=task, directive=named))
        asked = context.fact(question)
        assert asked is not None
        assert [directive.name for directive in asked.directives] == directives


def test_no_question() -> None:
    assert context_for("It was so.").fact(question) is None


def test_a_title_that_asks_is_the_question() -> None:
    text = "# Should the valley keep the tax?\n\n## Introduction\n\nIt was so.\n\n## Boats\n\nThey came."
    asked = context_for(text).fact(question)
    assert asked is not None
    assert asked.text == "Should the valley keep the tax?"
    assert context_for(text.replace("Should the valley keep the tax?", "The river tax")).fact(question) is None


@pytest.mark.parametrize("note", ["(20)", "(20 marks)", "(250 marks, 1000-1200 words)", "[10 points]"])
def test_what_it_is_worth_is_no_part_of_the_question(note: str) -> None:
    asked = taken_apart(f"Discuss the toll of the river towns. {note}")
    assert asked is not None
    assert asked.text == "Discuss the toll of the river towns."


def test_what_something_is_done_to_is_no_part() -> None:
    for text in (
        "Evaluate how far the reforms changed the role of the towns.",
        "People use tolls to solve problems. Discuss.",
    ):
        asked = taken_apart(text)
        assert asked is not None
        assert asked.parts == ()


def test_long_numbers_in_a_bracket_take_no_time() -> None:
    started = time.process_time()
    taken_apart(f"Discuss the toll. ({'1' * 5000} x)")
    taken_apart(f"Discuss the toll. ({'1 ' * 5000} x)")
    assert time.process_time() - started < 2
