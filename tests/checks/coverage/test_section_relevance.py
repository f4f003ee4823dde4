"""Clean and dirty examples for coverage.section-relevance."""

from __future__ import annotations

from grader.rubric import Point
from tests.helpers import ANSWER, measured, quotes

CHECK = "coverage.section-relevance"

POINTS = (
    Point("income", "The river tax gave the towns a steady income.", aliases=("receipts", "steady income")),
    Point("boats", "The tax drove small boats away.", aliases=("number of licences", "small boats")),
)
DRIFT = "\n\n3. OUR GLORIOUS POETS\n\nOur poets sang of roses and of moonlit gardens. Every child knows their verses by heart and recites them at weddings.\n\n"


def test_clean() -> None:
    assert measured(CHECK, ANSWER, points=POINTS).value == 1


def test_dirty() -> None:
    text = ANSWER.replace("3. WHAT THE CRITICS SAY", f"{DRIFT}4. WHAT THE CRITICS SAY").replace(
        "4. CONCLUSION", "5. CONCLUSION"
    )
    value = measured(CHECK, text, points=POINTS).value
    assert value is not None and value < 1
    assert quotes(CHECK, text, points=POINTS) == ["Our poets sang of roses and of moonlit gardens."]


def test_clean_where_a_part_of_the_question_is_taken_up() -> None:
    cause = "\n\n3. GREED\n\nThe biggest reason is greed, and nobody denies it.\n\n4. WHAT THE CRITICS SAY"
    text = ANSWER.replace("3. WHAT THE CRITICS SAY", cause).replace("4. CONCLUSION", "5. CONCLUSION")
    asked = "Explain the causes of the river tax in the towns of the valley."
    assert quotes(CHECK, text, points=POINTS, question=asked) == []
    assert quotes(CHECK, text.replace("reason", "evil"), points=POINTS, question=asked) == [
        "The biggest evil is greed, and nobody denies it."
    ]


def test_without_points_it_is_left_alone() -> None:
    assert measured(CHECK, ANSWER).value is None
    assert measured(CHECK, "It grew.", points=POINTS).value is None
