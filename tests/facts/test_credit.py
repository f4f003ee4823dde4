"""What expected points earn together: halves, weights, quotas, and one more of them in full."""

from __future__ import annotations

from grader.facts.credit import credit, share_earned
from grader.facts.points import Coverage, State
from grader.rubric import Point


def held(state: State, group: str = "", weight: float = 1.0) -> Coverage:
    return Coverage(Point("p", "A point.", group=group, weight=weight), state, 0.0, True, ())


def test_a_point_carried_as_far_as_asked_earns_in_full() -> None:
    asked = Point("p", "A point.", depth="evidenced")
    states: tuple[State, ...] = ("missing", "mentioned", "explained", "evidenced")
    assert [credit(asked, state) for state in states] == [0, 0.5, 0.5, 1]
    assert [credit(Point("p", "A point."), state) for state in states] == [0, 0.5, 1, 1]


def test_weights_count() -> None:
    assert share_earned([held("explained", weight=3), held("missing")], {}) == 0.75


def test_of_a_group_with_a_quota_the_best_count() -> None:
    found = [
        held("explained", "causes"),
        held("mentioned", "causes"),
        held("missing", "causes"),
        held("missing", "way"),
    ]
    assert share_earned(found, {"causes": 2}) == 1.5 / 3
    assert share_earned(found, {"causes": 0}) == 1.5 / 4


def test_one_more_point_in_full() -> None:
    found = [held("explained", "causes"), held("mentioned", "causes"), held("missing", "way", weight=2)]
    assert share_earned(found, {}, in_full=2) == 3.5 / 4
    assert share_earned(found, {"causes": 1}, in_full=1) == share_earned(found, {"causes": 1}), "the quota is met"
