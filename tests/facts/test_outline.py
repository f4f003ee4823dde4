"""Outlines held against the body."""

from __future__ import annotations

import pytest

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


TALES = {
    "Introduction": "The river tax has divided the valley since it was brought in, and every council quarrels over it.",
    "Income of the towns": "The towns gained a steady income from the quays. That income let the towns pay their clerks in time.",
    "Boats and licences": "Boats lay idle, for the licences were dear. Those who paid found that their boats were full again.",
    "Schools by the river": "Schools were opened along the river with the money. Children of the river people learned to read in the schools.",
    "Conclusion": "On balance the tax has helped more than it has hurt, because its money was spent where it was raised.",
}


def tale(items: list[str], order: list[str], headed: bool = True) -> str:
    body = "\n\n".join((f"## {name}\n\n" if headed else "") + TALES[name] for name in order)
    return "## Outline\n\n" + "\n".join(f"- {item}" for item in items) + f"\n\n{body}"


def test_one_section_that_moved_is_one_item_out_of_order() -> None:
    names = list(TALES)
    moved = [names[0], names[2], names[3], names[1], names[4]]
    (found,) = context_for(tale(names, moved)).fact(outlines)
    assert [item.text for item in found.moved] == ["Income of the towns"]
    side, other = found.passed(found.moved[0])
    assert (side, other.text) == ("before", "Boats and licences")
    (found,) = context_for(tale(names, names)).fact(outlines)
    assert found.moved == ()


def test_an_answer_without_headings_has_its_items_in_its_paragraphs() -> None:
    names = list(TALES)
    (found,) = context_for(tale(names, names, headed=False)).fact(outlines)
    assert [item.state for item in found.items] == ["changed"] * 5
    assert found.counted == 5 and not found.moved


def test_without_headings_only_what_nothing_speaks_of_is_missing() -> None:
    names = list(TALES)
    items = [*names[:4], "Glaciers of the far north", "Conclusion"]
    (found,) = context_for(tale(items, names, headed=False)).fact(outlines)
    assert [item.text for item in found.items if item.state == "missing"] == ["Glaciers of the far north"]
    vague = [names[0], "A purse filled", "Empty hulls", "Slates and chalk", "Conclusion"]
    (found,) = context_for(tale(vague, names, headed=False)).fact(outlines)
    assert not any(item.state == "missing" and item.sure for item in found.items)


def test_an_item_over_others_needs_no_heading_of_its_own() -> None:
    items = ["1. Introduction", "2. Gains", "2.1 The old quays", "2.2 The new schools", "3. Conclusion"]
    body = ["1. Introduction", "2.1 The old quays", "2.2 The new schools", "3. Conclusion"]
    assert states(items, body) == ["same", "changed", "same", "same", "same"]


def test_two_items_in_one_section_and_one_item_in_two() -> None:
    items = ["Introduction", "Boats", "Licences", "Schools", "Conclusion"]
    assert states(items, ["Introduction", "Boats and licences", "Schools", "Conclusion"])[:3] == [
        "same",
        "changed",
        "changed",
    ]
    text = answer(
        ["- Introduction", "- Boats and licences", "- Conclusion"], ["Introduction", "Boats", "Licences", "Conclusion"]
    )
    (found,) = context_for(text).fact(outlines)
    assert found.extra == () and found.found == 3


def test_headings_put_in_quite_other_words_between_the_same_neighbours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("grader.facts.outline_sections.likeness_table", lambda *_: None)  # by place alone
    items = ["- Introduction", "- Costs", "- Gains", "- Conclusion"]
    body = ["Introduction", "What it takes from the purse", "What comes back", "Conclusion"]
    (found,) = context_for(answer(items, body)).fact(outlines)
    assert found.found == 4 and found.extra == ()


def test_a_section_on_quite_another_matter_is_not_taken_for_the_item_in_its_place() -> None:
    items = ["- Introduction", "- Glaciers of the far north", "- Conclusion"]
    (found,) = context_for(answer(items, ["Introduction", "Wages of the porters", "Conclusion"])).fact(outlines)
    assert [item.text for item in found.items if item.state == "missing"] == ["Glaciers of the far north"]
    assert len(found.extra) == 1


def test_sub_items_are_not_called_missing_where_the_body_has_no_sub_headings() -> None:
    outline = "OUTLINE\n\n1. Introduction\n2. Gains\n2.1 Old quays\n2.2 New glaciers\n3. Conclusion"
    opens = "1. INTRODUCTION\n\nThe levy on the boats was brought in a long time ago and it has divided the whole valley since."
    gains = "2. GAINS\n\nThe quays, which were old, were mended with granite from the upper hills within a single year."
    closes = "3. CONCLUSION\n\nThe levy has done more good than harm to the people of the valley and of the coast."
    (found,) = context_for(f"{outline}\n\n{opens}\n\n{gains}\n\n{closes}").fact(outlines)
    assert [item.text for item in found.items if item.state == "missing" and item.sure] == []
    assert not {item.text: item for item in found.items}["New glaciers"].sure
