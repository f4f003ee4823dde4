"""Whose words a quotation holds, and whom a pronoun goes back to."""

from __future__ import annotations

import pytest

from grader.facts.claims import claims
from grader.facts.speakers import speaker
from tests.helpers import context_for


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('Brabant’s reply, "I would take nine for it", was an offer.', "Brabant"),
        ('T. S. Eldon heard in these lines "a man cheering himself up with noise".', "T. S. Eldon"),
        ('In the last act Oswin asks to be remembered as "one that loved the river too well".', "Oswin"),
        ('As the old rule has it, "the river belongs to all who drink of it".', ""),
        ('In Pakistan "the river belongs to all who drink of it".', ""),
        ('A great man has said, "the river belongs to all who drink of it".', ""),
    ],
)
def test_speaker(text: str, name: str) -> None:
    assert speaker(text) == name


def attributions(text: str) -> list[tuple[str, str]]:
    return [(one.attribution, one.source) for one in context_for(text).fact(claims)]


@pytest.mark.parametrize(
    "text",
    [
        "Dr Ambedkar saw the choice clearly. Moving the draft in 1948, he told the house that power must answer for itself.",
        "Kenneth Waltz wrote of states. He argued that nobody stands above them.",
        'Thirlwall (2004) found little gain. As he puts it, "most of the schemes have small effects at best".',
        'The towns had paid the toll for years and were tired of it by then.\n\nLord Ellis put the rule as follows:\n\nWhen a price is named, "an offer has been made to the world at large".',
    ],
)
def test_carried_over(text: str) -> None:
    assert attributions(text)[-1][0] == "named"


def test_nobody_is_carried_over_without_a_name() -> None:
    assert attributions("The towns had waited long. He argued that nobody stands above them.") == [("vague", "")]


def test_according_to_him_goes_back_to_the_name_before() -> None:
    found = attributions("Merton said that goals matter in 1938. According to him, 40 per cent lack the means.")
    assert found == [("named", "Merton"), ("named", "Merton")]
