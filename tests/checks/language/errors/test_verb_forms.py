"""Clean and dirty examples for language.errors.verb-forms."""

from __future__ import annotations

import pytest

from grader.lexicon import load
from grader.syntax import irregular_verbs, past_to_base, past_to_participle
from tests.helpers import measured, quotes

CHECK = "language.errors.verb-forms"


@pytest.mark.parametrize(
    "text",
    [
        "They did not learn it.",
        "It has become clear.",
        "The vote can be won.",
        "He found it and left.",
        "The law was passed and the rate has risen.",
        "They have left the town.",
        "Rents would have fallen.",
        "There should be control over prices, and there will be need for it.",
        "There must be give and take.",
        "There has been use of force.",
        "What it needs must be control of prices.",
        "In May came the flood.",
        "The free will given to us is not a political will seen often.",
        "A will written in 1948 was found.",
        "What Jinnah did became known; what they could do became clear.",
        "They did what they could given the cost.",
        "Leaded petrol was banned, and he went on bended knee.",
        "Mines may explode, and the mine is to be explode-proof.",
    ],
)
def test_clean(text: str) -> None:
    assert quotes(CHECK, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They did not learnt it.", ["learnt"]),
        ("It has became clear.", ["became"]),
        ("The vote can be win.", ["win"]),
        ("The news spreaded fast.", ["spreaded"]),
        ("It should be ban now.", ["ban"]),
        ("The towns have went dry.", ["went"]),
        ("We should gave it back.", ["gave"]),
        ("The League had began to wane.", ["began"]),
        ("They will went home, and he may gave it.", ["went", "gave"]),
        ("They don’t knew it.", ["knew"]),
        ("Prices can be stop; they must be control by law.", ["stop", "control"]),
    ],
)
def test_dirty(text: str, expected: list[str]) -> None:
    assert quotes(CHECK, text) == expected


def test_says_the_right_form_and_is_grave() -> None:
    (finding,) = measured(CHECK, "It has became clear.").findings
    assert finding.replacements == ("become",)
    assert finding.severity == "major"


def test_consonants_are_doubled() -> None:
    findings = measured(CHECK, "Prices can be stop. It must be control.").findings
    assert [finding.replacements[0] for finding in findings] == ["stopped", "controlled"]


def test_every_entry_has_an_effect() -> None:
    forms = {form for _, past, participle in irregular_verbs() for form in (past, participle)}
    reached = {*past_to_base(), *past_to_participle()}
    assert set(load("verbs")["also_base"]) <= forms
    assert [base for base, past, participle in irregular_verbs() if not {past, participle} & reached] == []
