"""Sentences that could stand as points."""

from __future__ import annotations

import pytest

from grader.drafting.candidates import candidates, group_of, plain
from grader.drafting.model import Candidate
from grader.facts.question import taken_apart
from tests.drafting.helpers import ANSWER, QUESTION, source

ASKED = taken_apart(QUESTION)


def of(text: str, question: str = QUESTION) -> list[Candidate]:
    return candidates([source(text)], taken_apart(question))


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("Firstly, canals leak (Khan, 2019).", "Canals leak."),
        ("Yet results have not risen [12].", "Results have not risen."),
        ("However, as a result, farmers suffer.", "Farmers suffer."),
        ("Still waters run deep.", "Waters run deep."),
        ("Next year the dam will be full.", "Next year the dam will be full."),
        ("Therefore", "Therefore"),
    ],
)
def test_what_leads_on_and_cites_is_cut_off(sentence: str, text: str) -> None:
    assert plain(sentence) == text


def test_the_sentence_that_claims_stands_for_its_step() -> None:
    found = of(ANSWER)
    assert [one.text for one in found] == [
        "Flood irrigation wastes half of the river before it reaches the root.",
        "Unlicensed tube wells drain the aquifer because no law limits pumping.",
        "Canals should be lined where the soil is saline.",
        "Tube wells must be licensed and metered by the provinces.",
    ]
    assert [one.line for one in found] == [11, 15, 19, 19]
    assert [one.group for one in found] == ["causes", "causes", "way_forward", "way_forward"]


def test_a_numbered_heading_without_a_claim_under_it_stands_itself() -> None:
    text = "1. CAUSES\n\n1.1 SILT IN THE DAMS\n\nIn 1974 it was small. It was not good.\n\n1.2 LEAKS IN CANALS\n\nIt is so. See this.\n"
    found = of(text)
    assert [(one.text, one.headline, one.line) for one in found] == [
        ("Silt in the dams", True, 3),
        ("Leaks in canals", True, 7),
    ]


def test_a_long_numbered_heading_comes_before_its_sentences() -> None:
    text = ANSWER.replace("2.1 WASTEFUL IRRIGATION", "2.1 FLOOD IRRIGATION: HALF OF THE RIVER LOST ON THE WAY")
    first = of(text)[0]
    assert first.text == "Flood irrigation: half of the river lost on the way"
    assert first.headline
    assert first.wordings == ("Flood irrigation wastes half of the river before it reaches the root.",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Pakistan's water shortage has causes, and these causes have a way forward.",
        "Is it not true that flood irrigation wastes the river of the whole valley?",
        "I think that flood irrigation wastes the river, and this essay will show it.",
        "Rain falls.",
        "The waste of water by farmers, by the towns of the south and by the old mills of the valley.",
    ],
)
def test_dirty_the_question_again_a_question_a_plan_and_a_fragment_are_no_points(sentence: str) -> None:
    assert [one.text for one in of(f"# Some view of canals\n\n{sentence}\n") if not one.headline] == []


def test_of_two_claims_in_a_sentence_the_better_stands_alone() -> None:
    found = of("# View of canals\n\nThe dams are full of silt and the farmers waste the river because it is free.\n")
    assert [one.text for one in found] == ["The farmers waste the river because it is free."]


def test_groups() -> None:
    assert group_of("Critics argue that dams harm the delta.", (), ASKED) == "counter-view"
    assert group_of("Dams silt up.", ("Is climate a scapegoat?",), ASKED) == "counter-view"
    assert group_of("US goal to counter China", ("Factors",), ASKED) == "causes"
    assert group_of("Dams silt up.", ("Silt", "Reforms that help"), ASKED) == "way_forward"
    assert group_of("Dams silt up.", (), ASKED) == "causes"
    assert group_of("Dams silt up.", (), ASKED, proposal=True) == "way_forward"
    assert group_of("Dams silt up.", (), None) == ""
    assert group_of("Dams silt up.", ("Silt", "What the dams have lost"), None) == "what_the_dams_have_lost"
    prospects = taken_apart("Discuss the reasons for low trade and evaluate its prospects.")
    assert group_of("Iran is near.", ("Prospects",), prospects) == "prospects"
