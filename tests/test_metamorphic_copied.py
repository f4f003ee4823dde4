"""Paste what stands elsewhere into an answer, and no mark changes; what is the writer's own stays the writer's."""

from __future__ import annotations

import itertools
import re
from functools import cache

import pytest

from grader import load_points, load_rubric, mark
from grader.model import Source
from grader.result import Result, to_json
from grader.segment import build
from tests.conftest import ROOT

POINTS = load_points(ROOT / "samples/climate-water.points.yaml")
WEAK = (ROOT / "samples/climate-water-weak.txt").read_text(encoding="utf-8").rstrip()
STRONG = (ROOT / "samples/climate-water-strong.md").read_text(encoding="utf-8")
MODEL = Source("model.md", STRONG)
PASTED = [part for part in STRONG.split("\n\n") if len(part) > 250][1:5]


@cache
def marked(text: str, *sources: Source, question: str = "") -> Result:
    rubric = load_rubric("css-current-affairs")
    return mark(build(text, "essay"), rubric, question=question, points=POINTS, engine="none", sources=sources)


def marks(result: Result) -> dict[str, float]:
    return {one.id: one.marks or 0.0 for one in result.criteria}


def changed(text: str) -> str:
    """Every sixth word another."""
    count = itertools.count(1)
    return re.sub(r"\w+", lambda match: "indeed" if next(count) % 6 == 0 else match.group(), text)


@pytest.mark.parametrize("alter", [str, changed, str.upper], ids=["as it stands", "one word in six", "in capitals"])
def test_a_pasted_model_answer_raises_no_criterion(alter: type[str]) -> None:
    before = marks(marked(WEAK, MODEL))
    after = marks(marked(f"{WEAK}\n\n" + "\n\n".join(map(alter, PASTED)), MODEL))
    assert all(after[one] <= before[one] + 0.03 for one in before), (before, after)


def test_without_the_source_the_same_paste_would_pay() -> None:
    before, after = marked(WEAK), marked(f"{WEAK}\n\n" + "\n\n".join(PASTED))
    assert sum(marks(after).values()) > sum(marks(before).values()) + 2


def test_a_paste_put_in_quotation_marks_as_a_whole_pays_no_more() -> None:
    before = marks(marked(WEAK, MODEL))
    after = marks(marked(f"{WEAK}\n\n" + "\n\n".join(f"“{part}”" for part in PASTED), MODEL))
    assert all(after[one] <= before[one] + 0.03 for one in before), (before, after)


def test_the_question_again_and_again_raises_no_criterion() -> None:
    asked = marked(WEAK).essay.question
    body, close = WEAK.split("\n\nConclusion")
    stuffed = body + f"\n\nWe have to {asked[0].lower()}{asked[1:]}" * 6 + "\n\nConclusion" + close
    before, after = marks(marked(WEAK)), marks(marked(stuffed))
    assert all(after[one] <= before[one] + 0.03 for one in before), (before, after)


def test_an_answer_of_ones_own_is_marked_alike_with_and_without_sources() -> None:
    assert marks(marked(WEAK, MODEL)) == marks(marked(WEAK))
    assert marked(WEAK, MODEL).measurements["coverage.own-words"].value == 1


def test_the_paste_is_said_and_shown_neutrally() -> None:
    result = marked(f"{WEAK}\n\n" + "\n\n".join(PASTED), MODEL)
    said = next(flag.say for flag in result.flags if flag.id == "not-own-words")
    assert "words in model.md" in said and said.endswith("It was left out of the credit.")
    found = [one for one in result.findings if one.check == "coverage.own-words"]
    assert [one.quote for one in found] == PASTED
    assert {one.message for one in found} == {"The same words stand in model.md."}
    assert not re.search(r"cheat|plagiar|copied from", to_json(result).decode(), re.IGNORECASE)


def test_a_point_that_only_pasted_words_make_is_shown_and_not_made() -> None:
    text = f"{WEAK}\n\n" + "\n\n".join(PASTED)
    without, pasted = ({one.id: one for one in marked(each, MODEL).points} for each in (WEAK, text))
    assert {one for one in pasted if pasted[one].state != without[one].state} == set()
    assert any(one.nearest and one.nearest.quote in STRONG for one in pasted.values() if one.state == "missing")


def test_another_subject_with_the_questions_words_in_it_stays_off_the_topic() -> None:
    asked = "Discuss the effects of the river tax on the small towns of the northern valley."
    plain, stuffed = marked(WEAK, question=asked), marked(f"{WEAK}\n\n{asked[8:]}\n\n{asked[8:]}", question=asked)
    assert {one.capped_by for one in (plain, stuffed)} == {"off-topic"}
