"""The steps of the answer for its map: sections and unheaded paragraphs in order, with role, length and topic sentences."""

from __future__ import annotations

from collections import Counter

from grader.context import Context
from grader.facts.sections import BESIDE, Section, Unit, sections, units
from grader.facts.steps import steps
from grader.facts.support import Depth
from grader.facts.topics import paragraphs
from grader.model import Span
from grader.records import MapStep, Sourced

_NAMED, _PLACED = 0.95, 0.7  # confidence in a role that a heading names, and in one told by its place


def map_steps(context: Context) -> list[MapStep]:
    """Steps in order; headings that only hold others among them."""
    holding = [
        section
        for section in context.fact(sections)
        if section.heading and not section.words and section.role not in BESIDE
    ]
    found = [
        *(_of_unit(unit, context) for unit in context.fact(units)),
        *(_of_heading(one, context) for one in holding),
    ]
    return sorted(found, key=lambda step: step.span)


def _of_unit(unit: Unit, context: Context) -> MapStep:
    essay = context.essay
    section = next((one for one in context.fact(sections) if one.heading and one.span == unit.span), None)
    span = section.heading.span if section and section.heading else unit.sentences[0].span
    return MapStep(
        quote=essay[span],
        span=span,
        title=section.title if section else "",
        number=section.heading.number if section and section.heading else "",
        level=section.level if section else 1,
        role=unit.role,
        words=unit.words,
        depth=depths(context).get(unit.span, ""),
        line=essay.line_of(span.start),
        confidence=_NAMED if section else _PLACED,
        topics=_topics(unit, context),
    )


def _of_heading(section: Section, context: Context) -> MapStep:
    assert section.heading is not None
    essay, span = context.essay, section.heading.span
    return MapStep(
        quote=essay[span],
        span=span,
        title=section.title,
        number=section.heading.number,
        level=section.level,
        role=section.role,
        words=0,
        depth="",
        line=essay.line_of(span.start),
        confidence=_NAMED,
        topics=[],
    )


def _topics(unit: Unit, context: Context) -> list[Sourced]:
    essay = context.essay
    return [
        Sourced(
            quote=essay[one.topic.span],
            span=one.topic.span,
            line=essay.line_of(one.topic.span.start),
            confidence=round(one.confidence, 2),
        )
        for one in context.fact(paragraphs)
        if one.unit == unit and one.topic
    ]


def depths(context: Context) -> dict[Span, Depth]:
    """How far the larger part of each unit is carried, by its place."""
    weights: dict[Span, Counter[Depth]] = {}
    for step in context.fact(steps):
        weights.setdefault(step.unit.span, Counter())[step.depth] += step.words
    return {span: counts.most_common(1)[0][0] for span, counts in weights.items()}
