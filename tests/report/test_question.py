"""The part of the report that takes the question apart."""

from __future__ import annotations

import re

from grader import render
from grader.marking import mark
from grader.segment import build
from tests.helpers import ANSWER
from tests.report.pages import POINTS, Outline


def part(text: str = ANSWER, **more: object) -> str:
    """The part's HTML."""
    page = render(mark(build(text, "an <essay>"), engine="none", **more))  # type: ignore[arg-type]
    return page.partition('<h2 id="question">')[2].partition('<h2 id="coverage">')[0]


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_each_part_and_move_has_its_line_or_what_to_write() -> None:
    shown = part(question="Critically examine the effects of the river tax and suggest a way forward.")
    said = words(shown)
    assert "“Critically examine” asks for merits and demerits" in said
    assert "The subject: river tax" in said
    assert re.search(r"✓ found the other side heard and answered Critics argue .*? line 13", said)
    assert "– not found measures proposed Give a section to measures" in said
    assert "#line-13" in Outline(shown).values("href")


def test_claims_are_listed_with_their_support_where_no_points_are_given() -> None:
    said = words(part())
    assert "What carries your claims 1 of 2 steps evidenced" in said
    assert "● evidenced The towns gained a steady income. line 9 According to the Harbour Board" in said
    assert "What carries your claims" not in words(part(points=POINTS))
    assert "The question taken apart" in words(part(points=POINTS))


def test_one_side_repeats_and_drift_are_shown_and_only_where_they_are() -> None:
    for chip in ("One side only", "said twice", "off the question?"):
        assert chip not in words(part(points=POINTS))
    again = (
        "Receipts rose to 4 million crowns a year according to the Harbour Board (2019), and three quays were rebuilt."
    )
    text = ANSWER.replace("Critics argue that the tax", "The tax").replace("WHAT THE CRITICS SAY", "MORE GAINS")
    text = text.replace("The objection forgets that", "But")
    text = text.replace("\n\n4. CONCLUSION", f" {again}\n\n4. POETS\n\nOur poets sang of roses.\n\n5. CONCLUSION")
    said = words(part(text, points=POINTS))
    assert "One side only: your own position, This answer argues" in said
    assert re.search(r"said twice According to the Harbour Board .* line 9 and again Receipts rose .* line 13", said)
    assert "off the question? Our poets sang of roses. line 17" in said


def test_without_a_question_the_steps_are_shown() -> None:
    said = words(part(ANSWER.partition("\n\n")[2]))
    assert said.startswith("The argument step by step")
    assert "What carries your claims" in said


def test_a_question_is_text_and_no_markup() -> None:
    assert "<script>" not in part(question="Discuss the <script>alert(1)</script> impact of the tax.")
