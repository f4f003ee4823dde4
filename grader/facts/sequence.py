"""Which members of a row stand out of order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence


def in_order(places: Sequence[int]) -> set[int]:
    """Indices of the longest run of places that never falls (others may stand between): all but those that moved.

    A longest increasing subsequence, so that one part that was moved is one fault and not many.
    """
    ends: list[int] = []  # ends[k]: index of the smallest last place of a run of k + 1
    lasts: list[int] = []
    before: list[int] = []
    for i, place in enumerate(places):
        k = bisect_right(lasts, place)
        before.append(ends[k - 1] if k else -1)
        if k == len(ends):
            ends.append(i)
            lasts.append(place)
        else:
            ends[k], lasts[k] = i, place
    found = set()
    i = ends[-1] if ends else -1
    while i >= 0:
        found.add(i)
        i = before[i]
    return found
