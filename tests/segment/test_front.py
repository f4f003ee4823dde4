"""The question at the top, and the title, name and date over an answer."""

from __future__ import annotations

import pytest

from grader.facts.question import copied_question
from grader.segment import build
from tests.segment.helpers import PROSE, kinds, only_kinds

ASKED = "Was the river tax the work of a single minister?"
BODY = f"{PROSE}\n\n{PROSE}\n\n{PROSE}"


@pytest.mark.parametrize(
    "top",
    [
        "The River Tax: Plan or Accident?",
        "Maria Fernandez",
        "Sana Malik\n14 March 2025",
        "A Toll on Water\nJamie Walsh\n3 May 2024",
        "Theory of Trade Essay\nMay 2024 session",
    ],
)
def test_a_question_is_found_under_a_title_a_name_and_a_date(top: str) -> None:
    essay = build(f"{top}\n\n{ASKED}\n\n{BODY}")
    assert copied_question(essay) == ASKED
    assert {block.kind for block in essay.blocks[: len(top.splitlines())]} == {"title"}
    assert [block.kind for block in essay.blocks[-3:]] == ["paragraph"] * 3


@pytest.mark.parametrize("label", ["Prompt: ", "DBQ: ", "Prescribed title 3: ", "Topic: "])
def test_a_question_may_have_a_label(label: str) -> None:
    assert copied_question(build(f"{label}{ASKED}\n\n{BODY}")) == ASKED


def test_a_wrapped_question_is_one() -> None:
    assert copied_question(build(f"Was the river tax the work\nof a single minister?\n\n{BODY}")) == ASKED
    labelled = f'Q. No. 4: "The river tax built\nThe Northern towns." Discuss with\nreference to trade.\n\n{BODY}'
    assert (
        copied_question(build(labelled)) == '"The river tax built The Northern towns." Discuss with reference to trade.'
    )


def test_the_answer_may_begin_on_the_next_line() -> None:
    text = f"Q. Was the river tax the work of a single minister?\n{PROSE}\n\n{BODY}"
    assert kinds(text)[0] == ("question", f"Q. {ASKED}")


def test_headings_that_ask_are_no_question_of_the_paper() -> None:
    text = f"The River Tax\n\nWhy was the tax raised in the north?\n\n{BODY}\n\nWho gained by the tax in the end?\n\n{BODY}"
    assert "question" not in only_kinds(text)


def test_title_name_and_date_over_an_answer_without_a_question() -> None:
    assert only_kinds(f"A Toll on Water\n\nJamie Walsh\n\n3 May 2024\n\n{BODY}") == ["title"] * 3 + ["paragraph"] * 3
    assert (
        only_kinds(f"Bread, Debt and War: The Causes of the Risings in the Upper\nRiver Towns\n\n{BODY}")[0] == "title"
    )


def test_a_paper_with_an_abstract() -> None:
    text = (
        f"Which Radio for the Farm? A Test\n\nJ. Marsh and P. Osei\n\nAbstract—{PROSE}\n\nIndex Terms—radio, soil.\n\n"
        f"I. INTRODUCTION\n\n{PROSE}\n\nII. TEST\n\n{PROSE}"
    )
    found = kinds(text)
    assert [kind for kind, _ in found[:2]] == ["title", "title"]
    assert ("heading", "Abstract") in found and ("heading", "Index Terms") in found


def test_the_title_over_the_text_again() -> None:
    text = f"The River Tax in Law\n\n14 March 2025\n\nThe River Tax in Law\n\n{BODY}"
    assert only_kinds(text)[:3] == ["title", "title", "title"]


def test_a_title_in_capitals_is_no_outline() -> None:
    text = (
        f"RIGHTS OF THE TOWNS\n\nIntroduction\n\n{PROSE}\n\nRights Given to Towns\n\n{PROSE}\n\nConclusion\n\n{PROSE}"
    )
    assert only_kinds(text)[0] == "title"


def test_a_section_may_be_called_what_the_whole_is() -> None:
    text = f"River Tax\n\nQ. {ASKED}\n\nIntroduction\n\n{PROSE}\n\nThe River Tax:\n\n1. Its Rise\n\n{PROSE}\n\n2. Its Fall\n\n{PROSE}"
    assert [shown for kind, shown in kinds(text) if kind == "title"] == ["River Tax"]
    assert ("heading", "The River Tax:") in kinds(text)


def test_the_head_of_a_memorandum_is_none_of_its_prose() -> None:
    head = "MEMORANDUM\n\nTo:    The Harbour Board\nFrom:  P. Raman, Analyst\nDate:  14 October 2024\nSubject:  Tolls at the quay"
    found = kinds(f"{head}\n\nRecommendation\n\n{BODY}")
    assert [kind for kind, _ in found] == ["title"] * 5 + ["heading"] + ["paragraph"] * 3
    assert only_kinds(f"To: all who ask\n\n{BODY}")[1:] == ["paragraph"] * 3
    letter = f"To: the Board\n\nFrom: P. Raman\n\n{PROSE}\n\nSubject: Tolls\n\n{BODY}"
    assert only_kinds(letter) == ["title", "title", "paragraph", "title", *["paragraph"] * 3]


@pytest.mark.parametrize("worth", ["", " (20)", "\n(20)", "\nDiscuss with examples from the North.", "\n(20 marks)"])
def test_the_answer_may_begin_on_the_line_after_the_question(worth: str) -> None:
    found = kinds(f"Q. No. 3: {ASKED}{worth}\nIntroduction\n{PROSE}\n\n{BODY}")
    assert [kind for kind, _ in found] == ["question", "heading"] + ["paragraph"] * 4
    assert found[1][1] == "Introduction"
