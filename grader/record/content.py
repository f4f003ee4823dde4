"""What the answer says, in the contract's form: expected points, claims, citations, references."""

from __future__ import annotations

from grader.context import Context
from grader.facts.citations import citations, matching, references
from grader.facts.claims import claims
from grader.facts.points import coverage
from grader.facts.sections import sections
from grader.model import Span
from grader.result import CitationRecord, ClaimRecord, Evidence, PointResult, ReferenceRecord


def point_results(context: Context) -> list[PointResult]:
    """Every expected point with its state and evidence."""
    essay = context.essay
    return [
        PointResult(
            id=one.point.id,
            text=one.point.text,
            group=one.point.group,
            state=one.state,
            score=round(one.score, 3),
            sure=one.sure,
            evidence=[
                Evidence(
                    quote=essay[span], span=span, section=_section_at(span, context), line=essay.line_of(span.start)
                )
                for span in one.evidence
            ],
        )
        for one in context.fact(coverage)
    ]


def _section_at(span: Span, context: Context) -> str:
    holding = [section for section in context.fact(sections) if section.span.holds(span)]
    return (
        " ".join(filter(None, (holding[-1].heading.number if holding[-1].heading else "", holding[-1].title)))
        if holding
        else ""
    )


def claim_records(context: Context) -> list[ClaimRecord]:
    """Every checkable claim."""
    essay = context.essay
    return [
        ClaimRecord(
            quote=essay[one.span],
            span=one.span,
            kind=one.kind,
            attribution=one.attribution,
            source=one.source,
            line=essay.line_of(one.span.start),
        )
        for one in context.fact(claims)
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
