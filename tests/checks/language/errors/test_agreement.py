"""Clean and dirty examples for language.errors.agreement."""

from __future__ import annotations

import pytest

from tests.helpers import measured, quotes

CHECK = "language.errors.agreement"


@pytest.mark.parametrize(
    "text",
    [
        "It has failed.",
        "They have come.",
        "People believe it.",
        "Everyone is here.",
        "There are many reasons.",
        "Does it have a cost?",
        "Let it have time.",
        "The number of people is falling.",
        "I am agreed.",
        "The will of the people is the source of power.",
        "The voice of the people has been silenced.",
        "There is some progress and some success.",
        "There is many a slip.",
        "Does everyone have a vote?",
        "If anyone were to ask, nobody would know.",
        "They went on as though nothing were wrong.",
        "It is essential that he have a vote.",
        "The law demands that it have a quorum.",
        "They insisted that she do it.",
        "If, in the end, it were true, they would pay.",
        "The rights of each of the provinces are safe.",
        "The centre and each of the provinces have a share.",
        "He and she have agreed, and Nehru and he were friends.",
        "They are think tanks.",
        "We are think-tank people.",
    ],
)
def test_clean(text: str) -> None:
    assert quotes(CHECK, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It have failed.", ["have"]),
        ("They has come.", ["has"]),
        ("The people believes it.", ["believes"]),
        ("Everyone are here, and almost everybody knows. Nowadays everyone have it.", ["are", "have"]),
        ("There is many reasons.", ["is"]),
        ("I am agree with this view.", ["I am agree"]),
        ("Each of the towns have a quay.", ["have"]),
        ("It failed because he don’t care, and they was late.", ["don’t", "was"]),
        ("They say that we has time.", ["has"]),
        ("Poor people suffers.", ["suffers"]),
        ("We’re agree with this view.", ["We’re agree"]),
    ],
)
def test_dirty(text: str, expected: list[str]) -> None:
    assert quotes(CHECK, text) == expected


def test_says_the_right_form_with_the_apostrophe_as_written() -> None:
    findings = measured(CHECK, "It don’t help. They are agree. The people goes.").findings
    assert [finding.replacements[0] for finding in findings] == ["doesn’t", "They agree", "go"]
