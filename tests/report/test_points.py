"""The coverage grid: every point with its state in words, its places linked, what was denied, what was argued beyond."""

from __future__ import annotations

import re
from html import unescape

import pytest
from msgspec.structs import replace

from grader import render
from grader.model import Span
from grader.records import Evidence
from grader.report import annotated, points
from grader.result import AlsoArgued, PointResult, Result
from tests.helpers import ANSWER
from tests.report.pages import Outline, result_of

INCOME = "The towns gained a steady income."
NEXT = "According to the Harbour Board (2019), receipts rose to 4 million crowns a year"
BOATS = "Critics argue that the tax drove the small boats away."
RENTS = "rents in the old quarter rose again"


@pytest.fixture(scope="module")
def plain() -> Result:
    return result_of(ANSWER)


def evidence(result: Result, quote: str, section: str = "2 Towns") -> Evidence:
    start = result.essay.text.index(quote)
    line = result.essay.text.count("\n", 0, start) + 1
    return Evidence(quote=quote, span=Span(start, start + len(quote)), section=section, line=line)


def point(name: str, state: str = "missing", **more: object) -> PointResult:
    given = {
        "id": name,
        "text": f"The {name} point.",
        "group": "",
        "state": state,
        "weight": 1.0,
        "score": 0.5,
        "sure": True,
        "evidence": [],
        "denied": None,
        "nearest": None,
        "worth": 0.0,
        "advice": "",
    }
    return PointResult(**{**given, **more})  # type: ignore[arg-type]


def grid(result: Result, *made: PointResult, **more: object) -> str:
    """The grid of a result with these points, as it is read."""
    page = render(replace(result, points=list(made), **{"also_argued": [], **more}))  # type: ignore[arg-type]
    part = page.partition('id="coverage">')[2].partition("<h2")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", part)).split())


def test_states_are_said_by_symbol_and_word_and_how_sure(plain: Result) -> None:
    seen = grid(
        plain,
        point("first", "evidenced", evidence=[evidence(plain, INCOME)]),
        point("second", "explained", evidence=[evidence(plain, RENTS)], sure=False),
        point("third", "mentioned"),
        point("fourth"),
    )
    assert "● evidenced sure 1 The first point." in seen
    assert "◐ explained check this 2 The second point." in seen
    assert "○ mentioned sure 3" in seen
    assert "– not found 4 The fourth point." in seen, "nobody is sure that something is absent"
    assert f"“{INCOME}”".strip("“”") in seen
    assert "2 Towns, line 9" in seen


def test_a_group_says_how_many_are_found_and_asked_for(plain: Result) -> None:
    made = [point(str(i), "explained", group="way_forward") for i in range(3)]
    assert "Way forward 3 of 4 found; 2 are asked for" in grid(
        plain, *made, point("x", group="way_forward"), quotas={"way_forward": 2}
    )
    alone = grid(plain, *made, point("x", group="way_forward"), quotas={})
    assert "Way forward 3 of 4 found" in alone
    assert "asked for" not in alone


def test_sentences_that_follow_each_other_are_one_place(plain: Result) -> None:
    made = point("a", "explained", evidence=[evidence(plain, one) for one in (INCOME, NEXT, RENTS)])
    row = points.rows(replace(plain, points=[made]))[0]
    text = plain.essay.text
    assert [text[slice(*place.span)] for place in row.places] == [f"{INCOME} {NEXT}", RENTS]


def test_links_lead_to_the_very_place(plain: Result) -> None:
    made = [
        point("a", "explained", evidence=[evidence(plain, INCOME), evidence(plain, RENTS)]),
        point("b", "explained", evidence=[evidence(plain, INCOME)]),
        point("c", denied=evidence(plain, BOATS)),
    ]
    result = replace(plain, points=made)
    pieces = [piece for line in annotated.lines(result) for piece in line.pieces]
    starts = {}
    for piece, after in zip(pieces, [*pieces[1:], None], strict=True):
        starts |= {mark.anchor: after.text for mark in piece.marks if after}
    assert starts.keys() == {"point-1-1", "point-1-2", "point-2-1", "denied-3"}
    assert INCOME.startswith(starts["point-1-1"])
    assert starts["point-1-1"]
    assert RENTS.startswith(starts["point-1-2"])
    assert BOATS.startswith(starts["denied-3"])
    marked = "".join(piece.text for piece in pieces if piece.made)
    assert marked == INCOME + RENTS, "what denies a point is not marked as making it"
    page = Outline(render(result))
    assert {value[1:] for value in page.values("href")} <= set(page.values("id"))


def test_a_point_taken_up_to_be_denied_is_not_made(plain: Result) -> None:
    seen = grid(plain, point("boats", denied=evidence(plain, BOATS)))
    assert "– not made" in seen
    assert f"taken up only to deny it: {BOATS}" in seen
    assert "0 of 1 found" in seen


def test_a_missing_point_that_is_not_sure_shows_what_comes_nearest(plain: Result) -> None:
    seen = grid(plain, point("rents", sure=False, nearest=evidence(plain, RENTS)))
    assert "not found check this" in seen
    assert f"nearest: {RENTS}" in seen


def test_it_says_what_was_used_to_find_them(plain: Result) -> None:
    assert "by a small language model that runs on this machine" in grid(plain, point("a"), matched_by="encoder")
    words = grid(plain, point("a"), matched_by="words")
    assert "by shared words only" in words
    assert "language model that runs" not in words
    assert "Expected points were looked for" not in render(replace(plain, matched_by=""))


def test_what_nobody_expected_is_credit(plain: Result) -> None:
    beyond = AlsoArgued(where=evidence(plain, RENTS), depth="evidenced")
    seen = grid(plain, point("a"), also_argued=[beyond])
    assert "Also argued, beyond the expected points" in seen
    assert "● evidenced " + RENTS in seen
    assert "They count as steps of the argument under “Breadth of the argument”." in seen
    uncounted = [
        replace(one, rules=[rule for rule in one.rules if rule.check != "coverage.breadth"]) for one in plain.criteria
    ]
    assert "They count as steps" not in grid(plain, point("a"), also_argued=[beyond], criteria=uncounted)
    assert "Also argued" not in grid(plain, point("a"))


def test_the_action_names_the_points_that_would_win_most(plain: Result) -> None:
    action = replace(plain.actions[0], points=["a", "b", "c"])
    made = [
        point("a", worth=0.5, advice="Name it."),
        point("b", worth=0.4, advice="Name it."),
        point("c", worth=0.3, advice="Say who."),
    ]
    result = replace(plain, points=made, actions=[action])
    assert [([one.id for one in some], how) for some, how in points.leads(result, action)] == [
        (["a", "b"], "Name it."),
        (["c"], "Say who."),
    ]
    page = " ".join(unescape(re.sub(r"<[^>]+>", " ", render(result))).split())
    assert "These would win most:" in page
    assert "“The a point.” (about 0.5 marks) , “The b point.” (about 0.4 marks) : name it." in page
