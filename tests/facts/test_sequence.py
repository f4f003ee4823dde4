"""What stands out of order."""

from __future__ import annotations

from grader.facts.sequence import in_order


def test_one_moved_member_is_one() -> None:
    assert in_order([1, 2, 3]) == {0, 1, 2}
    assert in_order([1, 4, 2, 3]) == {0, 2, 3}
    assert in_order([2, 3, 1]) == {0, 1}
    assert len(in_order([3, 2, 1])) == 1
    assert in_order([1, 1, 2]) == {0, 1, 2}
    assert in_order([]) == set()
