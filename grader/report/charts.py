"""Where the ticks of the mark scale stand."""

from __future__ import annotations

from dataclasses import dataclass

from grader.report.numbers import marks
from grader.result import Result

_APART = 0.07  # of the scale's length: labels nearer to each other than this run together


@dataclass(frozen=True, slots=True)
class Tick:
    """One tick: its place from 0 to 1 on the scale, its label (empty where another stands too near)."""

    at: float
    label: str


def ticks(result: Result) -> list[Tick]:
    """0, the end, and the marks at which each band of the rubric begins, each place once."""
    shares = {round(band.marks / result.rubric.total, 4) for band in result.rubric.bands} | {0.0, 1.0}
    found: list[Tick] = []
    labelled = -1.0
    for at in sorted(shares):
        near = at - labelled < _APART or (at < 1 and 1 - at < _APART)
        found.append(Tick(at, "" if near and at not in (0.0, 1.0) else marks(at * result.out_of)))
        labelled = at if found[-1].label else labelled
    return found
