"""Parts of a document -> marked text -> blocks: what was a paragraph stays one, whatever signs its words hold."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from grader.model import Essay
from grader.readers.document import Part, Run, Style, marked_text
from grader.segment import build

SIGNS = st.text(alphabet=st.sampled_from(list("#>|*_~^[](){}<>!`\\:-=+/ab1. \n")), max_size=14)
TYPED_LIST = re.compile(r"\s*(?:[-*+]|o |[\d(a-z]{1,3}[.): ])")


def plain(text: str) -> Part:
    return Part("paragraph", (Run(text),))


def shown(*parts: Part) -> list[tuple[str, str]]:
    essay = build(marked_text(parts))
    return [(block.kind, view.text) for block, view in zip(essay.blocks, essay.views, strict=True)]


def folded(text: str) -> str:
    return " ".join(text.split())


def prose(start: str, inside: str) -> str:
    return f"{start}The towns paid {inside}for the quays, and every one of them had it back within the year."


@given(SIGNS, SIGNS)
@example("# ", "")
@example("> ", "~~")
@example("| a | ", "*x* ")
@example("```\n", "")
@example("<!-- ", "")
@example("[^a]: ", "[^b]")
@example("", "\\*so\\* ")
@example("", "[so](here) ")
@example("", "~~~so~~ ")
@example("", "<b>so</b> ")
def test_signs_in_a_paragraph_are_its_words(start: str, inside: str) -> None:
    start, inside = folded(start), folded(inside)
    assume(not TYPED_LIST.match(start) and not re.search(r"~~.+~~|\^\{.+\}|(^| )\W* \W", start + " " + inside))
    text = prose(f"{start} " if start else "", f"{inside} " if inside else "")
    assert shown(plain(text)) == [("paragraph", text)]


@given(SIGNS, st.lists(st.tuples(SIGNS, st.sampled_from(["plain", "struck", "inserted"])), max_size=4))
@example("", [("~", "plain"), ("old", "struck"), ("~ new", "plain")])
@example("", [("a}b{", "inserted"), ("*a", "plain"), ("b*", "struck"), ("*", "plain")])
def test_struck_words_go_and_the_others_stay(start: str, looks: list[tuple[str, Style]]) -> None:
    runs = [
        Run("The towns paid " + start.replace("\n", " ")),
        *(Run(text.replace("\n", " "), style) for text, style in looks),
    ]
    runs.append(Run(" for the quays, and had it back within the year."))
    kept = "".join(run.text for run in runs if run.style != "struck")
    assume(not re.search(r"~~.+~~|\^\{.+\}", "".join(run.text for run in runs)))
    (block,) = shown(Part("paragraph", tuple(runs)))
    assert block[0] == "paragraph"
    assert re.sub(r"\s", "", block[1]) == re.sub(r"\s", "", kept)


@given(SIGNS)
@example("C#")
@example("C##")
@example("back\\")
def test_every_kind_of_block_keeps_its_kind_and_words(signs: str) -> None:
    signs = folded(signs)
    assume(not re.search(r"~~.+~~|\^\{.+\}", signs))
    words = f"the quays {signs}"
    assume(folded(words) == words)
    parts = (
        Part("heading", (Run(f"Of {words}"),), level=2),
        plain(prose("", "")),
        Part("item", (Run(f"one of {words}"),), level=1),
        Part("item", (Run(f"two of {words}"),), level=2),
        Part("quote", (Run(f"{signs} three of them"),)),
        plain(prose("", "")),
        Part("table", rows=(("a", words), (words, "b"))),
        Part("heading", (Run("Of the towns"),), level=2),
        plain(prose("", "")),
        Part("note", (Run(f"four of {words}"),), label="1"),
    )
    found = shown(*parts)
    assert [kind for kind, _ in found] == [
        "heading", "paragraph", "list-item", "list-item", "quote", "paragraph", "table", "heading", "paragraph", "reference",
    ]  # fmt: skip
    assert [found[i][1] for i in (0, 2, 3, 4, 9)] == [
        f"Of {words}", f"one of {words}", f"two of {words}", folded(f"{signs} three of them"), f"four of {words}"
    ]  # fmt: skip


def test_the_text_is_markdown_with_transcription_marks() -> None:
    parts = (
        Part("heading", (Run("The river tax"),), level=0),
        Part("heading", (Run("Gains"),), level=1, number="1"),
        Part("paragraph", (Run("It was "), Run("an old ", "struck"), Run("a new", "inserted"), Run(" tax"), Run("", note="1"), Run("."))),
        Part("item", (Run("quays"),), level=1, number="a)"),
        Part("item", (Run("of stone"),), level=2),
        Part("quote", (Run("No town\nlost."),)),
        Part("page"),
        Part("table", rows=(("Year", "Boats"), ("1990", "4 | 5"))),
        Part("paragraph", (Run("Costs:"),), bold=True),
        Part("note", (Run("Khan, "), Run("The river.")), label="1"),
    )  # fmt: skip
    assert marked_text(parts) == (
        "# The river tax\n\n## 1. Gains\n\nIt was ~~an old~~ ^{a new} tax[^1].\n\na) quays\n  - of stone\n\n> No town lost.\n\n"
        "| Year | Boats |\n| 1990 | 4 \\| 5 |\n\n**Costs:**\n\n[^1]: Khan, The river.\n"
    )


def test_numbered_bold_items_stand_by_themselves_for_they_may_be_headings() -> None:
    parts = [
        Part("item", (Run(name),), level=level, number=number, bold=True)
        for name, level, number in (("Costs", 1, "1."), ("Quays", 2, "1.1"))
    ]
    text = marked_text([*parts, plain(prose("", ""))])
    assert text.startswith("1. Costs\n\n  1.1 Quays\n\nThe towns")
    assert [block.kind for block in build(text).blocks][1:] == ["heading", "paragraph"]


def test_nothing_is_written_for_nothing() -> None:
    empty = Run(" \n")
    assert marked_text([Part(kind, (empty,)) for kind in ("heading", "paragraph", "item", "quote", "note")]) == ""  # type: ignore[arg-type]
    assert marked_text([Part("table", rows=(("", " "),)), Part("page"), Part("paragraph", (Run(" ", "struck"),))]) == ""


def test_typed_numbers_bullets_and_transcription_marks_are_read_as_in_a_text_file() -> None:
    assert shown(plain("- the quays")) == [("list-item", "the quays")]
    essay = build(marked_text([plain("1. Introduction"), plain(prose("", "~~twice~~ ^{once} "))]))
    assert [(block.kind, block.number) for block in essay.blocks] == [("heading", "1"), ("paragraph", "")]
    assert essay.views[1].text == prose("", "once ")
    assert len(essay.marks.struck) == len(essay.marks.inserted) == 1


@pytest.mark.parametrize(("number", "words", "written"), [
    ("1", "Gains", "1. Gains"), ("2.1.", "Gains", "2.1. Gains"), ("iv)", "Gains", "iv) Gains"), ("(b)", "Gains", "(b) Gains"),
    ("①", "Gains", "- Gains"), ("3.", "1990 was good", "- 1990 was good"),
])  # fmt: skip
def test_a_list_items_number_is_written_where_it_is_read_as_one(number: str, words: str, written: str) -> None:
    assert marked_text([Part("item", (Run(words),), level=1, number=number)]) == f"{written}\n"


def test_line_breaks_stay_in_their_paragraph_and_an_empty_line_parts_it() -> None:
    assert (
        marked_text([plain("One line\x0b# two\u2028three\ttabs  and\r\nfour")])
        == "One line\n\\# two\nthree tabs and\nfour\n"
    )
    assert marked_text([plain("One.\n \n\n> Two.")]) == "One.\n\n\\> Two.\n"
    assert marked_text([Part("quote", (Run("One.\n\nTwo."),))]) == "> One. Two.\n"


def test_findings_point_at_the_words_as_the_text_has_them() -> None:
    essay: Essay = build(marked_text([plain(prose("", "5*3 "))]))
    at = essay.views[0].text.index("5*3")
    assert essay[essay.views[0].source(at, at + 3)] == "5\\*3"
