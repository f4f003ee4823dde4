"""Words that stand twice."""

from __future__ import annotations

from grader.facts.retold import retold
from tests.helpers import ANSWER, context_for

LINE = "The harbour board repaired the rotten quays within a year."
SAYING = "“A quay that nobody mends belongs to the sea”"


def found(text: str) -> list[tuple[str, str]]:
    context = context_for(text)
    return [(one.kind, context.essay[one.again]) for one in context.fact(retold)]


def test_a_sentence_that_stands_again_is_found_at_its_second_place() -> None:
    assert found(f"{LINE} Trade grew.\n\nRents rose. {LINE}") == [("sentence", LINE)]


def test_a_quotation_inside_other_words_is_found() -> None:
    text = f"He said {SAYING} and left.\n\nTrade grew. As we read, {SAYING}, though nobody knew it."
    assert found(text) == [("quotation", SAYING.strip("“”"))]


def test_what_is_said_once_or_is_short_is_not() -> None:
    assert found(ANSWER) == []
    assert found("It was not so. Trade grew. It was not so.") == []
