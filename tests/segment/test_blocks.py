"""What the reader sees in a script: question, headings, outlines, page breaks, remark, references."""

from __future__ import annotations

import time

import pytest

from grader.model import Essay
from grader.segment import build
from grader.segment.lines import known_name
from tests.segment.helpers import PROSE, kinds


def headings(text: str) -> list[tuple[int, str, str]]:
    essay = build(text)
    return [(block.level, block.number, essay.label_of(block)) for block in essay.blocks_of("heading")]


@pytest.mark.parametrize(
    "line",
    [
        "Q. Discuss the tax.",
        "Q: Discuss the tax.",
        "Q.3 Discuss the tax.",
        "Q. 3. Discuss the tax.",
        "Question 3: Discuss the tax.",
        "Question No 3 Discuss the tax.",
        "**Q. No. 2.** Discuss the tax.",
    ],
)
def test_the_question_is_set_apart(line: str) -> None:
    essay = build(f"{line}\n\n{PROSE}")
    assert essay.blocks[0].kind == "question"
    assert essay.label_of(essay.blocks[0]) == "Discuss the tax."
    assert essay.words == len(PROSE.split())


def test_a_question_alone_at_the_top_is_set_apart_without_a_sign() -> None:
    essay = build("Should the valley keep the river tax?\n\nThe tax is old.\n\nIt works.")
    assert [block.kind for block in essay.blocks] == ["question", "paragraph", "paragraph"]


def test_a_question_that_the_answer_goes_on_from_is_its_own() -> None:
    essay = build("Should the valley keep the river tax? It should.\n\nThe tax is old.\n\nIt works.")
    assert essay.blocks[0].kind == "paragraph"
    assert build("Should the valley keep the river tax?\n\nIt should.").blocks[0].kind == "paragraph"


LONG = "The tax on the river was raised twice in ten years, and each time the towns of the valley paid it late, or in timber, or not at all."


@pytest.mark.parametrize(
    "text", [LONG, "The tax was raised twice in ten years\nand each time the towns of the valley paid it late."]
)
def test_a_short_line_straight_above_its_text_is_a_heading(text: str) -> None:
    essay = build(f"The river tax\n{text}\n\nThe towns\n{text}\n\nConclusion\n{text}")
    assert [block.kind for block in essay.blocks][-4:] == ["heading", "paragraph", "heading", "paragraph"]
    assert [essay.label_of(block) for block in essay.blocks_of("heading")][-2:] == ["The towns", "Conclusion"]


def test_headings_need_no_blank_lines_where_every_line_is_a_paragraph() -> None:
    essay = build(f"Introduction\n{LONG}\nThe towns\n{LONG}\n{LONG}\nConclusion\n{LONG}")
    assert [essay.label_of(block) for block in essay.blocks_of("heading")] == [
        "Introduction",
        "The towns",
        "Conclusion",
    ]


def test_a_wrapped_line_and_a_list_are_no_headings() -> None:
    wrapped = "The tax was raised twice in ten years, and\nThomas and all the others of the old town paid\nit late."
    assert [block.kind for block in build(wrapped).blocks] == ["paragraph"]
    listed = build(f"The reasons are many.\n\nRain\nWind\nMud\n\n{LONG}")
    assert not listed.blocks_of("heading")


def test_numbered_capitals_without_markdown_are_headings() -> None:
    text = f"1. INTRODUCTION :\n\n{PROSE}\n\n2. THE QUAYS : STONE AND TIMBER :\n\n2.1 OLD QUAYS :\n\n{PROSE}\n\n3 THE CLOSE\n\n{PROSE}"
    assert headings(text) == [
        (1, "1", "INTRODUCTION"),
        (1, "2", "THE QUAYS : STONE AND TIMBER"),
        (2, "2.1", "OLD QUAYS"),
        (1, "3", "THE CLOSE"),
    ]


def test_roman_numerals_over_letters() -> None:
    text = f"I. INTRODUCTION\n\n{PROSE}\n\nII. THE QUAYS\n\nA. OLD ONES\n\n{PROSE}\n\nB. NEW ONES\n\n{PROSE}\n\nIII. CLOSE\n\n{PROSE}"
    assert [(level, number) for level, number, _ in headings(text)] == [
        (1, "I"),
        (1, "II"),
        (2, "A"),
        (2, "B"),
        (1, "III"),
    ]


def test_markdown_bold_and_plain_headings() -> None:
    assert headings(f"## One\n\n{PROSE}\n\n### Deep\n\n{PROSE}") == [(1, "", "One"), (2, "", "Deep")]
    assert headings(f"**One**\n\n{PROSE}\n\n**Two**\n\n{PROSE}") == [(1, "", "One"), (1, "", "Two")]
    assert headings(f"{PROSE}\n\nThe old quays\n\n{PROSE}") == [(1, "", "The old quays")]
    assert headings(f"{PROSE}\n\nThe concerns of the towns:-\n\n{PROSE}") == [(1, "", "The concerns of the towns")]


def test_prose_that_looks_like_a_heading_is_prose() -> None:
    assert headings(f"2 steps must be taken to mend it, and both cost money.\n\n{PROSE}") == []
    assert (
        headings(
            f"{PROSE}\n\nIT WAS SAID THAT THE TOWN HAD NO MONEY LEFT AND THAT NOBODY WOULD PAY FOR THE QUAY OR FOR THE SCHOOL BY THE RIVER."
        )
        == []
    )
    assert headings(f"{PROSE}\n\nKARIM KHAN,\n\nChunian.") == []


def test_an_outline_is_told_from_the_headings_it_announces() -> None:
    text = f"OUTLINE\n\n1. Introduction\n2. The quays\n   2.1 Old quays\n\n1. INTRODUCTION\n\n{PROSE}\n\n2. THE QUAYS\n\n2.1 OLD QUAYS\n\n{PROSE}"
    assert [kind for kind, _ in kinds(text)] == [
        "heading",
        "outline",
        "outline",
        "outline",
        "heading",
        "paragraph",
        "heading",
        "heading",
        "paragraph",
    ]
    essay = build(text)
    assert [block.level for block in essay.blocks_of("outline")] == [1, 1, 2]


def test_a_plain_line_that_repeats_an_outline_item_is_its_heading() -> None:
    text = f"OUTLINE\n\n1. Introduction\n2. The gains\n   a. Old quays\n   b. Boats\n\nIntroduction\n\n{PROSE}\n\nThe gains\n\na. Old quays\n\n{PROSE}\n\nb. Boats\n\n{PROSE}"
    assert headings(text) == [
        (1, "", "OUTLINE"),
        (1, "", "Introduction"),
        (1, "", "The gains"),
        (2, "a", "Old quays"),
        (2, "b", "Boats"),
    ]


def test_a_mini_outline_stands_under_its_section() -> None:
    text = f"1. INTRODUCTION\n\n{PROSE}\n\n2. GAINS\n\nIncome for towns\n\nMore boats.\n\n2.1 INCOME FOR TOWNS\n\n{PROSE}\n\n2.2 MORE BOATS\n\n{PROSE}"
    assert [text for kind, text in kinds(text) if kind == "outline"] == ["Income for towns", "More boats."]


def test_lines_without_blank_lines_between_are_items_too() -> None:
    text = f"1. GAINS\n\nincome for towns\nmore boats\nschools\n\n1.1 INCOME FOR TOWNS\n\n{PROSE}"
    assert [text for kind, text in kinds(text) if kind == "outline"] == ["income for towns", "more boats", "schools"]


def test_a_page_break_inside_a_sentence_joins_what_it_parted() -> None:
    text = "The towns gained a steady income from the tax and built their quays in the\n\nyears after the war. It was enough."
    essay = build(text)
    assert len(essay.blocks) == 1
    assert (
        essay.sentences[0].text
        == "The towns gained a steady income from the tax and built their quays in the years after the war."
    )
    assert essay[essay.sentences[0].span].endswith("in the\n\nyears after the war.")


def test_a_page_mark_is_not_the_students() -> None:
    assert [kind for kind, _ in kinds(f"{PROSE}\n\n[Page 2]\n\n{PROSE}\n\n---\n\n{PROSE}")] == ["paragraph"] * 3


@pytest.mark.parametrize(
    "remark",
    [
        "improve the handwriting and the outline.",
        "Examiner: fair.",
        "12/20",
        "Good attempt. Give more references.",
        "headings are there but no proof; write neatly",
        "More sources, and write neatly.",
    ],
)
def test_the_markers_remark_is_set_apart(remark: str) -> None:
    essay = build(f"1. ONE\n\n{PROSE}\n\n2. CONCLUSION\n\n{PROSE}\n\n{remark}")
    assert essay.blocks[-1].kind == "remark"
    assert remark not in " ".join(sentence.text for sentence in essay.sentences)


@pytest.mark.parametrize(
    "last",
    [
        "The towns must improve their schools.",
        "Give the towns their money, and the valley will thrive.",
        "It was good.",
        "Overall, the evidence shows that the tax has helped the poor more than the rich.",
        "In short, the evidence and the statistics both point to failure of the policy.",
        "Teacher-training reform, therefore, is the measure that matters most in the valley.",
        "Better maps and better data would help, but on balance the tax has succeeded.",
    ],
)
def test_the_students_last_words_are_no_remark(last: str) -> None:
    essay = build(f"1. ONE\n\n{PROSE}\n\n2. CONCLUSION\n\n{PROSE}\n\n{last}")
    assert essay.blocks[-1].kind == "paragraph"


def test_the_words_under_the_last_heading_are_the_students() -> None:
    essay = build(
        f"1. ONE\n\n{PROSE}\n\n{PROSE}\n\n2. CONCLUSION\n\nimprove the presentation of the answer, and add references."
    )
    assert essay.blocks[-1].kind == "paragraph"


def test_each_line_of_a_reference_list_is_an_entry_unless_it_goes_on() -> None:
    listed = (
        "Khan, A. (2019). The river.\nInternational Monetary Fund. (2023). Outlook.\nZaidi, S. (2015). A long title that\n"
        "Goes on over two lines. Oxford University Press.\n  Reprinted 2018."
    )
    essay = build(f"# Body\n\n{PROSE}\n\n# References\n{listed}")
    entries = [essay[block.span] for block in essay.blocks if block.kind == "reference"]
    assert [entry.split()[0] for entry in entries] == ["Khan,", "International", "Zaidi,"]
    assert entries[-1].endswith("Reprinted 2018.")


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Conclusion and Recommendations", "conclusion"),
        ("Conclusion: The Way Ahead", "conclusion"),
        ("In Conclusion,", "conclusion"),
        ("The Conclusion", "conclusion"),
        ("Final Thoughts", "conclusion"),
        ("Introduction: the river", "introduction"),
        ("Works Consulted", "references"),
        ("Sources and causes of the war", ""),
        ("Conclusion of the peace treaty", ""),
        ("Verdict and appeal of the court", ""),
    ],
)
def test_names_of_parts_are_known_with_more_to_them(name: str, role: str) -> None:
    assert [key for key in ("introduction", "conclusion", "outline", "references") if known_name(name, key)] == [
        one for one in [role] if one
    ]


def test_front_matter_code_and_comments_are_not_the_answer() -> None:
    text = f"---\ntitle: The tax\nauthor: Name\n---\n\n# Body\n\n{PROSE}\n\n```\nnot prose at all\n```\n\n<!-- a note\nto self -->\n\n{PROSE}"
    assert [kind for kind, _ in kinds(text)] == ["title", "paragraph", "paragraph"]


def test_a_rule_between_paragraphs_hides_nothing() -> None:
    assert [kind for kind, _ in kinds(f"{PROSE}\n\n---\n\n{PROSE}\n\n---\n\n{PROSE}")] == ["paragraph"] * 3
    assert [kind for kind, _ in kinds(f"---\n\n{PROSE}\n\n---\n\n{PROSE}")] == ["paragraph"] * 2


def test_footnotes_are_references_and_their_marks_are_not_read() -> None:
    essay = build(f"# Body\n\nThe tax was kept.[^1] It paid for quays.\n\n{PROSE}\n\n[^1]: Khan, A. (2019). The river.")
    assert essay.sentences[0].text == "The tax was kept."
    assert essay.blocks[-1].kind == "reference"
    assert essay[essay.blocks[-1].span] == "Khan, A. (2019). The river."


@pytest.mark.parametrize(
    "text",
    ["word\n" * 20_000, "It is. " + " " * 30_000 + "It was.", "a" * 100_000, "# x" + " " * 20_000 + "y", "Ab " * 8000],
    ids=["lines", "spaces", "one word", "heading", "capitals"],
)
def test_long_runs_are_read_in_good_time(text: str) -> None:
    start = time.process_time()
    build(text)
    assert time.process_time() - start < 5


def test_the_reference_list_is_not_prose() -> None:
    essay = build(f"# Body\n\n{PROSE}\n\nREFERENCES\n\nKhan, A. (2019). A book.\n\nZaidi, S. (2015). Another.")
    assert [block.kind for block in essay.blocks[-2:]] == ["reference", "reference"]
    assert essay.prose_words == len(PROSE.split())


def test_wrapped_lines_are_one_paragraph_and_long_lines_are_their_own() -> None:
    assert [
        kind
        for kind, _ in kinds(
            "The towns gained a steady income from the tax,\nand built quays of stone with the money they\nhad kept."
        )
    ] == ["paragraph"]
    long = "The towns gained a steady income from the tax, and they built quays of stone with the money that they had kept in the district for years. "
    assert [kind for kind, _ in kinds(f"{long}\n{long}\n{long}")] == ["paragraph"] * 3


def test_struck_words_are_counted_and_not_read() -> None:
    essay: Essay = build("The ~~old~~ new quay ^{of stone} was built.")
    assert len(essay.marks.struck) == 1
    assert essay.words == 7


def test_lists_quotes_and_tables() -> None:
    text = f"{PROSE}\n\n- first point made\n- second point made\n\n> Somebody else's words.\n\n| a | b |\n| 1 | 2 |"
    assert [kind for kind, _ in kinds(text)] == ["paragraph", "list-item", "list-item", "quote", "table"]


def test_a_title_is_no_section() -> None:
    assert kinds(f"# The river tax\n\n## Introduction\n\n{PROSE}")[0] == ("title", "The river tax")


def test_lines_are_numbered_from_one() -> None:
    essay = build("a\nb\n\nc")
    assert [essay.line_of(place) for place in (0, 2, 5)] == [1, 2, 4]


def test_an_outline_straight_under_its_name_or_on_one_line() -> None:
    prose = "The tax is old and it divides the valley, as every council since the war has seen."
    for outline in (
        "Outline:\n1. The old tax\n2. Boats and licences\n3. Conclusion",
        "Outline:\nThe old tax\nBoats and licences\nConclusion",
        "Outline: the old tax; boats and licences; conclusion.",
    ):
        essay = build(f"{outline}\n\n{prose}\n\n{prose}")
        assert [block.kind for block in essay.blocks] == ["heading", *["outline"] * 3, "paragraph", "paragraph"]
        assert [essay.label_of(block).lower() for block in essay.blocks_of("outline")] == [
            "the old tax",
            "boats and licences",
            "conclusion",
        ]


def test_a_thesis_written_out_in_the_outline_ends_it_not() -> None:
    text = (
        "Outline:\n1) Introduction\nThesis statement: The tax was taken in the name of the towns, but it was spent far from them, and this "
        "is the main reason why the quays of the valley were never built.\n2) Who paid?\n3) Conclusion\n"
        f"Introduction\n{PROSE}\nWho Paid?\n{PROSE}\nConclusion\n{PROSE}"
    )
    essay = build(text)
    assert [block.number for block in essay.blocks_of("outline")] == ["1", "", "2", "3"]
    assert [label for _, _, label in headings(text)] == ["Outline", "Introduction", "Who Paid?", "Conclusion"]


def test_a_heading_over_the_first_of_a_numbered_run_is_its_parent() -> None:
    text = (
        f"{PROSE}\n\nThe Gains of the Tax\n\n1. New quays\n\n{PROSE}\n\n2. New boats\n\n{PROSE}\n\nThe Losses\n\n1. Rents\n\n{PROSE}\n\n"
        f"Remedies\n\n1. The board should build three quays in every town of the valley before the tax is taken again.\n\nConclusion\n\n{PROSE}"
    )
    assert headings(text) == [
        (1, "", "The Gains of the Tax"),
        (2, "1", "New quays"),
        (2, "2", "New boats"),
        (1, "", "The Losses"),
        (2, "1", "Rents"),
        (1, "", "Remedies"),
        (1, "", "Conclusion"),
    ]


def test_a_numbered_heading_may_be_a_question() -> None:
    text = f"1. The tax\n\n{PROSE}\n\n2. Who paid?\n\n{PROSE}\n\n3. The quays\n\n{PROSE}"
    assert [number for _, number, _ in headings(text)] == ["1", "2", "3"]


def test_captions_are_no_prose() -> None:
    text = (
        f"# The tax\n\n{PROSE}\n\nFigure 1. Boats a year in four towns of the valley.\n\n**Table 2**\n\n*Tolls of the towns*\n\n"
        f"| Town | Toll |\n|---|---|\n| Kessel | 4 |\n\nSource: the board's books.\n\nTable 2 shows the tolls. {PROSE}"
    )
    assert [block.kind for block in build(text).blocks] == ["title", "paragraph", *["table"] * 5, "paragraph"]


def test_a_line_that_leads_in_to_a_numbered_list_is_no_heading() -> None:
    text = (
        f"# The tax\n\n{PROSE}\n\nThere are two remedies for it\n\n1. The board should build three quays in every town of the valley at once.\n"
        f"2. It should open its books to the towns before the tax is taken again.\n\n{PROSE}"
    )
    assert headings(text) == []
