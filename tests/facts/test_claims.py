"""Checkable claims and who vouches for them."""

from __future__ import annotations

import pytest

from grader.facts.claims import claims, named_sources
from tests.helpers import context_for


def claim(text: str) -> tuple[str, str] | None:
    found = context_for(text).fact(claims)
    return (found[0].kind, found[0].attribution) if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reserves fell to 3 billion dollars.", ("statistic", "none")),
        ("Growth was nearly six per cent.", ("statistic", "none")),
        ("The quay was built in March 1904.", ("dated fact", "none")),
        ("According to the State Bank, reserves fell to 3 billion dollars.", ("statistic", "named")),
        ("According to a report, reserves fell by half of their value.", ("statistic", "vague")),
        ("Experts say that the towns will gain.", ("reported claim", "vague")),
        ("Doctors say that it is harmful.", ("reported claim", "vague")),
        ("A study of MIT says that lies travel faster.", ("reported claim", "named")),
        ("Husain described it as a rigged market.", ("reported claim", "named")),
        ("The National Nutrition Survey of 2018 found that 40 per cent were stunted.", ("statistic", "named")),
        ('Iqbal has said, "Nations are born in the hearts of poets."', ("quotation", "named")),
        ('A great man has said, "Nations are born in schools."', ("quotation", "vague")),
        ("The towns gained a lot.", None),
        ("The board should spend 40 per cent on schools.", None),
        ("India has said no.", None),
        ("Crowds broke into the United States Capitol.", None),
    ],
)
def test_kinds_and_attribution(text: str, expected: tuple[str, str] | None) -> None:
    assert claim(text) == expected


def test_a_source_carries_over_to_its_next_sentence() -> None:
    text = "The World Bank (2022) put growth at 3 per cent. It added that exports fell by 2 per cent."
    assert [one.attribution for one in context_for(text).fact(claims)] == ["named", "named"]


def test_sources_are_counted_once() -> None:
    text = "The World Bank (2022) put it at 3 per cent. According to the World Bank, it fell by 2 per cent."
    assert context_for(text).fact(named_sources) == ("World Bank",)


def test_struck_claims_and_remarks_are_no_claims() -> None:
    assert claim("It ~~fell to 3 billion dollars~~ fell.") is None
