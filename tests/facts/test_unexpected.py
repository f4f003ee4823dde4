"""Points that nobody expected: credit for steps that are carried, on the question, and no expected point."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from grader.context import Context
from grader.facts.points import matched_by, nearness
from grader.facts.unexpected import FAR, MOST, TIED, also_argued
from tests.helpers import QUESTION, context_for, each_its_own

INTRODUCTION = "# Introduction\n\nThe river tax has divided the valley. This answer weighs what it brought."
CONCLUSION = "# Conclusion\n\nOn balance the tax helped, because its money stayed."
QUAYS = "The quays were rebuilt because the money was spent at home: by 1912 three of them stood in stone."
SONGS = "New songs were made because the ferrymen had time: the school of Alba printed forty of them in 1913."
BREAD = "Bread was good and nobody was without it."


def argued(body: Mapping[str, tuple[str, float]], by: str = "encoder", question: str = QUESTION) -> list[str]:
    """Titles of the steps found, where each section's sentences come as near to a point as its number says."""
    parts = [f"# {title}\n\n{text}" for title, (text, _) in body.items()]
    context = context_for("\n\n".join([INTRODUCTION, *parts, CONCLUSION]), question=question)
    return [step.unit.title for step in found_in(context, [near for _, near in body.values()], by)]


def found_in(context: Context, near: list[float], by: str) -> tuple:  # type: ignore[type-arg]
    from grader.facts.sections import units

    values = {}
    for unit, value in zip(context.fact(units), [0.2, *near, 0.2], strict=True):
        values |= {sentence.span: value for sentence in unit.sentences}
    context._facts[matched_by] = by
    context._facts[nearness] = tuple(values[sentence.span] for sentence in context.essay.sentences)
    return context.fact(also_argued)


def test_a_step_far_from_every_point_but_within_reach_is_credit() -> None:
    assert argued({"Quays": (QUAYS, 0.9), "Songs": (SONGS, (FAR + TIED) / 2)}) == ["Songs"]


def test_padding_is_no_credit() -> None:
    assert argued({"Quays": (QUAYS, 0.9), "Songs": (SONGS, TIED - 0.01)}) == []


def test_two_words_of_the_subject_tie_a_step_to_the_question() -> None:
    tied = SONGS.replace("New songs", "Of the river tax new songs")
    assert argued({"Songs": (tied, 0.02)}) == ["Songs"]


def test_the_countrys_name_ties_nothing() -> None:
    named = SONGS.replace("New songs", "In Pakistan and India new songs")
    assert argued({"Songs": (named, 0.02)}, question="Discuss the trade of Pakistan with India.") == []


def test_a_step_that_only_asserts_is_no_credit() -> None:
    assert argued({"Bread": (BREAD, 0.2)}) == []


def test_introduction_and_conclusion_are_no_steps() -> None:
    assert argued({"Quays": (QUAYS, 0.9)}) == []


@pytest.mark.parametrize("by", ["words", ""])
def test_without_the_encoder_nothing_is_said(by: str) -> None:
    assert argued({"Songs": (SONGS, 0.2)}, by=by) == []


def test_at_most_a_few_and_the_fullest_first() -> None:
    made = each_its_own("Songs of {}", MOST + 2).split("Songs")[1:]
    body = {f"Songs{name}".strip(): (SONGS.replace("ferrymen", f"ferrymen {name}"), 0.2) for name in made}
    longest = list(body)[3]
    body[longest] = (f"{body[longest][0]} They were sung in every town, and even the merchants knew them.", 0.2)
    found = argued(body)
    assert len(found) == MOST
    assert found[0] == longest


def test_without_points_there_is_nothing_beyond_them() -> None:
    assert context_for(INTRODUCTION).fact(also_argued) == ()
