"""The whole line of a draft."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.drafting import Draft, Source, draft, review, to_yaml
from grader.drafting.clauses import MOST_WORDS
from grader.drafting.propose import MOST_POINTS
from grader.readers import read
from grader.rubric import load_points, point_lines
from grader.segment.tokens import WORD, count_words
from tests.conftest import ROOT
from tests.drafting.helpers import ANSWER, OTHER, QUESTION, source

SAMPLES = [ROOT / "samples" / f"climate-water-{name}" for name in ("strong.md", "good.md", "middling.txt")]
WATER = "Discuss the impact of climate change on Pakistan's water security and suggest measures to deal with it."


def test_two_sources_that_say_the_same_give_one_point() -> None:
    found = draft([source(ANSWER, "a.md"), source(OTHER, "b.md")], QUESTION)
    first = found.points[0]
    assert first.sources == 2
    assert {place.label for place in first.places} == {"a.md", "b.md"}
    assert first.paraphrases
    assert [point.group for point in found.points] == sorted(point.group for point in found.points)
    assert [point.id for point in found.points] == [f"p{i:02}" for i in range(1, len(found.points) + 1)]


def test_a_draft_of_nothing() -> None:
    assert draft([source("Rain fell.")], QUESTION) == Draft(QUESTION, ("answer.md",), (), ())
    assert draft([], QUESTION).points == ()


def test_too_many_are_left_out_and_named() -> None:
    names = [first + second for first in "bdfgklmnrst" for second in ("apan", "orik", "ulef")]
    text = "# Causes\n\n" + "".join(f"## Loss of {name} and {name[::-1]}o\n\n" for name in names)
    found = draft([source(text)], QUESTION)
    assert len(found.points) == MOST_POINTS
    assert len(found.left_out) == len(names) - MOST_POINTS


@pytest.fixture(scope="module")
def water() -> Draft:
    return draft([Source(path.name, read(path)) for path in SAMPLES], WATER)


def test_the_draft_of_the_samples_is_a_points_file(water: Draft, tmp_path: Path) -> None:
    path = tmp_path / "water.yaml"
    path.write_text(to_yaml(water), encoding="utf-8")
    read_back = load_points(path)
    assert [(point.id, point.text, point.aliases, point.group) for point in read_back.points] == [
        (point.id, point.text, point.aliases, point.group) for point in water.points
    ]
    assert read_back.question == WATER
    marked = {point.id for point in water.points if point.needs_claim}
    assert {remark.point for remark in review(read_back, point_lines(path))} <= marked, (
        "a draft is as its check wants it"
    )


def test_the_draft_of_the_samples_covers_both_halves_of_the_question(water: Draft) -> None:
    assert 10 <= len(water.points) <= MOST_POINTS
    assert {"effects", "way_forward", "counter-view"} <= {point.group for point in water.points}
    assert sum(point.sources > 1 for point in water.points) >= 2
    for group in {point.group for point in water.points}:
        counts = [point.sources for point in water.points if point.group == group]
        assert counts == sorted(counts, reverse=True), "what more sources say comes first in its group"


def test_every_word_of_a_draft_is_a_word_of_its_sources(water: Draft) -> None:
    known = {word.lower() for path in SAMPLES for word in WORD.findall(path.read_text(encoding="utf-8"))}
    known |= {part for word in known for part in re.split("[-‐‑]", word)}
    for point in water.points:
        assert count_words(point.text) <= MOST_WORDS
        for text in (point.text, *point.paraphrases, *point.aliases):
            assert {word.lower() for word in WORD.findall(text)} <= known, text


def test_the_same_sources_give_the_same_draft(water: Draft) -> None:
    again = draft([Source(path.name, read(path)) for path in SAMPLES], WATER)
    assert to_yaml(again) == to_yaml(water)


LINES = st.lists(
    st.sampled_from(
        ["# ", "## 1. ", "2.1 ", "- ", "", "Firstly, ", "Critics argue that ", "SILT IN DAMS", "\n\n", "The *dams* must be cleaned of a*b silt.",
         "Old canals leak because nobody repairs them. ", "It \x07 falls; and “so” (Khan, 2019) on.", "Tube wells drain: the aquifer", "OUTLINE", "~~x~~ ^{y}"]
    ),
    min_size=1,
    max_size=30,
)  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(one=LINES, other=LINES)
def test_whatever_the_sources_hold_the_draft_is_a_points_file(one: list[str], other: list[str], tmp_path: Path) -> None:
    sources = [source("".join(one) + "\nword", "a.md"), source("\n".join(other) + "\nword", "b.md")]
    found = draft(sources, QUESTION)
    if found.points:
        path = tmp_path / "p.yaml"
        path.write_bytes(to_yaml(found).encode())
        assert len(load_points(path).points) == len(found.points)
