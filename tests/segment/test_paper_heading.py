"""The unlabelled heading of a paper."""

from __future__ import annotations

import pytest

from grader.segment import build
from grader.segment.paper_heading import paper_heading

PROSE = "The river is long, and the tax on its boats has divided the towns of the valley for many years now."


def top(*lines: str) -> tuple[str, list[str]]:
    text = "\n\n".join((*lines, PROSE))
    name, spans = paper_heading(text)
    return name, [text[slice(*span)] for span in spans]


def test_name_teacher_course_and_date() -> None:
    lines = ("Sara Zaman", "Professor Qureshi", "ENGL 220: Rivers", "14 November 2023")
    assert top(*lines, "The Tax") == ("Sara Zaman", list(lines))
    assert top("Sara Zaman", "Dr. Qureshi", "May 3, 2024") == (
        "Sara Zaman",
        ["Sara Zaman", "Dr. Qureshi", "May 3, 2024"],
    )


def test_course_and_count_may_stand_under_the_title() -> None:
    assert top("# The Tax", "PSY2041 Rivers", "Word count: 742") == ("", ["PSY2041 Rivers", "Word count: 742"])


@pytest.mark.parametrize(
    "lines",
    [
        ("The River Tax", "It is an old one."),
        ("The River Tax", "Gains"),
        ("CSS 2021", "Discuss the river tax."),
        ("Sara Zaman", "14 November 2023"),
        ("Sir Syed and the Reform", "Dr Iqbal and the Poets", "Mr Jinnah and the League"),
        ("Professor Zaman says that the tax is old.",),
    ],
)
def test_what_may_be_the_answers_own_is_left_to_it(lines: tuple[str, ...]) -> None:
    assert top(*lines) == ("", [])


def test_such_lines_are_no_prose() -> None:
    essay = build(f"Sara Zaman\n\nProfessor Qureshi\n\nENGL 220: Rivers\n\n14 November 2023\n\n**The Tax**\n\n{PROSE}")
    assert [sentence.text for sentence in essay.sentences] == [PROSE]


def test_a_title_page_with_labels_leaves_its_title() -> None:
    lines = [
        "University of Southfield",
        "School of Nursing",
        "Module: NUR2047 Adult Nursing",
        "Student number: 20417733",
        "Word count: 742 (excluding references)",
        "Should the towns keep the river tax?",
    ]
    essay = build("\n\n".join((*lines, PROSE, PROSE)))
    assert [essay[block.span] for block in essay.blocks] == [lines[-1], PROSE, PROSE]
    assert essay.blocks[0].kind == "question"


def test_a_title_that_speaks_of_universities_stays() -> None:
    lines = ("University Fees and the Poor of Kelham", "University of Kelham", "EDU101 Policy", "8 April 2024")
    assert top(*lines) == ("", list(lines[1:]))
