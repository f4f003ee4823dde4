"""Which part of the answer each step is."""

from __future__ import annotations

from grader.context import Context, Task
from grader.facts.sections import body_units, units
from grader.segment import build

PROSE = "The towns kept the tax, and they built quays of stone with the money that they had kept in the district."


def roles(text: str) -> list[str]:
    return [unit.role for unit in Context(build(text), Task()).fact(units)]


def test_all_before_the_first_heading_opens_the_answer() -> None:
    body = "\n\n".join(f"## Part {word}\n\n{PROSE}\n\n{PROSE}" for word in ("one", "two", "three"))
    assert roles(f"{PROSE}\n\n{PROSE}\n\n{body}") == ["introduction", "introduction", "body", "body", "body"]


def test_without_headings_the_first_and_last_paragraphs_open_and_close_it() -> None:
    assert roles("\n\n".join([PROSE] * 4)) == ["introduction", "body", "body", "conclusion"]


def test_a_long_run_before_a_late_heading_is_not_all_introduction() -> None:
    text = "\n\n".join([PROSE] * 4) + f"\n\n## Part two\n\n{PROSE}"
    assert roles(text) == ["introduction", "body", "body", "body", "body"]


def test_a_named_introduction_is_the_only_one() -> None:
    assert roles(f"{PROSE}\n\n## Introduction\n\n{PROSE}\n\n## Conclusion and the way ahead\n\n{PROSE}") == [
        "body",
        "introduction",
        "conclusion",
    ]


def test_an_answer_without_headings_after_its_outline_is_not_the_outline() -> None:
    items = "1. Introduction\n2. The quays\n3. Conclusion"
    text = f"OUTLINE\n\n{items}\n\n" + "\n\n".join([PROSE] * 3)
    assert roles(text) == ["introduction", "body", "conclusion"]
    assert roles(f"OUTLINE\n\n{items.upper()}\n\n" + "\n\n".join([PROSE] * 3)) == ["introduction", "body", "conclusion"]


def test_the_short_items_of_a_list_are_one_step_with_the_line_that_leads_in_to_them() -> None:
    long = "The quays were built of stone from the hills. " * 6
    text = f"The tax is old.\n\nIts gains:\n- The quays were built.\n- The boats came.\n\nRents rose.\n\n- {long}\n- {long}\n\nThat is all."
    found = Context(build(text), Task()).fact(body_units)
    assert [len(unit.sentences) for unit in found] == [3, 1, 6, 6]
    assert found[0].text == "Its gains: The quays were built. The boats came."


def test_an_abstract_and_an_appendix_are_no_steps_and_the_title_comes_again() -> None:
    text = (
        f"# The River Tax\n\n## Abstract\n\n{PROSE}\n\n# The River Tax\n\n{PROSE}\n\n## Gains\n\n{PROSE}\n\n## Losses\n\n{PROSE}\n\n"
        f"## Appendix A: The tolls\n\n{PROSE}"
    )
    assert roles(text) == ["introduction", "body", "body"]


def test_a_section_of_the_titles_name_stays_one() -> None:
    essay = build(f"# The River Tax\n\n{PROSE}\n\n## Gains\n\n{PROSE}\n\n## The River Tax\n\n{PROSE}")
    assert [essay.label_of(block) for block in essay.blocks_of("heading")] == ["Gains", "The River Tax"]


def test_one_heading_over_a_whole_answer_heads_no_step() -> None:
    body = "\n\n".join([PROSE] * 5)
    for name in ("Introduction", "ESSAY"):
        assert roles(f"{name}\n\n{body}") == ["introduction", "body", "body", "body", "conclusion"]


def test_a_position_on_the_second_line_is_still_the_opening() -> None:
    text = f"The toll is as old as the quay.\n\nI will argue that the toll harmed the towns.\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}"
    assert roles(text) == ["introduction", "introduction", "body", "body", "conclusion"]
