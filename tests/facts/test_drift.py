"""Paragraphs that drift from the question, and those that are tied to it otherwise than by the expected points."""

from __future__ import annotations

import pytest

from grader.facts.drift import drifting
from grader.rubric.model import Point
from tests.helpers import ANSWER, context_for

POINTS = (Point("g", "The towns gained a steady income."), Point("p", "Penguins lay their eggs on the ice."))
QUESTION = "Discuss the effects and the problems of the river tax."
LONG = "Our poets sang of roses and every child knows their verses by heart, for the singers of the shrine have set them to music long ago."


def astray(paragraph: str, heading: str = "") -> list[str]:
    end = "\n\n4. CONCLUSION"
    assert end in ANSWER
    text = ANSWER.replace(end, f"\n\n{heading}{paragraph}{end}")
    context = context_for(text, question=QUESTION, points=POINTS)
    return [context.essay[one.sentences[0].span] for one in context.fact(drifting) or ()]


def test_dirty() -> None:
    assert astray(LONG) == [LONG]
    assert astray("Our poets sang of roses.", "3B. POETS\n\n") == ["Our poets sang of roses."]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Our poets sang of roses.",  # a short paragraph leads in or sums up
        f"A third problem is of another kind. {LONG}",
        f"The last and worst effect is seen at night. {LONG}",
    ],
)
def test_clean(paragraph: str) -> None:
    assert astray(paragraph) == []


def test_counting_off_what_nobody_asked_for_is_no_tie() -> None:
    assert astray(f"A third cricketer is my uncle. {LONG}") != []
    assert astray(f"A third is said to be a problem. {LONG}") != []


def test_in_an_answer_without_headings_a_short_paragraph_leads_in_or_sums_up() -> None:
    bare = "\n\n".join(part for part in ANSWER.strip().split("\n\n") if not part[0].isdigit())
    for paragraph, expected in ((LONG, [LONG]), ("Our poets sang of roses.", [])):
        context = context_for(
            bare.replace("On balance", f"{paragraph}\n\nOn balance"), question=QUESTION, points=POINTS
        )
        assert [context.essay[one.sentences[0].span] for one in context.fact(drifting) or ()] == expected


def test_the_other_side_heard_and_answered_is_to_the_point() -> None:
    view = "Some people say that the poets of the shrine should be paid from the purse of the court, for their songs are dear to all."
    answer = "However, a song that is bought is no song, and the singers themselves have never asked for a coin."
    critics = next(part for part in ANSWER.split("\n\n") if part.startswith("Critics"))

    def found(paragraph: str) -> bool:
        context = context_for(ANSWER.replace(critics, paragraph), question=QUESTION, points=POINTS)
        return bool(context.fact(drifting))

    assert found(view)
    assert not found(f"{view} {answer}")
