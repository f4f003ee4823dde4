"""Clean and dirty examples for structure.coherence."""

from __future__ import annotations

import random

import pytest

from grader.matching import encoder as encoders
from tests.helpers import measured, quotes

CHECK = "structure.coherence"
# One subject and three sections; each paragraph goes from its claim to its case.
SECTIONS = {
    "Old canals": [
        "Most of the valley's canals were dug in 1890.",
        "These canals were never lined, so half of their water sinks into the sand.",
        "What sinks there is lost to the fields at the end of the canal.",
        "In 1998 a survey of the water board found that such fields get one watering in place of three.",
        "Their owners have therefore begun to sell.",
    ],
    "A crop that drinks too much": [
        "Sugar has taken the place of cotton on the better land.",
        "A field of sugar needs four times the water of a field of cotton.",
        "The mills pay for it all the same, because the price of sugar is fixed by the state.",
        "As long as this price stands, no grower will go back to cotton.",
    ],
    "Schools without girls": [
        "The third loss is to the schools.",
        "When a well runs dry, it is the daughters who are sent to fetch water.",
        "They walk for two hours and miss the first lessons.",
        "Teachers say that a girl who misses a month does not come back.",
        "For example, one school near the desert had sixty girls in 2005 and eleven in 2015.",
    ],
    "What the board can do": [
        "The water board has two tools, a licence and a fee.",
        "First, it should license no new mill where the wells are falling.",
        "Second, it should raise the fee for water step by step.",
        "Such a fee would hurt at first, but the money could line the canals.",
        "Lined canals would give back more than the fee takes.",
    ],
}


SIDE_ROADS = [
    "The roads of the valley were paved in 1970.",
    "Since then nobody has mended them, and lorries break their axles.",
    "A lorry that stands by the road for a day loses its load of fruit.",
    "That loss is paid by the farmer, not by the driver.",
]


def text_of(sections: dict[str, list[str]]) -> str:
    return "\n\n".join(f"# {title}\n\n{' '.join(sentences)}" for title, sentences in sections.items())


def value(text: str) -> float:
    found = measured(CHECK, text).value
    assert found is not None
    return found


def test_clean() -> None:
    assert value(text_of(SECTIONS)) > 0.5
    assert quotes(CHECK, text_of(SECTIONS)) == []


@pytest.mark.parametrize("seed", range(5))
def test_dirty_sentences_shuffled_over_the_answer(seed: int) -> None:
    places = [sentence for sentences in SECTIONS.values() for sentence in sentences]
    random.Random(seed).shuffle(places)
    rest = iter(places)
    shuffled = {title: [next(rest) for _ in sentences] for title, sentences in SECTIONS.items()}
    assert value(text_of(shuffled)) < value(text_of(SECTIONS)) - 0.2


@pytest.mark.parametrize("seed", range(5))
def test_dirty_sentences_shuffled_within_paragraphs(seed: int) -> None:
    chance = random.Random(seed)
    shuffled = {title: chance.sample(sentences, len(sentences)) for title, sentences in SECTIONS.items()}
    assert value(text_of(shuffled)) < value(text_of(SECTIONS))


def test_dirty_sections_under_the_wrong_headings() -> None:
    titles = [*SECTIONS]
    moved = dict(zip([*titles[1:], titles[0]], SECTIONS.values(), strict=True))
    measurement = measured(CHECK, text_of(moved))
    assert measurement.value is not None and measurement.value < value(text_of(SECTIONS)) - 0.2
    assert "do not fit their headings" in measurement.note


def test_dirty_sentences_out_of_place_are_shown_where_the_order_is_bad(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("grader.checks.structure.coherence.LOW", 0.2)  # so short a text is drawn to the middle
    each = [*SECTIONS.values(), SIDE_ROADS]
    dealt = "\n\n".join(" ".join(reversed(row)) for row in zip(*(one[:4] for one in each), strict=True))
    measurement = measured(CHECK, dealt)
    assert measurement.value is not None and measurement.value < 0.2
    assert "could as well stand in another order" in measurement.note
    assert 0 < len(measurement.findings) <= 3
    assert {finding.kind for finding in measurement.findings} == {"sentence out of place"}
    assert measurement.findings[0].message.startswith("This sentence is nearer to the paragraph that begins “")


def test_dirty_a_pronoun_leans_on_the_heading() -> None:
    text = text_of({**SECTIONS, "Teachers": ["They are badly paid.", "A driver earns more than a teacher."]})
    assert quotes(CHECK, text) == ["They are badly paid."]
    assert "nothing before it in the text" in measured(CHECK, text).findings[0].message


def test_clean_openings_that_lean_on_nothing() -> None:
    for opening in ("Those who teach are badly paid.", "This valley is dry.", "It is said that teachers are poor."):
        assert quotes(CHECK, text_of({**SECTIONS, "Teachers": [opening, "A driver earns more."]})) == []
    assert quotes(CHECK, text_of(SECTIONS) + "\n\nThey are badly paid.") == []


def test_saying_it_all_twice_changes_nothing() -> None:
    text = "\n\n".join(" ".join(sentences) for sentences in SECTIONS.values())
    assert value(f"{text}\n\n{text}") == pytest.approx(value(text))


def test_by_words_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoders, "encoder", lambda: None)
    text = text_of(SECTIONS)
    shuffled = {title: [*sentences[2:], *sentences[:2]][::-1] for title, sentences in SECTIONS.items()}
    assert value(text_of(shuffled)) < value(text)


def test_a_short_answer_is_not_judged() -> None:
    assert measured(CHECK, " ".join(SECTIONS["Old canals"])).value is None
