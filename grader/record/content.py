"""What the answer says, in the contract's form: expected points, claims, citations, references."""

from __future__ import annotations

from collections.abc import Mapping

from grader.citing.match import Verdict
from grader.citing.model import InText
from grader.context import Context
from grader.facts.citations import Citation, citations
from grader.facts.ledger import ledger
from grader.facts.listing import Listing, listing
from grader.facts.points import coverage
from grader.facts.references import Reference, references
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
    found = context.fact(listing)
    ties = dict(zip(found.cited, found.verdicts, strict=True))
    return [
        CitationRecord(
            quote=context.essay[one.span],
            span=one.span,
            author=one.author,
            year=one.year,
            number=one.number,
            listed=_is_listed(one, found, ties),
        )
        for one in context.fact(citations)
    ]


def _is_listed(one: Citation, found: Listing, ties: Mapping[InText, Verdict]) -> bool | None:
    """Whether the list has what is cited; None without a list, and for a footnote of which that cannot be told."""
    if not found.entries or one.source is None:
        return None
    if one.source.form == "note":
        noted = zip(found.notes, found.noted, strict=True)
        verdict = next((tie for note, tie in noted if note.entry.number == one.number), None)
        return verdict.tie != "none" if verdict else None
    verdict = ties.get(one.source)
    if verdict is None:
        return None
    return one.number not in verdict.missing if one.number is not None else verdict.tie != "none"


def reference_records(context: Context) -> list[ReferenceRecord]:
    """Every entry of the reference list."""
    found = context.fact(listing)
    uncited = {
        one.span for one, standing in zip(found.entries, found.standings, strict=True) if standing == "not cited"
    }
    return [
        ReferenceRecord(
            quote=context.essay[one.span],
            span=one.span,
            author=_author(one),
            year=one.entry.year,
            number=one.entry.number,
            cited=one.span not in uncited,
        )
        for one in context.fact(references)
    ]


def _author(one: Reference) -> str:
    """The authors as the entry writes them."""
    entry = one.entry
    return next((entry.text[field.start : field.end] for field in entry.fields if field.label == "author"), "")
