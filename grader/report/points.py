"""The coverage grid: expected points by group, where each is made, and the anchors that the grid's links lead to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from grader.model import Span
from grader.records import Evidence
from grader.result import Action, AlsoArgued, PointResult, Result

STATES = {
    "evidenced": ("●", "evidenced"),
    "explained": ("◐", "explained"),
    "mentioned": ("○", "mentioned"),
    "missing": ("–", "not found"),
}
DENIED = ("–", "not made")

MATCHED = {
    "encoder": "by a small language model that runs on this machine and by shared words",
    "words": "by shared words only: the weights of the language model are not installed",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a point is made: one stretch of the essay; ``anchor`` is its id in the annotated essay."""

    span: Span
    section: str
    line: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Row:
    """One expected point with its number, counted through all groups."""

    number: int
    point: PointResult
    symbol: str
    word: str
    sure: str  # "sure", "check this", or "" of a point that nothing comes near: absence is never certain
    places: tuple[Place, ...]
    denied: Place | None
    nearest: Place | None


@dataclass(frozen=True, slots=True)
class Group:
    """Expected points of one group; ``counted`` says in words how many are found and how many are asked for."""

    name: str
    rows: tuple[Row, ...]
    counted: str


def rows(result: Result) -> list[Row]:
    """Every expected point, in the order given."""
    return [_row(number, point, result.essay.text) for number, point in enumerate(result.points, 1)]


def groups(result: Result) -> list[Group]:
    """The rows by group, in the order given."""
    every = rows(result)
    names = dict.fromkeys(row.point.group for row in every)
    return [_group(name, tuple(row for row in every if row.point.group == name), result) for name in names]


def _group(name: str, members: tuple[Row, ...], result: Result) -> Group:
    made = sum(row.point.state != "missing" for row in members)
    counted = f"{made} of {len(members)} found"
    quota = result.quotas.get(name, 0)
    if quota:
        counted += f"; {quota} {'is' if quota == 1 else 'are'} asked for"
    return Group((name or "expected points").replace("_", " ").capitalize(), members, counted)


def _row(number: int, point: PointResult, text: str) -> Row:
    symbol, word = DENIED if point.denied else STATES[point.state]
    sure = "check this" if not point.sure else "sure" if point.state != "missing" else ""
    places = tuple(
        Place(Span(run[0].span.start, run[-1].span.end), run[0].section, run[0].line, f"point-{number}-{k}")
        for k, run in enumerate(_runs(point.evidence, text), 1)
    )
    return Row(
        number,
        point,
        symbol,
        word,
        sure,
        places,
        _place(point.denied, f"denied-{number}"),
        _place(point.nearest, f"line-{point.nearest.line}") if point.nearest else None,
    )


def _place(found: Evidence | None, anchor: str) -> Place | None:
    return Place(found.span, found.section, found.line, anchor) if found else None


def _runs(evidence: Sequence[Evidence], text: str) -> list[list[Evidence]]:
    """Sentences that follow each other are one place."""
    runs: list[list[Evidence]] = []
    for one in evidence:
        last = runs[-1][-1].span.end if runs else None
        if last is not None and last <= one.span.start and not text[last : one.span.start].strip():
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def leads(result: Result, action: Action) -> list[tuple[list[PointResult], str]]:
    """The points that an action names, the worthiest first, those to be won in the same way together."""
    by_id = {point.id: point for point in result.points}
    named = [by_id[one] for one in action.points if one in by_id]
    return [(list(members), advice) for advice, members in groupby(named, key=lambda point: point.advice)]


def also_argued(result: Result) -> list[tuple[AlsoArgued, str, str]]:
    """What was argued beyond the expected points, each with the symbol and the word of its state."""
    return [(one, *STATES[one.depth]) for one in result.also_argued]


def counted_by(result: Result) -> str:
    """The title of the check that counts such steps under this rubric; "" where none does."""
    titles = [
        rule.title
        for one in result.criteria
        for rule in one.rules
        if rule.check == "coverage.breadth" and rule.value is not None
    ]
    return titles[0] if titles else ""
