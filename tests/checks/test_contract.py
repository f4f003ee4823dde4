"""What every check owes: a documented file, honest spans, and the same quiet answer on any text."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from grader import checks
from grader.context import Context, Task
from grader.lexicon import load as lexicon
from grader.model import Measurement
from grader.rubric import Point, PointSet
from grader.segment import build
from tests.helpers import ANSWER, QUESTION

HERE = Path(__file__).parent
LONG = ANSWER + "\n\n".join(
    f"Step {i} of the argument goes on because the towns gained {i} crowns in {1900 + i % 120}, as the report of the "
    f"board says, and the merchants have agreed that the quay number {i} was built in time."
    for i in range(1400)
)
TEXTS = {
    "empty": "",
    "blank": " \n\n \t\n",
    "one word": "Pakistan",
    "one letter": "a",
    "punctuation": "... !!! ??? ~~ ~~ ^{} ** ## | | | \n- \n1. \n",
    "emoji": "The plan 😀 is good 👍🏽. It have 🇵🇰 failed.\n\n# 🎯 Aim\n\nWe agree 😀 😀.",
    "right to left": "قومی زبان اردو ہے۔ یہ ایک جملہ ہے۔\n\nשלום עולם. זה משפט.",
    "headings only": "# One\n\n# Two\n\n## Three\n\n# Four",
    "outline only": "OUTLINE\n\n1. One\n2. Two\n",
    "references only": "REFERENCES\n\nKhan, A. (2019). A book. A press.",
    "unclosed marks": "He ~~said that ^{the **plan was good. \n\n> quoted\n\n| a | b |\n",
    "control characters": "The plan\x0c is\u2028 good.\x85 It\u00a0has\u200b failed\ufeff.",
    "capitals": "THE TOWNS OF THE VALLEY HAS GAINED MUCH FROM THE TAX. THEY WAS RICH BEFORE IT, AND DİSCUSS ABOUT IT.\n\n# İSTANBUL",
    "a quoted line": "> He said that the tax was good.\n\nHe said > it was so.\n\n>\n",
    "a small answer": ANSWER,
}
POINTS = PointSet(
    (Point("p", "The towns gained a steady income from the tax.", aliases=("steady income", "receipt*")),)
)
TASK = Task(question=QUESTION, target_words=(100, 200), min_words=50, max_words=300)


def contexts(text: str) -> list[Context]:
    essay = build(text, "test")
    return [Context(essay, Task()), Context(essay, TASK, POINTS)]


@pytest.mark.parametrize("check_id", checks.ids())
class TestEveryCheck:
    def test_says_what_it_looks_for_and_shows_both_sides(self, check_id: str) -> None:
        module = checks.load(check_id)
        text = inspect.getdoc(module) or ""
        assert len(text.split("\n\n")) >= 3, "what it looks for, why, and examples"
        assert "\nGood: " in text and "\nBad: " in text
        assert module.TITLE and not module.TITLE.endswith(".")
        assert inspect.getdoc(module.check), "the measurement's unit, and when it is None"

    def test_has_clean_and_dirty_examples_of_its_own(self, check_id: str) -> None:
        parts = check_id.replace("-", "_").split(".")
        proof = HERE.joinpath(*parts[:-1], f"test_{parts[-1]}.py")
        text = proof.read_text() if proof.exists() else ""
        assert "def test_clean" in text, f"{proof} lacks a clean example"
        assert "def test_dirty" in text, f"{proof} lacks a dirty example"

    @pytest.mark.parametrize("name", TEXTS)
    def test_takes_any_text(self, check_id: str, name: str) -> None:
        for context in contexts(TEXTS[name]):
            measurement = context.measure(check_id)
            assert measurement.error is None, measurement.error
            hold_to_contract(context, measurement)

    def test_answers_the_same_twice_and_alters_nothing(self, check_id: str) -> None:
        first, second = contexts(ANSWER)[1], contexts(ANSWER)[1]
        before = (first.essay.text, first.essay.blocks, first.essay.sentences)
        assert first.measure(check_id) == second.measure(check_id)
        assert (first.essay.text, first.essay.blocks, first.essay.sentences) == before

    def test_belongs_to_one_topic_of_advice(self, check_id: str) -> None:
        if check_id.startswith("language.errors."):
            return  # detectors reach the student through language.error-density
        topics = [topic for topic, entry in lexicon("advice")["topics"].items() if check_id in entry["checks"]]
        assert len(topics) == 1
        assert check_id in lexicon("advice")["praise"]
        assert lexicon("authorities")[check_id], "what the check rests on"


def hold_to_contract(context: Context, measurement: Measurement) -> None:
    text = context.essay.text
    if measurement.value is None:
        assert measurement.note, "a check that does not apply says why"
        assert not measurement.findings or "no marks rest on it" in measurement.note
    else:
        assert measurement.value == measurement.value, "not a number"
        assert measurement.unit
    spans = [finding.span for finding in measurement.findings]
    assert spans == sorted(spans)
    for finding in measurement.findings:
        assert 0 <= finding.span.start < finding.span.end <= len(text)
        assert text[finding.span.start : finding.span.end].strip()
        assert finding.message.endswith((".", "?", "!"))
        assert finding.kind
    if measurement.quote:
        assert text[measurement.quote.start : measurement.quote.end].strip()


def test_long_texts_are_marked_in_good_time() -> None:
    """50,000 words: nothing may be quadratic. The bound is generous; a quadratic check takes minutes."""
    from time import process_time

    context = Context(build(LONG, "long"), TASK, POINTS)
    assert context.essay.words > 45_000
    started = process_time()
    for check_id in checks.ids():
        measurement = context.measure(check_id)
        assert measurement.error is None, measurement.error
        hold_to_contract(context, measurement)
    assert process_time() - started < 60


def test_advice_names_only_checks_that_exist() -> None:
    named = {check for entry in lexicon("advice")["topics"].values() for check in entry["checks"]}
    assert named | set(lexicon("advice")["praise"]) <= set(checks.ids())
