"""A source in steps."""

from __future__ import annotations

from grader.drafting.steps import Step, steps
from grader.facts.question import taken_apart
from tests.drafting.helpers import ANSWER, OTHER, QUESTION, source

ASKED = taken_apart(QUESTION)


def of(text: str) -> list[Step]:
    return steps(source(text), ASKED)


def test_sections_are_steps_and_the_frame_is_not() -> None:
    found = of(ANSWER)
    assert [step.head for step in found] == ["Wasteful irrigation", "Falling groundwater", "", ""]
    assert found[0].heads == ("Wasteful irrigation", "Causes")
    assert [step.sentences[0].text.split()[0] for step in found] == ["Flood", "Unlicensed", "Firstly,", "Secondly,"]
    assert all(step.numbered for step in found)


def test_paragraphs_are_steps_but_the_first_and_the_last() -> None:
    assert [step.sentences[0].text.split()[0] for step in of(OTHER)] == ["Flood", "Farmers"]


def test_an_outline_gives_its_items_once_and_not_its_parents() -> None:
    found = of(
        "# Introduction\n\n# Causes\n\n## Leaking canals\n\n# Way forward\n\n- Line the canals\n- Lining of canals\n- Price water.\n\n# Conclusion\n"
    )
    assert [(step.head, step.heads[-1], step.line) for step in found] == [
        ("Leaking canals", "Causes", 5),
        ("Line the canals", "Way forward", 9),
        ("Price water", "Way forward", 11),
    ]
    assert not any(step.sentences for step in found)


def test_items_stand_under_the_items_above_them() -> None:
    found = of(
        "OUTLINE\n\n1. Introduction\n2. Causes\n   2.1 Leaking canals\n   2.2 Silted dams\n3. Way forward\n   3.1 Line the canals\n4. Conclusion\n"
    )
    assert [step.heads for step in found] == [
        ("Leaking canals", "Causes"),
        ("Silted dams", "Causes"),
        ("Line the canals", "Way forward"),
    ]


def test_the_outline_of_an_answer_only_announces() -> None:
    outline = "OUTLINE\n\n1. Introduction\n2. Causes\n   2.1 Irrigation that wastes\n   2.2 Groundwater that falls\n   2.3 Dams that silt up\n3. Way forward\n\n"
    assert [step.head for step in of(ANSWER.replace("1. INTRODUCTION", outline + "1. INTRODUCTION"))][:2] == [
        "Wasteful irrigation",
        "Falling groundwater",
    ]


def test_a_text_without_steps() -> None:
    assert of("# Introduction\n\n# Conclusion\n") == []
