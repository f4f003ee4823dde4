"""Blind marking: nothing says who wrote a script, every place stays where it was, and no mark rests on a name line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.blind import blind, covered
from grader.candidate import Candidate
from grader.marking import mark
from grader.result import from_json, to_json
from grader.segment import build
from tests.helpers import ANSWER

SARA = Candidate("Sara Noor Malik", "F21-CS-117", ("roster",))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("I, Sara Noor Malik, say so.", "I, ████ ████ █████, say so."),
        ("SARA  NOOR\nMALIK’s view", "████  ████\n█████’s view"),
        ("Sara Noor Malikpur and Sara Noor", "Sara Noor Malikpur and Sara Noor"),
        ("Roll F21-CS-117, not F21-CS-1178", "Roll ██████████, not F21-CS-1178"),
        ("Sara said so.", "Sara said so."),
    ],
)
def test_a_full_name_and_an_id_are_covered_word_for_word(text: str, shown: str) -> None:
    assert covered(text, [SARA]) == shown
    assert len(covered(text, [SARA])) == len(text)


def test_every_source_s_spelling_is_covered() -> None:
    said = [Candidate("Malik, Sara"), Candidate("Sara N. Malik")]
    assert covered("Sara Malik; Malik, Sara; Sara N. Malik", said) == "████ █████; ██████ ████; ████ ██ █████"


def test_a_short_number_is_covered_only_where_it_is_said_to_be_an_id() -> None:
    said = [Candidate("", "1947", ("roster",))]
    text = "In 1947, by roll no. 1947 (Roll Number: 1947, ID 1947), 1947 votes."
    assert covered(text, said) == "In 1947, by roll no. ████ (Roll Number: ████, ID ████), 1947 votes."
    assert covered("In 204117 they", [Candidate("", "204117")]) == "In ██████ they"


def test_names_that_may_be_anybody_s_are_left() -> None:
    assert covered("Iqbal wrote it.", [Candidate("Iqbal")]) == "Iqbal wrote it."
    text = "Imran Khan won the vote."
    assert covered(text, [Candidate("Imran Khan")]) == text, "a gap there would tell the candidate's name"


@given(st.text(max_size=30), st.text(max_size=12), st.text(max_size=60))
def test_covering_never_changes_a_length(name: str, number: str, text: str) -> None:
    for whole in (text, f"{text}{name} {number}{text}"):
        after = covered(whole, [Candidate(name, number)])
        assert len(after) == len(whole)
        assert all(new in (old, "█") for old, new in zip(whole, after, strict=True))


TOPS = [
    "Name: Sara Noor Malik\nRoll No: F21-CS-117\nClass: BS\n\n",
    "---\nname: Sara Noor Malik\nid: F21-CS-117\nemail: sara@example.org\n---\n",
    "---\ntitle: x\n---\n\n**Name:** Sara Noor Malik\n\n",
    "| Name | Sara Noor Malik |\n| --- | --- |\n| Roll No | F21-CS-117 |\n\n",
]


@pytest.mark.parametrize("top", TOPS)
def test_the_same_marks_and_places_with_and_without_a_name_over_the_answer(top: str) -> None:
    essay = build(top + ANSWER, "sara")
    without = blind(essay, [SARA], "script-01")
    assert without.text.strip() == ANSWER.strip()
    assert len(without.text) == len(essay.text)
    assert without.blocks == essay.blocks
    assert without.sentences == essay.sentences
    assert [essay.line_of(block.span.start) for block in essay.blocks] == [
        without.line_of(block.span.start) for block in without.blocks
    ]
    open_, shut = mark(essay, engine="none"), mark(without, engine="none", candidate=Candidate())
    assert open_.candidate and not shut.candidate
    assert shut.essay.name == "script-01"
    assert (open_.marks, open_.subtotal, open_.findings, open_.measurements) == (
        shut.marks,
        shut.subtotal,
        shut.findings,
        shut.measurements,
    )


def test_a_name_in_the_answer_is_a_word_still_and_nowhere_in_the_result() -> None:
    text = ANSWER.replace("It looks at the", "I, Sara Noor Malik, look at the")
    essay = build(text, "sara")
    without = blind(essay, [SARA], "script-01")
    assert without.words == essay.words
    assert [block.span for block in without.blocks] == [block.span for block in essay.blocks]
    result = mark(without, engine="none")
    data = to_json(result)
    assert not [word for word in (b"Sara", b"Noor", b"Malik", b"sara") if word in data]
    assert "████ ████ █████" in result.essay.text
    assert from_json(data) == result, "every quote is the text at its place"
    assert result.marks == mark(essay, engine="none").marks


def test_what_a_name_line_hides_is_looked_at_too() -> None:
    lines = "".join(f"Class: {i}\n" for i in range(9))
    text = f"Name: Sara Noor Malik\n{lines}Roll No: 9\nName: Sara Noor Malik\nRoll No: 9\n\n{ANSWER}"
    assert blind(build(text), [], "script-01").text.strip() == ANSWER.strip()
