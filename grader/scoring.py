"""(rubric, measurements) -> marks. Pure: no text, no files, no clock.

Every mark is a sum that can be re-added by hand: a rule's value falls between two bands and gives a share; share times
the rule's marks, rounded to two decimals, are its marks; a criterion's marks are the sum of its rules'; the total is the sum of the
criteria less penalties, rounded once as the rubric says.

A rule that is not applicable has no weight: the others share its marks. A criterion with no applicable rule is not judged and leaves
the total. A check that failed leaves its criterion and the total unmarked; so does one that a gate or penalty asks for.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import floor

from grader.model import Measurement
from grader.rubric.conditions import holds, shortfall
from grader.rubric.model import Criterion, Gate, Level, Penalty, Rubric, Rule

# Half the width of the likely range, as a share of the marks. Over the labelled answers our mark lies within this
# of the marker's in about four of five cases (tests/bench/RESULTS.md).
SPREAD = 0.125
# Marks that rest on less than the rule was made for (no language engine, no expected points) are less sure by this share.
EXTRA_SPREAD = 0.10


@dataclass(frozen=True, slots=True)
class ScoredRule:
    """A rule's outcome. ``share`` and ``marks`` are None when it is not applicable or failed; ``out_of`` its part of the marks."""

    rule: Rule
    measurement: Measurement
    share: float | None
    marks: float | None
    out_of: float


@dataclass(frozen=True, slots=True)
class ScoredCriterion:
    """A criterion's outcome. ``state``: marked, not judged (no rule applies), needs a person (a check failed), tutor."""

    criterion: Criterion
    rules: tuple[ScoredRule, ...]
    state: str
    marks: float | None
    capped_by: str | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """The whole outcome; see :class:`grader.result.Result` for the meaning of the numbers."""

    criteria: tuple[ScoredCriterion, ...]
    marks: float | None
    out_of: float
    subtotal: float
    range: tuple[float, float] | None
    band: Level | None
    penalties: tuple[tuple[Penalty, float], ...]
    capped_by: Gate | None
    refused_by: Gate | None


def score(
    rubric: Rubric,
    measurements: Mapping[str, Measurement],
    values: Mapping[str, float | None],
    unsure: Sequence[str] = (),
) -> Score:
    """Marks a set of measurements.

    Args:
        rubric: what gives marks for what.
        measurements: by check id, at least every check that the rubric names.
        values: by name, what conditions may ask for beside check ids ("text.words", "task.words.min").
        unsure: ids of criteria whose marks rest on less than they were made for; they widen the range.
    """
    known = {**values, **{check: measurement.value for check, measurement in measurements.items()}}
    fired = [gate for gate in rubric.gates if holds(gate.when, known)]
    refused = next((gate for gate in fired if gate.effect == "refuse"), None)
    criteria = tuple(_criterion(criterion, measurements, fired) for criterion in rubric.criteria)
    if refused:  # what was measured is kept; marks are not given
        return Score(
            tuple(replace(one, state="not judged", marks=None) for one in criteria),
            None,
            0.0,
            0.0,
            None,
            None,
            (),
            None,
            refused,
        )
    marked = [one for one in criteria if one.state == "marked"]
    out_of = round(sum(one.criterion.marks for one in marked), 2)
    subtotal = round(sum(one.marks or 0.0 for one in marked), 2)
    states = {one.state for one in criteria}
    if not out_of or not states <= {"marked", "not judged"} or _conditions_failed(rubric, measurements):
        return Score(criteria, None, out_of, subtotal, None, None, (), None, None)
    penalties = tuple((penalty, off) for penalty in rubric.penalties if (off := _penalty(penalty, known)))
    marks = min(out_of, to_step(max(0.0, subtotal - sum(off for _, off in penalties)), rubric.round_to))
    cap = min(
        (gate for gate in fired if gate.effect == "cap-total" and gate.to < marks),
        key=lambda gate: gate.to,
        default=None,
    )
    marks = _down_to_step(cap.to, rubric.round_to) if cap else marks
    return Score(
        criteria,
        marks,
        out_of,
        subtotal,
        _range(marks, marked, unsure, marks if cap else out_of, rubric),
        band(rubric.bands, marks / out_of),
        penalties,
        cap,
        None,
    )


def share(bands: Sequence[tuple[float, float]], value: float) -> float:
    """Share of the marks for a value: straight lines between the bands' points, flat beyond them."""
    if value <= bands[0][0]:
        return bands[0][1]
    for (low, low_share), (high, high_share) in itertools.pairwise(bands):
        if value <= high:
            return low_share + (high_share - low_share) * (value - low) / (high - low)
    return bands[-1][1]


def band(levels: Sequence[Level], part: float) -> Level:
    """The highest level whose ``at`` the share reaches."""
    return next(level for level in levels if part >= level.at - 1e-9)


def next_band(levels: Sequence[Level], part: float) -> Level | None:
    """The level above the one reached; None at the top."""
    above = [level for level in levels if level.at > part + 1e-9]
    return above[-1] if above else None


def to_step(value: float, step: float) -> float:
    """Rounds to a multiple of ``step``, halves up: in the candidate's favour."""
    return round(floor(value / step + 0.5 + 1e-9) * step, 2)


def _down_to_step(value: float, step: float) -> float:
    """The largest multiple of ``step`` in a cap: rounding must not lift the marks over it."""
    return round(floor(value / step + 1e-9) * step, 2)


def _conditions_failed(rubric: Rubric, measurements: Mapping[str, Measurement]) -> bool:
    """Whether a check crashed that a gate or penalty asks for: nobody knows then whether it holds."""
    limits: list[Gate | Penalty] = [*rubric.gates, *rubric.penalties]
    names = {name for limit in limits for name in limit.when.names}
    return any(name in measurements and measurements[name].error for name in names)


def _criterion(criterion: Criterion, measurements: Mapping[str, Measurement], fired: Sequence[Gate]) -> ScoredCriterion:
    found = [measurements[rule.check] for rule in criterion.rules]
    applicable = [measurement.value is not None and measurement.error is None for measurement in found]
    parts = _parts(
        criterion.marks, [rule.weight if use else 0.0 for rule, use in zip(criterion.rules, applicable, strict=True)]
    )
    rules = tuple(
        _rule(rule, measurement, part) for rule, measurement, part in zip(criterion.rules, found, parts, strict=True)
    )
    if any(measurement.error for measurement in found):
        return ScoredCriterion(criterion, rules, "needs a person", None)
    if criterion.judge == "tutor":
        return ScoredCriterion(criterion, rules, "tutor", None)
    if not any(applicable):
        return ScoredCriterion(criterion, rules, "not judged", None)
    marks = round(sum(rule.marks or 0.0 for rule in rules), 2)
    cap = min(
        (gate for gate in fired if gate.effect == "cap" and gate.criterion == criterion.id and gate.to < marks),
        key=lambda gate: gate.to,
        default=None,
    )
    return ScoredCriterion(criterion, rules, "marked", cap.to if cap else marks, cap.id if cap else None)


def _rule(rule: Rule, measurement: Measurement, part: float) -> ScoredRule:
    if measurement.value is None or measurement.error is not None:
        return ScoredRule(rule, measurement, None, None, 0.0)
    return ScoredRule(rule, measurement, *_earned(rule, measurement.value, part), part)


def _earned(rule: Rule, value: float, out_of: float) -> tuple[float, float]:
    """(share, marks) for a value."""
    reached = round(share(rule.bands, value), 4)
    return reached, to_step(reached * out_of, 0.01)


def marks_for(scored: ScoredRule, value: float) -> float:
    """The marks that a rule would give for another value."""
    return _earned(scored.rule, value, scored.out_of)[1]


def _parts(marks: float, weights: Sequence[float]) -> list[float]:
    """Splits marks by weight into whole hundredths that add up exactly (largest remainder first)."""
    total = sum(weights)
    if not total:
        return [0.0] * len(weights)
    cents = [100 * marks * weight / total for weight in weights]
    parts = [floor(cent + 1e-9) for cent in cents]
    order = sorted(range(len(cents)), key=lambda i: (parts[i] - cents[i], i))
    for i in order[: round(100 * marks) - sum(parts)]:
        parts[i] += 1
    return [part / 100 for part in parts]


def _penalty(penalty: Penalty, known: Mapping[str, float | None]) -> float:
    if not holds(penalty.when, known):
        return 0.0
    steps = floor(100 * shortfall(penalty.when, known) / penalty.per + 1e-9) if penalty.per else 1
    return round(min(penalty.max, penalty.marks * steps), 2)


def _range(
    marks: float, marked: Sequence[ScoredCriterion], unsure: Sequence[str], most: float, rubric: Rubric
) -> tuple[float, float]:
    out_of = sum(one.criterion.marks for one in marked)
    extra = sum(EXTRA_SPREAD * one.criterion.marks for one in marked if one.criterion.id in unsure)
    half = SPREAD * out_of + extra
    step = rubric.round_to
    return max(0.0, to_step(marks - half, step)), min(most, to_step(marks + half, step))
