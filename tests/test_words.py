"""Spellings that differ as British and American do, and misspellings that only look like it."""

from __future__ import annotations

import pytest

from grader.words import same_but_for_variety


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("neighboring", "neighbouring"),
        ("behavioral", "behavioural"),
        ("dishonorable", "dishonourable"),
        ("organized", "organised"),
        ("Realization", "realisation"),
        ("analyzing", "analysing"),
        ("traveled", "travelled"),
        ("centered", "centred"),
        ("liters", "litres"),
        ("defenseless", "defenceless"),
        ("fulfill", "fulfil"),
        ("aging", "ageing"),
        ("catalog", "catalogue"),
        ("maneuvering", "manoeuvring"),
        ("gray", "grey"),
        ("encyclopedia", "encyclopaedia"),
    ],
)
def test_two_varieties(one: str, other: str) -> None:
    assert same_but_for_variety(one, other)
    assert same_but_for_variety(other, one)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("existense", "existence"),
        ("dependense", "dependence"),
        ("influense", "influence"),
        ("residense", "residence"),
        ("sentense", "sentence"),
        ("hopefull", "hopeful"),
        ("faithfull", "faithful"),
        ("wonderfull", "wonderful"),
        ("helpfull", "helpful"),
        ("allmost", "almost"),
        ("allways", "always"),
        ("fullfil", "fulfil"),
        ("controling", "controlling"),
        ("humourous", "humorous"),
        ("doctour", "doctor"),
        ("advize", "advise"),
        ("travell", "travel"),
        ("noticable", "noticeable"),
    ],
)
def test_a_misspelling_is_no_variety(wrong: str, right: str) -> None:
    assert not same_but_for_variety(wrong, right)
