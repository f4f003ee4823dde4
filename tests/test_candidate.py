"""Who wrote a script: by its file's name, by several sources, and how names and ids are held against each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.candidate import Candidate, clean, differ, from_path, from_text, id_key, name_key, settled
from grader.marking import mark
from grader.result import from_json, to_json
from grader.segment import build
from tests.helpers import ANSWER


@pytest.mark.parametrize(
    ("file", "name", "number"),
    [
        ("Ali Khan_12345_assignsubmission_file_essay.md", "Ali Khan", "12345"),
        ("Mary O'Brien_778_assignsubmission_file/essay.md", "Mary O'Brien", "778"),
        ("Mary O'Brien_778_assignsubmission_onlinetext_/text.md", "Mary O'Brien", "778"),
        ("Participant_12345_assignsubmission_file_essay.md", "", "12345"),
        ("12345 - Ali Khan.md", "Ali Khan", "12345"),
        ("F21-CS-117 - Wei Zhang.md", "Wei Zhang", "F21-CS-117"),
        ("Ali Khan - 12345 - essay 2.md", "Ali Khan", "12345"),
        ("2024 - Ali Khan.md", "Ali Khan", ""),
        ("Ali Khan - CSS answer.md", "Ali Khan", ""),
        ("Ayesha Siddiqui – Mock exam.md", "Ayesha Siddiqui", ""),
    ],
)
def test_a_file_name_of_a_plain_form_says_who_wrote_it(file: str, name: str, number: str) -> None:
    found = from_path(Path("scripts") / file)
    assert (found.name, found.id) == (name, number)
    assert found.sources == ("file name",)


@pytest.mark.parametrize(
    "file",
    [
        "essay-final.md",
        "answer.md",
        "Ali.md",
        "Ali Khan.md",
        "ali khan - essay.md",
        "Ali - essay.md",
        "12345.md",
        "Climate Change - CSS answer.md",
        "Final Draft - essay.md",
        "2024 - Annual Report.md",
        "101 - Current Affairs.md",
        "1234 - Democracy Dilemma.md",
        "Pakistan Economy - answer.md",
        "Kashmir Issue - essay.md",
        "CPEC Gwadar - 123.md",
        "Allama Iqbal - essay.md",
        "Imran Khan - CSS essay.md",
        "Tipu Sultan - essay.md",
        "Ali Khan - Sara Malik.md",
        "Ali Khan - The river tax.md",
        "a - b - c.md",
    ],
)
def test_any_other_file_name_says_nothing(file: str) -> None:
    assert not from_path(Path("scripts") / file)


def test_the_text_says_it_in_two_places() -> None:
    text = f"---\nname: Sara Malik\n---\nName: Zoe Baig\nRoll No: 9\n\n{ANSWER}"
    assert from_text(text) == [
        Candidate("Sara Malik", "", ("front matter",)),
        Candidate("Zoe Baig", "9", ("first lines",)),
    ]
    assert from_text(ANSWER) == []


def test_the_most_trusted_source_comes_first_and_others_fill_the_gaps() -> None:
    roster = Candidate("Muhammad Ali Khan", "", ("roster",))
    same = Candidate("Ali Khan", "117", ("first lines",))
    other = Candidate("Zoe Baig", "118", ("file name",))
    assert settled([roster, same]) == Candidate("Muhammad Ali Khan", "117", ("roster", "first lines"))
    assert settled([roster, other]) == roster
    assert settled([Candidate("", "117", ("roster",)), other]) == Candidate("Zoe Baig", "117", ("roster", "file name"))
    assert settled([]) == Candidate()
    assert not settled([Candidate()])


def test_spellings_of_one_name_are_one_person() -> None:
    def names(one: str, other: str) -> bool:
        return differ(Candidate(one), Candidate(other))

    assert not names("Sara Ahmed", "Sara Ahmad")
    assert not names("Mohammed Ali Khan", "Ali Khan")
    assert not names("Khan, Ali", "Ali Khan")
    assert not names("Ali Khan", "")
    assert names("Ali Khan", "Zoe Khan")
    assert names("Ali Khan", "Sara Malik")


def test_ids_and_names_are_held_against_each_other_by_what_counts() -> None:
    assert id_key("00117") == id_key("117") == id_key("Participant 117")
    assert id_key("F21-CS-117") == id_key("f21-cs-117 ")
    assert id_key("000") == "0"
    assert id_key("117") != id_key("118")
    assert name_key("KHAN, Ali") == name_key("ali khan")
    assert clean(" Ali\n\x1b Khan ") == "Ali \ufffd Khan"
    assert len(clean("a" * 500)) == 120


def test_the_result_says_who_wrote_it_and_no_mark_rests_on_it(tmp_path: Path) -> None:
    path = tmp_path / "117 - Ali Khan.md"
    path.write_text(ANSWER)
    said = mark(path, engine="none")
    assert said.candidate is not None
    assert (said.candidate.name, said.candidate.id, said.candidate.sources) == ("Ali Khan", "117", ["file name"])
    assert from_json(to_json(said)) == said
    nobody = mark(build(ANSWER, "117 - Ali Khan"), engine="none")
    assert nobody.candidate is None
    assert to_json(nobody).split(b'"rubric"', 1)[1] == to_json(said).split(b'"rubric"', 1)[1]


def test_a_result_of_before_candidates_is_still_read() -> None:
    data = to_json(mark(build(ANSWER, "answer"), engine="none"))
    older = data.replace(b'  "candidate": null,\n', b"")
    assert older != data
    assert from_json(older) == from_json(data)
