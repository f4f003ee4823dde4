"""Clean and dirty examples for structure.topic-sentences."""

from __future__ import annotations

from tests.helpers import ANSWER, context_for, measured, quotes

CHECK = "structure.topic-sentences"
FACTS = (
    "In 2018 a new quay was opened in Kessel. In 2019 the road to Varna followed it. In 2020 two cranes came from Oslo."
)


def body(paragraph: str) -> str:
    return f"The tax is old.\n\n{paragraph}\n\nThat is all."


def test_clean() -> None:
    assert measured(CHECK, ANSWER).value == 1
    assert quotes(CHECK, ANSWER) == []
    claim = "The tax must be lowered because it drives the small boats away."
    context = context_for(body(f"{claim} {FACTS}"))
    assert context.essay[context.measure(CHECK).quote] == claim  # type: ignore[index]


def test_dirty_facts_without_their_point() -> None:
    assert measured(CHECK, body(FACTS)).value == 0
    assert quotes(CHECK, body(FACTS)) == ["In 2018 a new quay was opened in Kessel."]


def test_dirty_another_point_in_the_same_paragraph() -> None:
    other = "Village schools are also short of teachers."
    assert quotes(CHECK, body(f"{FACTS} {other}")) == [other]


def test_clean_remedies_stand_side_by_side() -> None:
    remedies = "The board should lower the tax. It should open its books. It should mend the quays."
    assert quotes(CHECK, body(f"{remedies} Teachers should also be sent to the upper villages.")) == []


def test_without_longer_paragraphs_it_does_not_apply() -> None:
    assert measured(CHECK, "One. Two.").value is None
