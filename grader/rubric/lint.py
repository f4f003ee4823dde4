"""What could trip a teacher up in a rubric that is valid: gates that cannot fire, points that overlap, vague words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from grader.lexicon import phrase_pattern
from grader.rubric.model import PointSet, Rubric
from grader.segment.similarity import title_similarity

_OVERLAP = 0.8


def lint(found: Rubric | PointSet) -> list[str]:
    """Warnings about a rubric or expected points, one sentence each, in the order of the file."""
    if isinstance(found, PointSet):
        return list(_points(found))
    return [*_criteria(found), *_gates(found), *_points(found.points)]


def _criteria(rubric: Rubric) -> Iterator[str]:
    if rubric.status == "derived" and not rubric.notice:
        yield "status is 'derived' but there is no 'notice'; say what the rubric was derived from"
    seen: dict[str, str] = {}
    for criterion in rubric.criteria:
        for text in (criterion.student_text, *(level.text for level in criterion.levels)):
            vague = phrase_pattern("vague", "words").search(text)
            if vague:
                yield f"criterion {criterion.id!r}: {vague.group()!r} in “{text}” means something else to every reader; say what can be seen"
        for rule in criterion.rules:
            if rule.check in seen:
                yield f"check {rule.check!r} gives marks in {seen[rule.check]!r} and again in {criterion.id!r}"
            seen.setdefault(rule.check, criterion.id)


def _gates(rubric: Rubric) -> Iterator[str]:
    marks = {criterion.id: criterion.marks for criterion in rubric.criteria}
    for gate in rubric.gates:
        most = rubric.total if gate.effect == "cap-total" else marks.get(gate.criterion, 0.0)
        if gate.effect != "refuse" and gate.to >= most:
            yield f"gate {gate.id!r} caps at {gate.to:g}, which is no less than the {most:g} marks there are; it can never take effect"


def _points(expected: PointSet) -> Iterator[str]:
    for one, other in combinations(expected.points, 2):
        if title_similarity(one.text, other.text) >= _OVERLAP:
            yield f"points {one.id!r} and {other.id!r} use nearly the same words; one sentence will count for both"
