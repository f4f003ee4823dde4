"""Facts, measurements and score -> the result that is written down. No judgement is made here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from grader import __version__, engines
from grader.citing.expected import STYLES
from grader.context import Context
from grader.facts.liststyle import list_style
from grader.facts.mode import mode
from grader.facts.points import matched_by
from grader.facts.question import Question, question
from grader.feedback import actions, strengths
from grader.lexicon import load
from grader.model import Measurement
from grader.record.asked import NOTHING as NO_ARGUMENT
from grader.record.asked import argument_record, question_record
from grader.record.content import (
    also_argued_records,
    citation_records,
    claim_records,
    point_results,
    reference_records,
)
from grader.record.findings import criterion_of, findings
from grader.record.flags import flags
from grader.record.listing import listing_flags
from grader.record.marks import criterion_result, measurement_record, rubric_record, summary
from grader.record.structure import NOTHING, structure_record
from grader.records import ArgumentRecord, CitationRecord, ClaimRecord, ModeRecord, QuestionRecord, ReferenceRecord
from grader.result import (
    VERSION,
    AlsoArgued,
    BlockRecord,
    EssayRecord,
    Flag,
    PenaltyRecord,
    PointResult,
    Result,
    StructureRecord,
    Versions,
)
from grader.rubric.model import Rubric
from grader.scoring import Score

__all__ = ["criterion_of", "record"]

Found = TypeVar("Found")


def record(context: Context, rubric: Rubric, measurements: Mapping[str, Measurement], score: Score) -> Result:
    """Everything known of one marked essay, in the contract's form."""
    failed: list[str] = []

    def part(name: str, make: Callable[[Context], Found], otherwise: Found) -> Found:
        return _safely(make, context, otherwise, partial(failed.append, name))

    points: list[PointResult] = part("the expected points", partial(point_results, score=score), [])
    question_taken_apart: QuestionRecord | None = part("the question taken apart", question_record, None)
    argument: ArgumentRecord = part("the steps of the argument", argument_record, NO_ARGUMENT)
    beyond: list[AlsoArgued] = part("points beyond the expected ones", also_argued_records, [])
    claimed: list[ClaimRecord] = part("the claims", claim_records, [])
    cited: list[CitationRecord] = part("the citations", citation_records, [])
    listed: list[ReferenceRecord] = part("the reference list", reference_records, [])
    built: StructureRecord = part("the map of the answer", structure_record, NOTHING)
    listed_points: list[Flag] = _safely(listing_flags, context, [])
    said = [*flags(context, _question(context), rubric, measurements, score), *listed_points]
    if failed:
        said.append(Flag(id="part-missing", say=f"Could not be worked out and is missing here: {', '.join(failed)}."))
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
        actions=actions(score, context.essay, points),
        question=question_taken_apart,
        argument=argument,
        points=points,
        matched_by=_safely(lambda one: one.fact(matched_by), context, ""),
        quotas={group: most for group, most in context.expected.groups if most},
        also_argued=beyond,
        sources=_sources(context),
        claims=claimed,
        citations=cited,
        references=listed,
        structure=built,
        flags=said,
        not_judged=[*load("advice")["not_judged"]],
        measurements={check: measurement_record(measured) for check, measured in measurements.items()},
        versions=Versions(grader=__version__, engine=engines.label(context.engine)),
    )


def _safely(
    make: Callable[[Context], Found],
    context: Context,
    otherwise: Found,
    tell: Callable[[], None] = lambda: None,
) -> Found:
    """A fact that crashes has failed its checks already (they say so); the rest of the result still stands."""
    try:
        return make(context)
    except Exception:
        tell()
        return otherwise


def _sources(context: Context) -> ModeRecord:
    held, style = context.fact(mode), context.fact(list_style)
    return ModeRecord(kind=held.kind, by=held.by, style=STYLES[style][1] if style else "")


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
