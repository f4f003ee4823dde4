"""Findings in the contract's form: each with its place, its words and the criterion it belongs to."""

from __future__ import annotations

from collections.abc import Mapping

from grader.facts.language import DETECTORS
from grader.lexicon import load
from grader.model import Essay, Finding, Measurement
from grader.result import FindingRecord
from grader.rubric.model import Rubric


def findings(essay: Essay, rubric: Rubric, measurements: Mapping[str, Measurement]) -> list[FindingRecord]:
    """Findings of the rubric's rooms, by place. A detector's findings come through the check that gathers them."""
    found = []
    for check, measured in measurements.items():
        criterion = criterion_of(check, rubric)
        if criterion is None or check.count(".") > 1:
            continue
        found += [
            FindingRecord(
                quote=essay[finding.span],
                span=finding.span,
                check=finding.check or check,
                criterion=criterion,
                kind=finding.kind,
                type=_errant(finding),
                rule=finding.rule,
                line=essay.line_of(finding.span.start),
                message=finding.message,
                advice=finding.advice,
                replacements=list(finding.replacements),
                severity=finding.severity,
            )
            for finding in measured.findings
        ]
    return sorted(found, key=lambda finding: (finding.span, finding.check, finding.message))


def _errant(finding: Finding) -> str:
    """The field's name for a language error's type; "" for other findings."""
    if not finding.check.startswith(DETECTORS):
        return ""
    return str(load("patterns").get(finding.kind, {}).get("errant", "OTHER"))


def criterion_of(check: str, rubric: Rubric) -> str | None:
    """The criterion a check's findings belong to: the one with a rule on it, else the first with a rule on its room."""
    for criterion in rubric.criteria:
        if any(rule.check == check for rule in criterion.rules):
            return criterion.id
    room = check.partition(".")[0]
    same_room = [
        criterion.id
        for criterion in rubric.criteria
        if any(rule.check.partition(".")[0] == room for rule in criterion.rules)
    ]
    return room if room in same_room else same_room[0] if same_room else None
