"""Clean and dirty examples for coverage.own-words."""

from __future__ import annotations

import pytest

from grader.context import Context, Task
from grader.model import Measurement, Source
from grader.segment import build
from tests.helpers import ANSWER, QUESTION, measured

CHECK = "coverage.own-words"
HANDOUT = (
    "The barges of the upper river carried salt and timber long before the railway reached the valley towns. When the "
    "railway came, the barge owners sold their boats for firewood and hired themselves out as porters at the new stations."
)
SECOND = "When the railway came, the barge owners sold their boats for firewood and hired themselves out as porters at the new stations."
OWN = "Nothing in the valley changed so fast. The loss of the barges left many families without a trade of their own."


def held(text: str, source: str = HANDOUT, question: str = "") -> tuple[Measurement, list[str]]:
    essay = build(text, "test")
    found = Context(essay, Task(question=question, sources=(Source("handout.md", source),))).measure(CHECK)
    assert found.error is None, found.error
    return found, [essay[finding.span] for finding in found.findings]


def test_clean() -> None:
    assert measured(CHECK, ANSWER).value == 1
    assert held(ANSWER)[0].value == 1
    assert held(OWN)[0].value == 1


def test_dirty() -> None:
    found, quoted = held(f"{OWN}\n\n{HANDOUT}")
    assert quoted == [HANDOUT]
    assert found.findings[0].message == "The same words stand in handout.md."
    assert found.value is not None and found.value < 0.5


def test_a_light_change_of_words_is_seen_through() -> None:
    changed = SECOND.replace("came", "arrived").replace("firewood", "fuel").replace("new ", "many new ")
    assert held(f"{OWN} {changed}")[1] == [changed]


@pytest.mark.parametrize(
    "text",
    [
        f"Marsh wrote: “{SECOND}” The loss was great.",
        f"> {SECOND}\n\nThe loss was great.",
        f"Marsh, who saw it himself, wrote of that year that “{SECOND[:-1].replace('When', 'when')}”, and few can doubt him.",
        "The owners of barges found work as porters after trains arrived, having burnt what they could not sell.",
    ],
)
def test_quotations_and_other_words_are_no_finding(text: str) -> None:
    found, quoted = held(f"{OWN}\n\n{text}")
    assert quoted == []
    assert found.value == 1


def test_names_and_set_phrases_are_nobodys() -> None:
    act = "the Royal Commission on the Inland Navigation of the Upper River and the Valley Towns"
    phrase = "Where there is a will, there is a way."
    source = f"It was {act} that reported first. {phrase}"
    assert held(f"{OWN} It was {act} that the porters asked for help in vain. {phrase}", source)[1] == []


def test_the_question_may_be_said_in_the_opening_and_in_the_close() -> None:
    asked = "Discuss the lasting effects of the new river tax on the merchants and small towns of the valley."
    again = "The lasting effects of the new river tax on the merchants and small towns of the valley are many."
    body = "\n\n".join(f"# {name}\n\n{OWN}" for name in ("Gains", "Losses"))
    text = f"# Introduction\n\n{again} They are old.\n\n{body}\n\n# Conclusion\n\nOn balance they are good. {again}"
    assert held(text, question=asked)[1] == []
    found, quoted = held(text.replace("# Losses\n\n", f"# Losses\n\n{again} "), question=asked)
    assert quoted == [again]
    assert found.findings[0].message == "These are the question's own words."


def test_it_does_not_apply_with_nothing_to_hold_it_against() -> None:
    assert measured(CHECK, OWN).value is None
    assert measured(CHECK, "# Heading", question=QUESTION).value is None
