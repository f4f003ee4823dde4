"""Facts, measurements and score -> the result that is written down. No judgement is made here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from grader import __version__
from grader.context import Context
from grader.facts.question import Question, question
from grader.feedback import actions, strengths
from grader.lexicon import load
from grader.model import Measurement
from grader.record.content import citation_records, claim_records, point_results, reference_records
from grader.record.findings import criterion_of, findings
from grader.record.marks import criterion_result, measurement_record, reason, rubric_record, summary
from grader.record.structure import NOTHING, structure_record
from grader.result import VERSION, BlockRecord, EssayRecord, Flag, PenaltyRecord, Result, Versions
from grader.rubric.model import Gate, Penalty, Rubric
from grader.scoring import Score

__all__ = ["criterion_of", "record"]

Found = TypeVar("Found")


def record(context: Context, rubric: Rubric, measurements: Mapping[str, Measurement], score: Score) -> Result:
    """Everything known of one marked essay, in the contract's form."""
    engine = context.engine
    return Result(
        grader_result=VERSION,
        essay=_essay(context),
        rubric=rubric_record(rubric),
        marks=score.marks,
        out_of=score.out_of,
        subtotal=score.subtotal,
        range=score.range,
        band=score.band.title if score.band else None,
        summary=summary(score),
        criteria=[criterion_result(one, score) for one in score.criteria],
        penalties=[PenaltyRecord(id=penalty.id, say=penalty.say, marks=off) for penalty, off in score.penalties],
        capped_by=score.capped_by.id if score.capped_by else None,
        findings=findings(context.essay, rubric, measurements),
        strengths=strengths(score, context.essay),
        actions=actions(score, context.essay),
        points=_safely(point_results, context, []),
        claims=_safely(claim_records, context, []),
        citations=_safely(citation_records, context, []),
        references=_safely(reference_records, context, []),
        structure=_safely(structure_record, context, NOTHING),
        flags=[*_flags(context, rubric, measurements, score)],
        not_judged=[*load("advice")["not_judged"]],
        measurements={check: measurement_record(measured) for check, measured in measurements.items()},
        versions=Versions(grader=__version__, engine=f"{engine.name} {engine.version}" if engine else "none"),
    )


def _safely(make: Callable[[Context], Found], context: Context, otherwise: Found) -> Found:
    """A fact that crashes has failed its checks already (they say so); the rest of the result still stands."""
    try:
        return make(context)
    except Exception:
        return otherwise


def _question(context: Context) -> Question | None:
    return _safely(lambda one: one.fact(question), context, None)


def _essay(context: Context) -> EssayRecord:
    essay = context.essay
    asked = _question(context)
    return EssayRecord(
        name=essay.name,
        words=essay.words,
        prose_words=essay.prose_words,
        question=asked.text if asked else "",
        directive="; ".join(directive.name for directive in asked.directives) if asked else "",
        reading="; ".join(directive.reading for directive in asked.directives) if asked else "",
        target_words=context.task.target_words,
        text=essay.text,
        blocks=[
            BlockRecord(
                kind=block.kind,
                span=block.span,
                level=block.level,
                number=block.number,
                label=essay.label_of(block) if block.title else "",
            )
            for block in essay.blocks
        ],
        struck=list(essay.marks.struck),
        inserted=list(essay.marks.inserted),
        hidden=list(essay.marks.hidden),
    )


def _failed(check: str, error: str, rubric: Rubric) -> Iterable[Flag]:
    """What a failed check leaves open: the criteria with a rule on it, and the limits that ask for it."""
    said = f"The check {check} failed ({error})"
    for criterion in rubric.criteria:
        if any(rule.check == check for rule in criterion.rules):
            yield Flag(id="needs-a-person", say=f"{said}; somebody has to mark {criterion.title}.")
    limits: list[Gate | Penalty] = [*rubric.gates, *rubric.penalties]
    for limit in limits:
        if check in limit.when.names:
            yield Flag(
                id="needs-a-person", say=f"{said}; the rubric's limit “{limit.id}” rests on it, so no total is given."
            )


def _flags(context: Context, rubric: Rubric, measurements: Mapping[str, Measurement], score: Score) -> Iterable[Flag]:
    if score.refused_by:
        yield Flag(id="refused", say=score.refused_by.say)
    for check, measured in measurements.items():
        if measured.error:
            yield from _failed(check, measured.error, rubric)
    for one in score.criteria:
        if one.state == "tutor":
            yield Flag(
                id="tutor", say=f"{one.criterion.title}: the tutor gives these marks, up to {one.criterion.marks:g}."
            )
        if one.state == "not judged" and not score.refused_by:
            yield Flag(
                id="not-judged",
                say=f"{one.criterion.title} ({one.criterion.marks:g} marks) was not judged: {reason(one)[:1].lower()}{reason(one)[1:]}",
            )
        if one.capped_by:
            gate = next(gate for gate in rubric.gates if gate.id == one.capped_by)
            yield Flag(id="capped", say=f"{one.criterion.title} is capped at {gate.to:g} marks: {gate.say}")
    if score.capped_by:
        yield Flag(id="capped", say=f"The total is capped at {score.capped_by.to:g} marks: {score.capped_by.say}")
    if _question(context) is None:
        yield Flag(
            id="no-question",
            say="No question was given or found in the file, so nothing here says whether the text answers one.",
        )
    if not context.expected.points and any(
        rule.check == "coverage.expected-points" for criterion in rubric.criteria for rule in criterion.rules
    ):
        yield Flag(
            id="no-points",
            say="No expected points were given, so coverage rests on how the argument is developed, not on what it should contain.",
        )
    if context.engine is None and any(
        rule.check == "language.error-density" for criterion in rubric.criteria for rule in criterion.rules
    ):
        yield Flag(
            id="no-engine",
            say="No language engine was used: fewer errors are found, and the language mark is likely too kind.",
        )
