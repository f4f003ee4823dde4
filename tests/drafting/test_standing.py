"""Whether a sentence stands alone, proposes, or tells a story."""

from __future__ import annotations

import pytest

from grader.drafting.standing import commands, points_back, proposes, tells_of_the_past
from tests.drafting.helpers import parsed


@pytest.mark.parametrize(
    "text",
    [
        "This makes imports dearer.",
        "They waste the water of the river.",
        "Others say that little can be done.",
        "If it falls, farmers suffer.",
    ],
)
def test_dirty_a_sentence_that_leans_on_the_one_before(text: str) -> None:
    assert points_back(parsed(text))


@pytest.mark.parametrize(
    "text",
    [
        "Many farmers waste the water of the river.",
        "One of the causes is the waste of water.",
        "There is no law on groundwater.",
        "It may be argued that the climate is to blame.",
    ],
)
def test_clean_a_sentence_that_stands_alone(text: str) -> None:
    assert not points_back(parsed(text))


def test_proposals() -> None:
    assert proposes(parsed("Canals should be lined in the saline districts."))
    assert proposes(parsed("Cut the duties on inputs that exporters need."))
    assert commands(parsed("Cut the duties on inputs that exporters need."))
    assert not proposes(parsed("The treaty should have been signed by both sides."))
    assert not proposes(parsed("The farmer has to travel to Lahore."))
    assert not proposes(parsed("Nobody knows what the state should do."))


def test_stories() -> None:
    assert tells_of_the_past(parsed("The flood destroyed a thousand villages."))
    assert not tells_of_the_past(parsed("Floods destroy villages every year."))
