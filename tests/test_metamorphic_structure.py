"""Structure, relevance and gaming: change one thing in an answer, and only what belongs to it moves.

Over all samples, and over the shared labelled answers where they are there. "Moves" is measured as a share of each criterion's own
marks. What an answer has not (an outline, headings) cannot be taken from it, and is skipped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest

from grader import load_points, load_rubric, mark
from grader.matching.encoder import Encoded, Encoder
from grader.result import Result
from grader.segment import build
from grader.segment.similarity import same_title
from tests import altered
from tests.conftest import ROOT, SHARED

STILL = 0.05
ANSWERS = [
    (path, ROOT / "samples/climate-water.points.yaml")
    for path in sorted((ROOT / "samples").glob("climate-water-*.[mt]*"))
    if path.suffix in (".md", ".txt")
]
ANSWERS += [(path, path.parent / "question.yaml") for path in sorted((SHARED / "data/css").glob("*/*.md"))]
each_answer = pytest.mark.parametrize("answer", ANSWERS, ids=[f"{path.parent.name}-{path.stem}" for path, _ in ANSWERS])
Answer = tuple[Path, Path]


@pytest.fixture(autouse=True, scope="module")
def sentences_read_once() -> Iterator[None]:
    """Altered answers share most sentences: the encoder need not read them again in every test."""
    read: dict[str, Encoded] = {}
    encode = Encoder.encode

    def remembered(self: Encoder, texts: Sequence[str]) -> list[Encoded]:
        new = [text for text in dict.fromkeys(texts) if text not in read]
        read.update(zip(new, encode(self, new), strict=True))
        return [read[text] for text in texts]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Encoder, "encode", remembered)
        yield


@cache
def plain(path: Path) -> str:
    return altered.without_remark(path.read_text("utf-8"))


@cache
def marked(text: str, points: Path) -> Result:
    return mark(build(text, "essay"), load_rubric("css-current-affairs"), points=load_points(points), engine="none")


def compared(answer: Answer, text: str | None) -> tuple[Result, Result, dict[str, float]]:
    """The results before and after, and how each criterion moved."""
    before = plain(answer[0])
    if text is None:
        pytest.skip("the answer has nothing of the kind")
    assert text != before
    one, other = marked(before, answer[1]), marked(text, answer[1])
    moved = {
        a.id: ((b.marks or 0.0) - (a.marks or 0.0)) / a.out_of
        for a, b in zip(one.criteria, other.criteria, strict=True)
    }
    return one, other, moved


def value(result: Result, check: str) -> float | None:
    return result.measurements[check].value


def still(moved: dict[str, float], *but: str) -> None:
    for name, step in moved.items():
        assert name in but or abs(step) < STILL, f"{name} moved by {step:+.3f}"


def weak(answer: Answer) -> bool:
    return "weak" in answer[0].stem


@each_answer
def test_drop_the_conclusion_and_structure_falls(answer: Answer) -> None:
    before, after, moved = compared(answer, altered.drop_conclusion(plain(answer[0])))
    assert (value(after, "structure.conclusion") or 0) <= (value(before, "structure.conclusion") or 0)
    if before.structure.conclusion_verdict:
        assert moved["structure"] < -0.1
    assert all(step < STILL for step in moved.values()), "nothing gains by it"
    if not weak(answer):  # a weak answer has little beside its close, and falls on other counts too
        still(moved, "structure", "relevance")  # a reasoned close is asked for by the question, too


@each_answer
def test_drop_the_outline_and_nothing_is_held_against_it(answer: Answer) -> None:
    _, after, moved = compared(answer, altered.drop_outline(plain(answer[0])))
    still(moved)
    assert value(after, "structure.outline-match") is None


@each_answer
def test_drop_one_outlined_section_and_the_item_is_named(answer: Answer) -> None:
    text = plain(answer[0])
    section = altered.outlined_section(text)
    if section is None:
        pytest.skip("no section that the outline names")
    _, after, moved = compared(answer, altered.drop_section(text, section))
    missing = {item.text for one in after.structure.outline for item in one.items if item.state == "missing"}
    assert any(same_title(item, section.title) for item in missing), missing
    assert moved["structure"] < 0
    still(moved, "structure", "coverage")  # what the section argued is gone as well


@each_answer
def test_sections_in_another_order_than_announced_are_seen(answer: Answer) -> None:
    before, after, moved = compared(answer, altered.shuffle_sections(plain(answer[0])))
    numbered = any(step.number for step in before.structure.steps if step.role == "body")
    if numbered or before.structure.outline:
        assert moved["structure"] < 0
        order = "structure.heading-order"
        unordered = [not item.in_order for one in after.structure.outline for item in one.items]
        assert (value(after, order) or 0) > (value(before, order) or 0) or any(unordered)
    still(moved, "structure")


@each_answer
def test_shuffled_sentences_do_not_hang_together(answer: Answer) -> None:
    before, after, moved = compared(answer, altered.shuffle_sentences(plain(answer[0])))
    assert (value(after, "structure.coherence") or 0) < (value(before, "structure.coherence") or 0)
    if not weak(answer):  # in a weak answer a lucky draw may put a better sentence into the opening
        assert moved["structure"] < 0
        assert (after.marks or 0) <= (before.marks or 0)


@each_answer
def test_shuffled_within_their_paragraphs_most_answers_hang_together_less(answer: Answer) -> None:
    before, after, moved = compared(answer, altered.shuffle_sentences(plain(answer[0]), within=True))
    assert moved["structure"] < STILL
    if not weak(answer):  # one verdict or position may move to where it is not seen
        assert (after.subtotal or 0) <= (before.subtotal or 0) + 0.1  # a point may come to stand beside a reason
        still(moved, "structure", "relevance")


@each_answer
def test_a_paragraph_again_is_seen_as_repeated_and_earns_nothing(answer: Answer) -> None:
    before, after, moved = compared(answer, altered.duplicate_paragraph(plain(answer[0])))
    assert (value(after, "structure.repetition") or 0) < (value(before, "structure.repetition") or 0)
    assert moved["structure"] < 0
    assert (after.marks or 0) <= (before.marks or 0)
    assert all(step < STILL for step in moved.values())


@each_answer
def test_an_off_topic_paragraph_lowers_relevance_alone(answer: Answer) -> None:
    before, after, moved = compared(answer, altered.before_conclusion(plain(answer[0]), altered.OFF_TOPIC))
    assert moved["relevance"] < 0
    still(moved, "relevance")
    assert (after.marks or 0) <= (before.marks or 0)
    drifting = after.argument.drifting
    assert drifting and any(one.quote.startswith("Our poets") for one in drifting)


@each_answer
def test_pasted_twice_it_earns_nothing(answer: Answer) -> None:
    before, after, moved = compared(answer, altered.twice(plain(answer[0])))
    assert (value(after, "structure.repetition") or 1) < 0.6
    assert moved["structure"] < 0
    assert (after.marks or 0) <= (before.marks or 0)
    assert all(step < STILL for step in moved.values())


@each_answer
def test_sixty_linking_words_in_a_row_lower_structure_alone(answer: Answer) -> None:
    before, after, moved = compared(answer, altered.before_conclusion(plain(answer[0]), altered.CONNECTIVES))
    assert (value(after, "structure.connectives") or 0) > 3.5
    assert moved["structure"] < 0
    still(moved, "structure")
    assert (after.marks or 0) <= (before.marks or 0)


@each_answer
def test_gibberish_in_essay_form_is_not_marked(answer: Answer) -> None:
    after = marked(altered.gibberish(plain(answer[0])), answer[1])
    assert after.marks is None
    assert "as in sentences" in (after.refused or "")
