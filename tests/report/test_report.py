"""The report: self-contained, safe, complete, and true to the result."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from grader import render
from grader.lexicon import load
from grader.report import annotated, patterns, structure
from grader.report.numbers import marks, shorten, worth
from grader.result import Result
from tests.helpers import ANSWER
from tests.report.pages import Outline, result_of

HOSTILE = (
    ANSWER.replace(
        "The river tax has divided",
        '<script>alert("x")</script> <img src=x onerror=alert(1)> {{ 7*7 }} {% raw %} & "The river tax has divided',
    )
    .replace("WHAT THE TOWNS GAINED", "WHAT <b onmouseover=alert(2)>THE</b> TOWNS GAINED")
    .replace("receipts rose", "receipts rosed javascript:alert(3) the the")
)


@pytest.fixture(scope="module")
def result() -> Result:
    return result_of(HOSTILE)


@pytest.fixture(scope="module")
def page(result: Result) -> str:
    return render(result)


def test_nothing_of_the_essay_runs(page: str) -> None:
    found = Outline(page)
    assert "script" not in found.tags
    assert "img" not in found.tags
    assert "i" not in found.tags
    assert not [name for _, name, _ in found.attributes if name.startswith("on")]
    assert not [value for value in found.values("href") if not value.startswith("#")]
    assert "{{ 7*7 }}" in page
    assert "&lt;script&gt;" in page
    assert "alert(&#34;x&#34;)" in page


def test_it_is_one_file(page: str) -> None:
    found = Outline(page)
    assert not found.values("src")
    assert "link" not in found.tags
    assert "url(" not in page
    assert "@import" not in page
    assert not re.search(r"https?://", page)


def test_tags_are_closed_ids_are_unique_and_links_lead_somewhere(page: str) -> None:
    found = Outline(page)
    assert found.faults == []
    assert found.open == []
    ids = found.values("id")
    assert len(ids) == len(set(ids))
    targets = {value[1:] for value in found.values("href")}
    assert targets <= set(ids)
    assert {value for _, name, value in found.attributes if name == "for"} <= set(ids)


def test_headings_are_in_order_and_the_language_is_said(page: str) -> None:
    levels = [int(tag[1]) for tag in Outline(page).tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert '<html lang="en">' in page
    assert all(scope for tag, name, scope in Outline(page).attributes if tag == "th" and name == "scope")


def test_it_says_what_a_tutor_needs(result: Result, page: str) -> None:
    assert f">{marks(result.marks)} " in page
    assert result.band in page  # type: ignore[operator]
    assert "Provisional" in page
    assert result.rubric.hash in page
    for one in result.criteria:
        assert one.title in page
        for rule in one.rules:
            assert rule.check in page
    for action in result.actions:
        assert action.what in page
    for line in load("advice")["not_judged"]:
        assert line in page
    assert "Penguins lay their eggs on the ice." in page
    assert "not found" in page


def test_it_never_says_that_a_list_of_errors_is_complete(page: str) -> None:
    text = re.sub(r"<[^>]+>", " ", page)
    assert "there may be more" in text
    for phrase in ("no errors", "no other errors", "all errors", "error-free", "no mistakes"):
        assert phrase not in text.lower()


def test_no_word_sounds_like_an_accusation(page: str) -> None:
    text = re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL).lower()
    for word in ("cheat", "plagiar", "copied from", "dishonest", "lazy", "stupid"):
        assert word not in text


def test_marks_and_marks_only_of_the_transcriber_are_shown() -> None:
    text = (
        ANSWER.replace("a steady income", "a ~~good~~ steady ^{yearly} income")
        + "\n\ngood attempt, improve the handwriting."
    )
    page = render(result_of(text))
    assert "<del>good</del>" in page
    assert "<ins>yearly</ins>" in page
    assert "~~" not in page
    assert 'class="line remark"' in page


def test_every_line_and_every_word_of_the_essay_is_there(result: Result) -> None:
    shown = "".join(piece.text for line in annotated.lines(result) for piece in line.pieces)
    assert shown.replace("\n", "") == "".join(line for line in HOSTILE.split("\n") if line.strip())


def test_every_finding_is_a_note_once(result: Result) -> None:
    numbers = [piece.note.number for line in annotated.lines(result) for piece in line.pieces if piece.note]
    assert sorted(numbers) == list(range(1, len(result.findings) + 1))
    cards = [note.number for line in annotated.lines(result) for group in line.cards for note in group]
    assert sorted(cards) == sorted(numbers)


def test_patterns_come_with_the_students_own_words(result: Result) -> None:
    found = patterns.main_patterns(result)
    doubled = next(pattern for pattern in found if pattern.kind == "doubled word")
    assert doubled.examples[0].wrong == "the the"
    assert doubled.examples[0].right == "the"
    assert doubled.rule


def test_every_kind_of_language_error_has_its_rule(result: Result) -> None:
    kinds = {finding.kind for finding in result.findings if finding.check.startswith("language.errors")}
    kinds |= set(load("engine_filters")["kinds"].values()) | {group["kind"] for group in load("phrases")}
    assert kinds <= set(load("patterns"))


def test_the_map_shows_roles_and_the_redo_task_names_a_section(result: Result) -> None:
    rows = structure.section_map(result)
    assert [row.roles for row in rows] == [
        ("position", "plan"),
        (),
        ("other side", "its answer"),
        ("verdict",),
    ]
    assert max(row.share for row in rows) == 1
    assert "words" in structure.redo_task(result)


@pytest.mark.parametrize(("words", "target"), [(20, 80), (60, 90), (190, 200)])
def test_the_redo_task_leaves_room_for_more(words: int, target: int) -> None:
    body = " ".join(f"Bread number {i} was good." for i in range(words // 5))
    text = (
        f"# Introduction\n\nIt was so.\n\n# Bread\n\n{body}\n\n# Stub\n\nIt was sold.\n\n# Conclusion\n\nThat is all."
    )
    assert f"“Bread” again in about {target} words (now {words})" in structure.redo_task(result_of(text))


@pytest.mark.parametrize(
    "text",
    ["Hello.", "word " * 100, "# One\n\n# Two\n\n", "OUTLINE\n\n1. One\n2. Two", "~~all struck~~ " * 50 + "left"],
)
def test_poor_texts_get_a_report_too(text: str) -> None:
    page = render(result_of(text))
    assert Outline(page).faults == []


def test_a_refused_answer_says_why() -> None:
    page = render(result_of("Hello."))
    assert "Not marked" in page
    assert "Too short to mark" in page


def test_numbers_and_quotes() -> None:
    assert [marks(number) for number in (9.5, 12.0, 0.35, None)] == ["9.5", "12", "0.35", "–"]
    assert [worth(number) for number in (2.93, 1.2, 0.76, 0.02)] == [
        "3 marks",
        "1 mark",
        "0.8 marks",
        "0.1 marks",
    ]
    assert shorten("one two three", 9) == "one two …"


OUTLINED = """Q. Discuss the effects of the river tax on the towns.

OUTLINE

1. Introduction
2. What the towns gained
3. The glaciers of the north
4. Conclusion

1. INTRODUCTION

This answer argues that the river tax helped the towns more than it hurt them. It looks at the gains first and then at the losses.

2. WHAT THE TOWNS GAINED

The towns gained a steady income from the tax. Receipts rose to 4 million crowns, and as a result three quays were rebuilt.

4. CONCLUSION

On balance, the river tax has helped the towns more than it has hurt them, because its money was spent where it was raised.
"""


def test_the_map_shows_what_was_announced_and_not_written_in_its_place() -> None:
    result = result_of(OUTLINED)
    rows = structure.section_map(result)
    assert [row.step.title if row.step else row.announced for row in rows] == [
        "INTRODUCTION",
        "WHAT THE TOWNS GAINED",
        "The glaciers of the north",
        "CONCLUSION",
    ]
    assert "numbering" in rows[-1].faults
    page = render(result)
    assert "announced, not written" in page
    said = {part.name: (part.found, part.say) for part in structure.parts(result)}
    assert said["outline"] == (None, "3 of 4 written")
    assert said["position"] == (True, "in the opening") and said["verdict"][0]
    assert said["other side"] == (False, "")


def test_the_map_of_an_answer_without_headings_shows_its_paragraphs() -> None:
    plain = re.sub(r"(?s)OUTLINE.*?\n\n1\. INTRO", "1. INTRO", OUTLINED)
    plain = re.sub(r"(?m)^\d\. [A-Z ]+\n\n", "", plain)
    rows = structure.section_map(result_of(plain))
    assert [row.step.role for row in rows if row.step] == ["introduction", "body", "conclusion"]
    assert all(row.step and row.step.title == "" for row in rows)


def test_every_check_in_the_table_says_what_it_rests_on(page: str) -> None:
    assert "rests on APA 7, section 2.27" in page


def test_an_answer_without_headings_has_a_redo_task_too() -> None:
    plain = re.sub(r"(?s)OUTLINE.*?\n\n1\. INTRO", "1. INTRO", OUTLINED)
    task = structure.redo_task(result_of(re.sub(r"(?m)^\d\. [A-Z ]+\n\n", "", plain)))
    assert task.startswith("Write the paragraph on line 5 again in about 80 words")
