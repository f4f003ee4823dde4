"""Which expected points would win most, and the line on how: marks re-added, no content, nobody told what to think."""

from __future__ import annotations

import pytest

from grader.facts.credit import share_earned
from grader.facts.points import Coverage, State
from grader.lexicon import load
from grader.model import Measurement, Span
from grader.rubric import Criterion, Level, Point, Rubric, Rule
from grader.scoring import Score, score
from grader.winnable import CHECK, guidance, worths

LEVELS = (Level("all", 0, "All"),)


def held(state: State, group: str = "", weight: float = 1.0, denied: Span | None = None) -> Coverage:
    return Coverage(Point("p", "A point.", group=group, weight=weight), state, 0.0, True, (), denied)


FOUND = (held("explained"), held("mentioned"), held("missing", weight=2))


def scored(value: float, judge: str = "auto") -> Score:
    rules = (Rule(CHECK, 3, ((0.1, 0.0), (1.0, 1.0))), Rule("coverage.breadth", 1, ((0.0, 0.0), (8.0, 1.0))))
    criterion = Criterion("coverage", "Coverage", 8, LEVELS, rules, judge=judge)  # type: ignore[arg-type]
    measured = {CHECK: Measurement(value), "coverage.breadth": Measurement(4.0)}
    return score(Rubric("r", "R", 8, (criterion,), bands=LEVELS, round_to=0.5), measured, {})


def test_worth_is_what_marking_again_would_add() -> None:
    now = scored(share_earned(FOUND, {}))
    again = [scored(share_earned(FOUND, {}, i)).criteria[0].marks for i in range(3)]
    assert worths(now, FOUND, {}) == tuple(round(marks - now.criteria[0].marks, 2) for marks in again)  # type: ignore[operator]
    assert worths(now, FOUND, {}) == (0, 0.84, 3.34)


def test_where_the_quota_is_met_a_point_more_wins_nothing() -> None:
    found = (held("explained", "causes"), held("missing", "causes"))
    assert worths(scored(1.0), found, {"causes": 1}) == (0, 0)


def test_nothing_is_promised_where_no_marks_are_given() -> None:
    assert worths(scored(share_earned(FOUND, {}), judge="tutor"), FOUND, {}) == (0, 0, 0)
    assert worths(scored(0.5), (), {}) == ()


@pytest.mark.parametrize(
    ("group", "said"),
    [
        ("causes", "Name it"),
        ("causes_at_home", "Name it"),
        ("way_forward", "Say who should do what, and how."),
        ("counter-view", "State it fairly, then answer it."),
        ("Impacts", "Say what follows"),
        ("", "Make it in one sentence"),
        ("Part B", "Make it in one sentence"),
    ],
)
def test_a_missing_point_is_won_by_the_kind_of_its_group(group: str, said: str) -> None:
    assert guidance(held("missing", group)).startswith(said)


def test_a_point_that_is_only_mentioned_is_carried_further() -> None:
    assert guidance(held("mentioned", "causes")) == load("advice")["points"]["mentioned"]
    further = Coverage(Point("p", "A point.", depth="evidenced"), "explained", 0.9, True, ())
    assert guidance(further) == load("advice")["points"]["explained"]


def test_what_is_made_or_denied_gets_no_line() -> None:
    assert guidance(held("explained")) == ""
    assert guidance(held("missing", "causes", denied=Span(0, 5))) == ""
