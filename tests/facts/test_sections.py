"""Which part of the answer each step is."""

from __future__ import annotations

from grader.context import Context, Task
from grader.facts.sections import units
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
