"""The score in the contract's form: criteria, rules, levels, and the one line that sums them up."""

from __future__ import annotations

from grader.model import Measurement
from grader.result import CriterionResult, LevelRecord, MeasurementRecord, RubricRecord, RuleResult
from grader.rubric.model import Level, Rubric
from grader.scoring import Score, ScoredCriterion, ScoredRule, band, next_band


def rubric_record(rubric: Rubric) -> RubricRecord:
    """Which rubric it was."""
    return RubricRecord(
        id=rubric.id,
        title=rubric.title,
        hash=rubric.hash,
        status=rubric.status,
        notice=rubric.notice,
        total=rubric.total,
        pass_mark=rubric.pass_mark,
        round_to=rubric.round_to,
        bands=[_level(level, rubric.total) for level in rubric.bands],
    )


def _level(level: Level, marks: float) -> LevelRecord:
    return LevelRecord(id=level.id, title=level.title, text=level.text, marks=round(level.at * marks, 2))


def summary(score: Score) -> str:
    """One line that says where the marks came from and where they were lost."""
    marked = [one for one in score.criteria if one.state == "marked" and one.criterion.marks]
    if score.refused_by:
        return score.refused_by.say
    if not marked:
        return "Nothing in this rubric could be marked."
    best = max(marked, key=lambda one: (one.marks or 0.0) / one.criterion.marks)
    least = max(marked, key=lambda one: one.criterion.marks - (one.marks or 0.0))
    lost = least.criterion.marks - (least.marks or 0.0)
    strongest = f"Strongest: {best.criterion.title.lower()} ({best.marks:g} of {best.criterion.marks:g})."
    return (
        f"{strongest} Most to win back: {least.criterion.title.lower()} ({round(lost, 2):g} marks)."
        if lost > 0
        else strongest
    )


def criterion_result(one: ScoredCriterion, score: Score) -> CriterionResult:
    """One criterion with its rules."""
    criterion = one.criterion
    part = one.marks / criterion.marks if one.marks is not None and criterion.marks else None
    above = next_band(criterion.levels, part) if part is not None else None
    return CriterionResult(
        id=criterion.id,
        title=criterion.title,
        marks=one.marks,
        out_of=criterion.marks,
        state=one.state,  # type: ignore[arg-type]
        reason=score.refused_by.say if score.refused_by else reason(one),
        level=_level(band(criterion.levels, part), criterion.marks) if part is not None else None,
        next_level=_level(above, criterion.marks) if above else None,
        rules=[_rule(rule) for rule in one.rules],
        capped_by=one.capped_by,
        student_text=criterion.student_text,
    )


def reason(one: ScoredCriterion) -> str:
    """Why a criterion has no marks."""
    if one.state == "needs a person":
        failed = ", ".join(rule.rule.check for rule in one.rules if rule.measurement.error)
        return f"{failed} failed; somebody has to mark this criterion."
    if one.state == "tutor":
        return "The rubric leaves these marks to the tutor; what was measured stands beside."
    if one.state == "not judged":
        return (
            "; ".join(dict.fromkeys(rule.measurement.note for rule in one.rules if rule.measurement.note)).capitalize()
            + "."
        )
    return ""


def _rule(rule: ScoredRule) -> RuleResult:
    from grader.checks import load as load_check

    measured = rule.measurement
    return RuleResult(
        check=rule.rule.check,
        title=load_check(rule.rule.check).TITLE,
        value=_round(measured.value),
        unit=measured.unit,
        note=measured.note,
        share=rule.share,
        weight=rule.rule.weight,
        marks=rule.marks,
        out_of=rule.out_of,
        bands=list(rule.rule.bands),
        error=measured.error,
    )


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def measurement_record(measured: Measurement) -> MeasurementRecord:
    """One check's measurement without its findings."""
    return MeasurementRecord(value=_round(measured.value), unit=measured.unit, note=measured.note, error=measured.error)
