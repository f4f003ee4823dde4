"""Points taken up only to be denied."""

from __future__ import annotations

import pytest

from grader.facts.denial import denies, is_view
from grader.rubric.model import Point
from tests.helpers import context_for

SCHOOLS = Point("schools", "The lack of schools drives children to work.")


def denied(text: str) -> bool:
    found = context_for(text).essay.sentences
    return denies(found[:1], SCHOOLS, found[1] if len(found) > 1 else None)


@pytest.mark.parametrize(
    "text",
    [
        "It is often said that children work because there are no schools. This is not so.",
        "Some people think that missing schools send children to work, but this is not true.",
        "It is wrong to say that children work for want of schools.",
        "The lack of schools does not drive children to work.",
        "Critics claim that schools are the cause. The figures prove otherwise.",
    ],
)
def test_dirty(text: str) -> None:
    assert denied(text)


@pytest.mark.parametrize(
    "text",
    [
        "The lack of schools drives children to work.",
        "Children do not go to school where there is none, so they work.",
        "It is often said that children work for want of schools. The survey of 2019 bears this out.",
        "Where schools are missing, parents send their children to workshops. Some people think otherwise.",
        "Nobody can learn in a school that was never built.",
    ],
)
def test_clean(text: str) -> None:
    assert not denied(text)


def test_a_view_to_be_weighed_is_made_by_being_taken_up() -> None:
    assert is_view(Point("view", "It can be argued that children work because schools are far away."))
    assert not is_view(SCHOOLS)


def test_what_rejects_must_follow_at_once() -> None:
    assert not denied("Some people think that schools are the cause. It rained. This is not so.")
