"""Where the answer takes up each part of the question."""

from __future__ import annotations

import pytest

from grader.facts.parts import part_places
from tests.helpers import context_for

BOTH = "Examine the causes of the flood and suggest a way forward."


@pytest.mark.parametrize(
    ("body", "causes", "way_forward"),
    [
        ("# Why it came\n\nIt rained.\n\n# Mud\n\nIt dried.", "Why it came", None),
        (
            "# Rain\n\nIt came because of rain. It was caused by neglect as well.\n\n# After\n\nDykes should be built. We must plant.",
            "It came because of rain.",
            "Dykes should be built.",
        ),
        (
            "# Rain\n\nRain fell, so the river rose.\n\n# Sand\n\nSand came, which made it shallow.\n\n# Wood\n\nTrees were cut, and thus it ran fast.",
            "Rain",
            None,
        ),
        ("# Rain\n\nIt was wet.\n\n# Sun\n\nIt was dry.", None, None),
    ],
)
def test_a_part_has_its_place(body: str, causes: str | None, way_forward: str | None) -> None:
    context = context_for(f"# Introduction\n\nIt was so.\n\n{body}\n\n# Conclusion\n\nThat is all.", question=BOTH)
    places = [one.where and context.essay[one.where].lstrip("# ") for one in context.fact(part_places)]
    assert places == [causes, way_forward]


def test_a_part_that_one_sentence_names_is_taken_up_in_passing() -> None:
    text = "# Start\n\nIt was so.\n\n# Rain\n\nThe main reason is rain.\n\n# After\n\nNow what should be done?"
    context = context_for(text, question=BOTH)
    causes, way_forward = context.fact(part_places)
    assert causes.where is not None
    assert context.essay[causes.where] == "The main reason is rain."
    assert causes.in_passing
    assert (way_forward.where, way_forward.in_passing) == (None, False)


def test_an_outline_announces_and_does_not_answer() -> None:
    text = "OUTLINE\n\n1. Introduction\n2. Causes of the flood\n3. The way forward\n\nIt was wet.\n\nIt was dry.\n\nThat is all."
    assert [one.where for one in context_for(text, question=BOTH).fact(part_places)] == [None, None]


def test_a_proposal_shows_no_cause() -> None:
    text = (
        "# Start\n\nIt was so.\n\n# Then\n\nThe causes should be removed. The cause must go.\n\n# End\n\nThat is all."
    )
    assert context_for(text, question=BOTH).fact(part_places)[0].where is None


def test_no_question_no_parts() -> None:
    assert context_for("It was so.").fact(part_places) == ()


def test_where_why_is_all_that_is_asked_one_reason_shows_it() -> None:
    body = "The banks were low.\n\nThe gates stuck because they were old.\n\nThe town slept."
    text = f"# Introduction\n\nIt was so.\n\n# The night\n\n{body}\n\n# Conclusion\n\nThat is all."
    (place,) = context_for(text, question="Why did the river flood the town?").fact(part_places)
    assert place.where is not None
    assert not place.in_passing
    (place,) = context_for(text.replace(" because", ", and"), question="Why did it flood?").fact(part_places)
    assert place.where is None


def test_where_one_thing_is_asked_its_lack_is_told_by_signs_alone() -> None:
    text = "# Introduction\n\nIt was so.\n\n# The night\n\nThe river stood high.\n\n# Conclusion\n\nThat is all."
    assert context_for(text, question="Discuss the importance of the river.").fact(part_places) == ()
    (place,) = context_for(text, question="Suggest remedies for the flood.").fact(part_places)
    assert place.where is None
    named = text.replace("stood high", "has great importance")
    (place,) = context_for(named, question="Discuss the importance of the river.").fact(part_places)
    assert place.where is not None
    assert not place.in_passing


def test_what_was_done_is_no_way_forward_nor_is_what_is_strategic() -> None:
    body = "# Strategic implications\n\nIt is so.\n\n# Steps taken by the board\n\nIt built dykes.\n\n# Way forward\n\nTrees."
    context = context_for(f"# Introduction\n\nIt was so.\n\n{body}\n\n# Conclusion\n\nThat is all.", question=BOTH)
    _, way_forward = context.fact(part_places)
    assert way_forward.where and context.essay[way_forward.where] == "Way forward"
