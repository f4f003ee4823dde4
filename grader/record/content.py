"""What the answer says, in the contract's form: expected points, claims, citations, references."""

from __future__ import annotations

from grader.context import Context
from grader.facts.citations import citations, matching, references
from grader.facts.ledger import ledger
from grader.facts.points import coverage
from grader.facts.unexpected import also_argued
from grader.record.places import evidence
from grader.records import CitationRecord, ClaimRecord, ReferenceRecord
from grader.result import AlsoArgued, PointResult
from grader.scoring import Score
from grader.winnable import guidance, worths


def point_results(context: Context, score: Score) -> list[PointResult]:
    """Every expected point with its state, its evidence and what it would still win."""
    found = context.fact(coverage)
    return [
        PointResult(
            id=one.point.id,
            text=one.point.text,
            group=one.point.group,
            state=one.state,
            weight=one.point.weight,
            score=round(one.score, 2),
            sure=one.sure,
            evidence=[evidence(span, context) for span in one.evidence],
            denied=evidence(one.denied, context) if one.denied else None,
            nearest=evidence(one.nearest, context) if one.nearest else None,
            worth=worth,
            advice=guidance(one) if worth else "",
        )
        for one, worth in zip(found, worths(score, found, dict(context.expected.groups)), strict=True)
    ]


def also_argued_records(context: Context) -> list[AlsoArgued]:
    """Steps of the argument beyond the expected points."""
    return [
        AlsoArgued(where=evidence(step.sentences[0].span, context), depth=step.depth)  # type: ignore[arg-type]
        for step in context.fact(also_argued)
    ]


def claim_records(context: Context) -> list[ClaimRecord]:
    """Every statement that a reader could check."""
    essay = context.essay
    return [
        ClaimRecord(
            quote=essay[one.span],
            span=one.span,
            kind=one.kind,
            attribution=one.attribution,
            source=one.source,
            carried=one.carried,
            need=one.need,
            line=essay.line_of(one.span.start),
        )
        for one in context.fact(ledger)
    ]


def citation_records(context: Context) -> list[CitationRecord]:
    """Every in-text citation."""
    match = context.fact(matching)
    unlisted = {(one.author, one.year, one.number) for one in match.unlisted} if match else set()
    return [
        CitationRecord(
            quote=context.essay[one.span],
            span=one.span,
            author=one.author,
            year=one.year,
            number=one.number,
            listed=(one.author, one.year, one.number) not in unlisted if match else None,
        )
        for one in context.fact(citations)
    ]


def reference_records(context: Context) -> list[ReferenceRecord]:
    """Every entry of the reference list."""
    match = context.fact(matching)
    return [
        ReferenceRecord(
            quote=context.essay[one.span],
            span=one.span,
            author=one.author,
            year=one.year,
            number=one.number,
            cited=not match or one not in match.uncited,
        )
        for one in context.fact(references)
    ]
