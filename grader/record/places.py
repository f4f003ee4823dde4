"""Places of the essay in the contract's form."""

from __future__ import annotations

from grader.context import Context
from grader.facts.sections import sections
from grader.model import Span
from grader.records import Evidence


def evidence(span: Span, context: Context) -> Evidence:
    """A stretch with its line and the heading above it."""
    essay = context.essay
    return Evidence(quote=essay[span], span=span, section=section_at(span, context), line=essay.line_of(span.start))


def section_at(span: Span, context: Context) -> str:
    """The number and words of the heading that a stretch stands under; "" under none."""
    holding = [section for section in context.fact(sections) if section.span.holds(span)]
    if not holding:
        return ""
    return " ".join(filter(None, (holding[-1].heading.number if holding[-1].heading else "", holding[-1].title)))
