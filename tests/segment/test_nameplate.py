"""What stands over an answer: who wrote it, and never a line of the answer itself."""

from __future__ import annotations

import time

import pytest

from grader.segment import build
from grader.segment.nameplate import first_lines, front_matter, looks_like_id, looks_like_name
from tests.helpers import ANSWER


def taken(text: str) -> tuple[str, str, list[str]]:
    plate = first_lines(text)
    return plate.name, plate.id, [text[span.start : span.end] for span in plate.spans]


@pytest.mark.parametrize(
    ("top", "name", "number"),
    [
        ("Name: Sara Malik\nRoll No: 117", "Sara Malik", "117"),
        ("Name: Sara Malik\n\nRoll No: 117", "Sara Malik", "117"),
        ("Name: Sara Malik   Roll No. 117  Class: XII-B", "Sara Malik", "117"),
        ("NAME – Sara Malik\nROLL # 117", "Sara Malik", "117"),
        ("**Name:** Sara Malik\n**Reg. No**: F21-CS-117", "Sara Malik", "F21-CS-117"),
        ("# Name: Sara Malik\n# ID: 117", "Sara Malik", "117"),
        ("- Name: Sara Malik\n- Roll-No: 117", "Sara Malik", "117"),
        ("Candidate’s Name: Muhammad bin Tariq, Registration Number: 2021 CS 117", "Muhammad bin Tariq", "2021 CS 117"),
        ("Name: Sara Malik (BS-IV)", "Sara Malik", ""),
        ("Name: Sara Malik.", "Sara Malik", ""),
        ("name: sara malik\nroll no: 117", "sara malik", "117"),
        ("Name: سارہ ملک", "سارہ ملک", ""),
        ("Roll No 117", "", "117"),
        ("ID: 12345", "", "12345"),
        ("ID # 12345", "", "12345"),
        ("Submitted by: Sara Malik\nSubmitted to: Dr Zoe Baig\nDate: 12 March 2024", "Sara Malik", ""),
        ("Name: ________  Roll No: ________", "", ""),
        ("| Name | Sara Malik |\n| --- | --- |\n| Roll No | 117 |", "Sara Malik", "117"),
        ("| Name | Roll No |\n| --- | --- |\n| Sara Malik | 117 |", "Sara Malik", "117"),
        ("Name: Sara Malik\nRoll No: CS\\_117", "Sara Malik", "CS_117"),
    ],
)
def test_lines_that_say_who_wrote_an_answer_are_none_of_it(top: str, name: str, number: str) -> None:
    text = f"{top}\n\n{ANSWER}"
    assert taken(text)[:2] == (name, number)
    essay, plain = build(text), build(ANSWER)
    assert [(block.kind, essay[block.span]) for block in essay.blocks] == [
        (block.kind, plain[block.span]) for block in plain.blocks
    ]
    assert essay.words == plain.words
    assert [sentence.text for sentence in essay.sentences] == [sentence.text for sentence in plain.sentences]


@pytest.mark.parametrize(
    "text",
    [
        "Name: a label that hides more than it says\n\nThe tax was kept.",
        "Name - identity and power\n\nThe tax was kept.",
        "Candidate: Imran won the vote\n\nThe tax was kept.",
        "Student: the forgotten voter\n\nThe tax was kept.",
        "Roll No 45 was called at dawn, and nobody came.",
        "ID cards and the state\n\nThe tax was kept.",
        "Date: 1947\n\nThe tax was kept.",
        "Class: the oldest question\nSection: the second\n\nThe tax was kept.",
        "Topic: The river tax\n\nThe tax was kept.",
        "Subject: Pakistan Affairs\n\nThe tax was kept.",
        "name: sara malik\n\nThe tax was kept.",
        "The river tax\nName: Sara Malik\n\nThe tax was kept.",
        "The tax was kept by the harbour towns for a hundred years and more, since nobody wished to lose it.\n\nName: Sara Malik\nRoll No: 117",
        "| Name | Year |\n| --- | --- |\n| Tax | 1890 |\n\nThe tax was kept.",
        "OUTLINE\n1. Introduction\n2. Name: what a word does\n3. Conclusion",
        "Words: 900 of them were struck.",
        "",
        "---",
        "|",
    ],
)
def test_lines_of_an_answer_stay_in_it(text: str) -> None:
    assert taken(text) == ("", "", [])


def test_other_short_lines_between_stay_in_the_answer() -> None:
    text = f"CITY COLLEGE\nName: Sara Malik\nTopic: The river tax\nRoll No: 117\nDate: 12 March\n\n{ANSWER}"
    assert taken(text) == ("Sara Malik", "117", ["Name: Sara Malik", "Roll No: 117", "Date: 12 March"])
    assert "Topic: The river tax" in [build(text)[block.span] for block in build(text).blocks]


def test_lines_beside_a_name_are_only_taken_next_to_it() -> None:
    text = f"Name: Sara Malik\nClass: XII\n\nThe river tax\n\nDate: 1947\n\n{ANSWER}"
    assert taken(text)[2] == ["Name: Sara Malik", "Class: XII"]


def test_only_the_top_is_looked_at() -> None:
    short = "\n".join(["A short line"] * 12)
    assert taken(f"{short}\nName: Sara Malik\nRoll No: 117") == ("", "", [])
    assert taken(f"{ANSWER}\nName: Sara Malik\nRoll No: 117") == ("", "", [])


@pytest.mark.parametrize(
    ("block", "name", "number"),
    [
        ("name: Sara Malik\nroll: 117\nclass: XII\ntitle: The tax", "Sara Malik", "117"),
        ('Name: "Sara Malik"\nRoll No: CS-117', "Sara Malik", "CS-117"),
        ("author: Sara Malik", "Sara Malik", ""),
        ("author: Ministry", "", ""),
        ("name: river-essay", "", ""),
        ("id: 117\nroll: 118", "", "117"),
        ("title: The tax\ntags:\n- tax\n  name: Sara Malik", "", ""),
    ],
)
def test_front_matter_says_who_wrote_an_answer(block: str, name: str, number: str) -> None:
    text = f"---\n{block}\n---\n{ANSWER}"
    plate = front_matter(text)
    assert (plate.name, plate.id) == (name, number)
    assert text[plate.spans[0].end :] == ANSWER
    assert [block.kind for block in build(text).blocks] == [block.kind for block in build(ANSWER).blocks]


def test_two_rules_hide_no_prose_between_them() -> None:
    prose = "The tax was kept by the towns. It paid for quays of stone."
    for text in (f"---\n\n{prose}\n\n---\n\n{prose}", f"---\nA note: this\n\n{prose}\n\n---\n\n{prose}"):
        assert front_matter(text).spans == ()
        assert [block.kind for block in build(text).blocks if block.kind == "paragraph"][:2] == ["paragraph"] * 2


def test_front_matter_and_lines_may_stand_together() -> None:
    text = f"\n---\ntitle: The tax\n---\n\nName: Sara Malik\n\n<!-- a\nremark -->\n\n{ANSWER}"
    assert taken(text)[0] == "Sara Malik"
    assert [block.kind for block in build(text).blocks] == [block.kind for block in build(ANSWER).blocks]


def test_what_looks_like_a_name_or_an_id() -> None:
    for name in ("Ali", "M. Ali Khan", "O’Brien", "Zia-ur-Rehman", "ALI KHAN", "Khan, Ali", "Noor ul Ain", "李 明"):
        assert looks_like_name(name), name
    for name in ("", "the crisis", "Ali went home", "Ali 2", "One Two Three Four Five Six Seven", "e Ali"):
        assert not looks_like_name(name), name
    for number in ("117", "F21-CS-117", "2021/BS/7", "CS 2021 117"):
        assert looks_like_id(number), number
    for number in ("", "CS", "117 was called", "one two 3 4", "1" * 31):
        assert not looks_like_id(number), number


@pytest.mark.parametrize(
    "text",
    [
        "Name: " * 100_000,
        "name " * 200_000,
        "\n" * 500_000,
        "---\n" + "a: b\n" * 100_000,
        "| a " * 100_000,
        ". " * 300_000,
    ],
    ids=["labels", "words", "lines", "keys", "cells", "signs"],
)
def test_hostile_tops_are_read_in_good_time(text: str) -> None:
    start = time.process_time()
    front_matter(text), first_lines(text)
    assert time.process_time() - start < 1
