"""Pages of uncommon results: refused, capped, for the tutor; strange words in every place; numbers that re-add."""

from __future__ import annotations

import re
from html import unescape

import pytest
from msgspec.structs import replace

from grader import render
from grader.model import Span
from grader.outcome import Row
from grader.records import ClaimRecord
from grader.report import annotated, charts, render_index
from grader.report.claims import claims
from grader.result import LevelRecord, Result, from_json, to_json
from grader.rubric import Criterion, Level, Rubric, Rule
from grader.scoring import to_step
from tests.helpers import ANSWER, QUESTION
from tests.report.pages import Outline, result_of

LINE = ((0.0, 0.0), (1.0, 1.0))
LEVELS = (Level("all", 0, "All"),)


def words(page: str) -> str:
    """A page's text as it is read."""
    body = re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


@pytest.fixture(scope="module")
def result() -> Result:
    return result_of(ANSWER)


@pytest.fixture(scope="module")
def refused() -> Result:
    return result_of("Hello there.")


def test_the_marks_of_every_check_can_be_worked_out_from_the_page(result: Result) -> None:
    table = render(result).partition('id="how"')[2].partition("</table>")[0]
    rows = re.findall(r'data-label="share">([\d.]+)</td><td class="num">([\d.]+) of ([\d.]+)</td>', table)
    assert len(rows) == sum(rule.share is not None for one in result.criteria for rule in one.rules)
    for share, given, out_of in rows:
        assert to_step(float(share) * float(out_of), 0.01) == float(given)


def test_a_check_that_failed_is_not_said_to_be_out_of_place(result: Result) -> None:
    first, *rest = result.criteria
    rules = [replace(rule, share=None, marks=None, value=None, error="boom") for rule in first.rules]
    page = words(render(replace(result, criteria=[replace(first, rules=rules), *rest])))
    assert "boom could not be measured" in page


def test_a_refused_answer_is_told_why_and_what_to_do(refused: Result) -> None:
    page = words(render(refused))
    assert "Not marked Too short to mark" in page
    assert "Put right what is said above" in page
    assert "loses marks" not in page
    assert "too kind" not in page
    assert "Criterion by criterion" not in page
    assert not re.search(r"\d of \d\.\d", page), "no marks of single checks"


def test_what_is_for_the_tutor_is_said_plainly() -> None:
    thesis, end = (Rule(check, 1, LINE) for check in ("structure.thesis", "structure.conclusion"))
    rubric = Rubric(
        "r",
        "R",
        20,
        (
            Criterion("voice", "Voice", 8, LEVELS, (thesis,), judge="tutor"),
            Criterion("close", "Close", 12, LEVELS, (end,)),
        ),
        bands=LEVELS,
    )
    result = result_of(ANSWER, rubric=rubric)
    page = words(render(result))
    assert "Voice – of 8 For your tutor to mark." in page
    assert "Voice (for your tutor to mark)" in page
    assert f"Sum so far {result.subtotal:g}" in page
    assert "penalties and caps, where the rubric has any, are applied to the whole" in page
    assert {action.criterion for action in result.actions} <= {"close"}


def test_what_makes_the_same_marks_is_said_in_full(result: Result) -> None:
    assert "The same answer, question, expected points, rubric and versions" in words(render(result))
    bare = replace(result, points=[], essay=replace(result.essay, question=""))
    assert "The same answer, rubric and versions" in words(render(bare))


def test_a_result_read_again_gives_the_same_page(result: Result) -> None:
    assert render(from_json(to_json(result))) == render(result)


def test_the_two_counts_of_words_are_told_apart(result: Result) -> None:
    page = words(render(result))
    assert f"{result.essay.words} words, {result.essay.prose_words} of them in sentences" in page
    one = replace(result, essay=replace(result.essay, words=1, prose_words=1))
    assert "1 word (target" in words(render(one))


def claim(kind: str, attribution: str) -> ClaimRecord:
    return ClaimRecord(
        quote="The", span=Span(0, 3), kind=kind, attribution=attribution, source="", carried=False, need=0.5, line=1
    )  # type: ignore[arg-type]


def test_quotations_are_counted_apart_from_claims(result: Result) -> None:
    given = [
        claim("statistic", "none"),
        claim("dated fact", "vague"),
        claim("reported claim", "named"),
        claim("quotation", "named"),
        claim("quotation", "none"),
    ]
    counted = claims(replace(result, claims=given))
    assert (counted.found, counted.named, counted.vague, counted.bare) == (3, 1, 1, 1)
    assert (counted.quotations, counted.authored) == (2, 1)
    page = words(render(replace(result, claims=given)))
    assert "3 sentences with a figure" in page
    assert "2 quotations, 1 with the author named" in page


MARKDOWN = ANSWER.replace("1. INTRODUCTION", "## **1. Introduction**").replace(
    "2. WHAT THE TOWNS GAINED", "### 2. The #1 gain ###"
)


def test_headings_show_their_words_without_signs() -> None:
    shown = {
        line.number: "".join(piece.text for piece in line.pieces)
        for line in annotated.lines(result_of(MARKDOWN))
        if line.kind in ("heading", "title")
    }
    assert shown[3] == "1. Introduction"
    assert shown[7] == "2. The #1 gain", "a sign inside the words is the student's"


@pytest.mark.parametrize(
    ("shares", "labels"),
    [
        ((0.0, 0.5), ["0", "0.5", "1"]),
        ((0.0, 0.4, 0.41, 0.42, 0.9), ["0", "0.4", "", "", "0.9", "1"]),
        ((0.0, 0.98, 1.0), ["0", "", "1"]),
        ((0.0, 0.02, 0.3333), ["0", "", "0.33", "1"]),
    ],
)
def test_ticks_say_the_marks_and_never_run_together(
    result: Result, shares: tuple[float, ...], labels: list[str]
) -> None:
    bands = [LevelRecord(id=str(at), title="", text="", marks=at) for at in shares]
    small = replace(result, rubric=replace(result.rubric, total=1.0, bands=bands), out_of=1.0)
    assert [tick.label for tick in charts.ticks(small)] == labels


SCRIPT = "<script>alert(1)</script>"
LONG = "Pneumono" * 40
STRANGE = {
    "no findings, no sections": "The tax paid for quays. " * 12,
    "a long title": f"# {LONG}\n\n{ANSWER}",
    "a long heading": ANSWER.replace("WHAT THE TOWNS GAINED", LONG),
    "right to left": ANSWER.replace("WHAT THE TOWNS GAINED", "پانی کا مسئلہ").replace("receipts", "محصول"),
    "a script": ANSWER.replace("WHAT THE TOWNS GAINED", SCRIPT).replace(QUESTION, f"{SCRIPT} {QUESTION}"),
    "only an outline": "OUTLINE\n\n1. One\n2. Two\n",
    "control characters": ANSWER.replace("WHAT THE TOWNS GAINED", "WHAT\u202e THE\u2028TOWNS\x0bGAINED"),
}


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE)
def test_strange_answers_make_whole_and_safe_pages(text: str) -> None:
    result = result_of(text, question=f"{SCRIPT} Discuss the river tax.")
    page = render(replace(result, findings=[], essay=replace(result.essay, name=SCRIPT + LONG)))
    found = Outline(page)
    assert found.faults == []
    assert found.open == []
    assert "script" not in found.tags
    assert SCRIPT in unescape(page), "it is shown as text"


def test_a_list_of_strange_names_is_whole_and_safe() -> None:
    rows = [
        Row(SCRIPT, report="javascript:alert(1).html", words=1, marks=1.0, out_of=2.0),
        Row(LONG, error=f"x: {SCRIPT}"),
    ]
    page = render_index(rows, rubric=SCRIPT, folder=LONG)
    found = Outline(page)
    assert (found.faults, found.open) == ([], [])
    assert "script" not in found.tags
    assert found.values("href") == ["javascript%3Aalert%281%29.html"]
    assert page.count(LONG) == 1, "a name without end is cut in the table"


def test_print_keeps_headings_with_their_text_and_needs_no_colour(result: Result) -> None:
    page = render(result)
    printed = page.partition("@media print")[2].partition("</style>")[0]
    kept = next(rule for rule in re.findall(r"([^{}]+){[^{}]*break-after: avoid[^{}]*}", printed) if ".line" in rule)
    assert ".line.heading" in kept
    assert re.search(r"\.line {[^}]*display: block", printed), "browsers keep blocks together, not grids"
    for small in ("evidence", "state", "fix"):  # sized in rem on the screen, they would outgrow the points of print
        assert re.search(rf"\.{small} {{[^}}]*font-size: [\d.]+pt", printed), small
    assert "Letters: S structure, C content and relevance" in words(page)
