"""What the expected points earn together, and what one more of them carried in full would make of it.

A point earns its weight when it is carried as far as it is asked for, half when it is made but not carried so far.
Of a group with a quota only that many of the best count.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from grader.facts.points import Coverage, State
from grader.rubric.model import Point

RANK: Mapping[State, int] = {"missing": 0, "mentioned": 1, "explained": 2, "evidenced": 3}


def credit(point: Point, state: State) -> float:
    """1 for a point carried as far as it is asked for, 0.5 for one made at all, 0 for one that is missing."""
    return 0.0 if state == "missing" else 1.0 if RANK[state] >= RANK[point.depth] else 0.5


def share_earned(found: Sequence[Coverage], quotas: Mapping[str, int], in_full: int | None = None) -> float:
    """What the points earn of what they could, 0 to 1; quotas met.

    Args:
        found: one or more points.
        quotas: how many count, by group; 0 or none: all.
        in_full: index of a point to be taken as carried in full, whatever it is.
    """
    groups: dict[str, list[tuple[float, float]]] = {}
    for i, one in enumerate(found):
        earned = 1.0 if i == in_full else credit(one.point, one.state)
        groups.setdefault(one.point.group, []).append((earned * one.point.weight, one.point.weight))
    total = possible = 0.0
    for group, members in groups.items():
        most = quotas.get(group) or len(members)
        total += sum(sorted((earned for earned, _ in members), reverse=True)[:most])
        possible += sum(sorted((weight for _, weight in members), reverse=True)[:most])
    return min(1.0, total / possible)
