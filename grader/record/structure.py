"""The map of the answer in the contract's form: thesis, verdict, other side, outline, sections, promises."""

from __future__ import annotations

from grader.context import Context
from grader.facts.outline import outlines
from grader.facts.promises import promises
from grader.facts.roles import Located, counter_argument, plan, thesis, verdict
from grader.facts.sections import Section, sections
from grader.model import Essay
from grader.record.steps import depths, map_steps
from grader.records import Quote, Sourced
from grader.result import (
    CounterArgumentRecord,
    OutlineItem,
    OutlineRecord,
    PromiseRecord,
    SectionRecord,
    StructureRecord,
)

NOTHING = StructureRecord(
    thesis=None,
    plan=None,
    conclusion_verdict=None,
    counter_argument=None,
    outline=[],
    headings=[],
    promises=[],
    steps=[],
)


def structure_record(context: Context) -> StructureRecord:
    """The whole map; what was not found is null."""
    essay = context.essay
    return StructureRecord(
        thesis=_located(essay, context.fact(thesis)),
        plan=_located(essay, context.fact(plan)),
        conclusion_verdict=_located(essay, context.fact(verdict)),
        counter_argument=_counter_argument(context),
        outline=_outlines(context),
        headings=_sections(context),
        promises=[
            PromiseRecord(
                quote=essay[one.span], span=one.span, kept=one.kept, line=essay.line_of(one.span.start), said=one.said
            )
            for one in context.fact(promises)
        ],
        steps=map_steps(context),
    )


def _counter_argument(context: Context) -> CounterArgumentRecord | None:
    essay, found = context.essay, context.fact(counter_argument)
    if found is None:
        return None
    return CounterArgumentRecord(
        quote=essay[found.span],
        span=found.span,
        line=essay.line_of(found.span.start),
        confidence=round(found.confidence, 2),
        answer=Quote(quote=essay[found.answer], span=found.answer) if found.answer else None,
    )


def _outlines(context: Context) -> list[OutlineRecord]:
    essay = context.essay
    return [
        OutlineRecord(
            section=_full_title(outline.section) if outline.section else "",
            items=[
                OutlineItem(
                    quote=essay[item.block.span],
                    span=item.block.span,
                    text=item.text,
                    level=item.block.level,
                    state=item.state,
                    heading=essay.label_of(item.heading) if item.heading else "",
                    in_order=item.in_order,
                    sure=item.sure,
                )
                for item in outline.items
            ],
            extra=[essay.label_of(heading) for heading in outline.extra],
        )
        for outline in context.fact(outlines)
    ]


def _sections(context: Context) -> list[SectionRecord]:
    essay = context.essay
    carried = depths(context)
    return [
        SectionRecord(
            quote=essay[section.heading.span] if section.heading else essay[section.span],
            span=section.heading.span if section.heading else section.span,
            title=section.title,
            number=section.heading.number if section.heading else "",
            level=section.level,
            role=section.role,
            words=section.words,
            depth=carried.get(section.span, ""),
            line=essay.line_of(section.span.start),
        )
        for section in context.fact(sections)
    ]


def _full_title(section: Section) -> str:
    number = section.heading.number if section.heading else ""
    return f"{number} {section.title}".strip()


def _located(essay: Essay, found: Located | None) -> Sourced | None:
    if found is None:
        return None
    return Sourced(
        quote=essay[found.span],
        span=found.span,
        line=essay.line_of(found.span.start),
        confidence=round(found.confidence, 2),
    )
