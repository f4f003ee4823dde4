"""Clean and dirty examples for structure.thesis."""

from __future__ import annotations

import pytest

from tests.helpers import ANSWER, measured, quotes

CHECK = "structure.thesis"

HEAD = "Q. Discuss the effects of the river tax on the towns of the valley.\n\n# Introduction\n\n"
TAIL = "\n\n# Gains\n\nThe towns gained a steady income.\n\n# Conclusion\n\nThat is all."


@pytest.mark.parametrize(
    "sentence",
    [
        "This answer argues that the river tax helped the towns.",
        "In my view the tax did more harm than good to the valley.",
        "I shall argue that the towns of the valley lost by it.",
        "I am agree with the statement because its harms are more than its benefits.",
    ],
)
def test_clean(sentence: str) -> None:
    measurement = measured(CHECK, f"{HEAD}The tax is old. {sentence}{TAIL}")
    assert measurement.value == 1
    assert measurement.quote is not None


def test_clean_a_judgement_on_the_subject_is_read_as_a_position() -> None:
    text = "The river tax has taken more from the towns of the valley than it has given, because its owners answer to nobody."
    assert measured(CHECK, f"{HEAD}{text}{TAIL}").value == 0.7


@pytest.mark.parametrize(
    "sentence",
    [
        "There are many effects of the river tax on the towns, which will be discussed.",
        "The river tax is a burning issue in the valley.",
        "Has the river tax helped the towns of the valley more than it has hurt them?",
    ],
)
def test_dirty(sentence: str) -> None:
    text = f"{HEAD}{sentence}{TAIL}"
    assert measured(CHECK, text).value == 0
    assert quotes(CHECK, text) == [sentence]


def test_a_position_in_the_body_is_not_a_thesis() -> None:
    text = (
        f"{HEAD}The tax is old.\n\n# Gains\n\nThis answer argues that the tax helped.\n\n# Conclusion\n\nThat is all."
    )
    assert measured(CHECK, text).value == 0


def test_struck_words_are_not_a_thesis() -> None:
    text = f"{HEAD}The tax is old. ~~This answer argues that the tax helped.~~{TAIL}"
    assert measured(CHECK, text).value == 0
    assert measured(CHECK, ANSWER).value == 1
