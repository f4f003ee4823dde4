"""Outlines held against the body."""

from __future__ import annotations

from grader.facts.outline import lone_sections, outlines
from tests.helpers import context_for

PROSE = "It was taken at once, and the towns of the valley saw it done in a day or two."


def answer(outline: list[str], body: list[str]) -> str:
    return (
        "OUTLINE\n\n" + "\n".join(outline) + "\n\n" + "\n\n".join(f"{heading.upper()}\n\n{PROSE}" for heading in body)
    )


def states(outline: list[str], body: list[str]) -> list[str]:
    (found,) = context_for(answer(outline, body)).fact(outlines)
    return [item.state for item in found.items]


def test_the_same_words_in_another_case() -> None:
    items = ["1. Introduction", "2. The old quays", "3. Conclusion"]
    assert states(items, items) == ["same", "same", "same"]


def test_other_words_and_a_known_name() -> None:
    items = ["1. Introduction", "2. The old quays", "3. Conclusion"]
    body = ["1. Introduction", "2. Quays of stone in the old town", "3. Concluding remarks"]
    assert states(items, body) == ["same", "changed", "changed"]


def test_the_same_number_under_a_new_name() -> None:
    items = ["1. Introduction", "2. An objection considered", "3. Conclusion"]
    body = ["1. Introduction", "2. The case for tolls", "3. Conclusion"]
    assert states(items, body) == ["same", "changed", "same"]


def test_a_missing_item_and_an_unannounced_section() -> None:
    context = context_for(
        answer(["1. Introduction", "2. The poor", "3. Conclusion"], ["1. Introduction", "2. Conclusion"])
    )
    (found,) = context.fact(outlines)
    assert [(item.text, item.state) for item in found.items][1] == ("The poor", "missing")
    context = context_for(
        answer(["- Introduction", "- Conclusion"], ["Introduction", "Schools by the river", "Conclusion"])
    )
    (found,) = context.fact(outlines)
    assert [context.essay.label_of(heading) for heading in found.extra] == ["SCHOOLS BY THE RIVER"]


def test_sections_that_lack_the_mini_outline_their_sisters_have() -> None:
    def section(number: int, listed: bool) -> str:
        items = "First gain\n\nSecond gain\n\n" if listed else ""
        return f"{number}. PART {['ONE', 'TWO', 'THREE', 'FOUR'][number - 1]}\n\n{items}{number}.1 FIRST GAIN\n\n{PROSE}\n\n{number}.2 SECOND GAIN\n\n{PROSE}"

    text = "\n\n".join(section(number, number != 2) for number in (1, 2, 3))
    assert [one.title for one in context_for(text).fact(lone_sections)] == ["PART TWO"]
    assert context_for("\n\n".join(section(number, False) for number in (1, 2, 3))).fact(lone_sections) == ()
