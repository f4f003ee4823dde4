"""The structure map and the redo task, read off the result."""

from __future__ import annotations

from dataclasses import dataclass

from grader.report.numbers import count, shorten
from grader.result import OutlineItem, Result, SectionRecord

_REDO_WORDS = (80, 200)  # room for claim, reason, fact and consequence, and no more than a page
_MORE = 30  # words that a reason and a fact take
_STUB = 15  # fewer words than this are a line to strike, not a paragraph to write again


@dataclass(frozen=True, slots=True)
class Row:
    """One section of the map: its length against the longest, what the outline said of it, what was found in it."""

    section: SectionRecord
    share: float  # of the longest section's words
    outline: str  # "same", "changed", "extra" or "" where no outline covers it
    roles: tuple[str, ...]


def section_map(result: Result) -> list[Row]:
    """Sections in order; the outline itself and the reference list are not steps of the argument."""
    sections = [section for section in result.structure.headings if section.role not in ("outline", "references")]
    if not sections:
        return []
    longest = max(section.words for section in sections) or 1
    states = {
        item.heading: item.state for outline in result.structure.outline for item in outline.items if item.heading
    }
    extra = {heading for outline in result.structure.outline for heading in outline.extra}
    ends = [*(section.span.start for section in sections[1:]), len(result.essay.text)]
    return [
        Row(
            section,
            section.words / longest,
            "extra" if section.title in extra else states.get(section.title, ""),
            tuple(_roles(result, section.span.start, end)),
        )
        for section, end in zip(sections, ends, strict=True)
    ]


def _roles(result: Result, start: int, end: int) -> list[str]:
    structure = result.structure
    places = (
        ("thesis", structure.thesis),
        ("other side", structure.counter_argument),
        ("verdict", structure.conclusion_verdict),
    )
    return [name for name, found in places if found is not None and start <= found.span.start < end]


def missing_items(result: Result) -> list[tuple[str, OutlineItem]]:
    """(section, item) for outline items without a section in the body."""
    return [
        (outline.section, item)
        for outline in result.structure.outline
        for item in outline.items
        if item.state == "missing"
    ]


def redo_task(result: Result) -> str:
    """One small piece of work: the weakest section of the body, written again."""
    body = [
        section
        for section in result.structure.headings
        if section.role == "body" and section.depth and section.words >= _STUB
    ]
    if not body:
        return ""
    weakest = min(
        body, key=lambda section: (("asserted", "explained", "evidenced").index(section.depth), section.words)
    )
    least, most = _REDO_WORDS
    target = min(most, max(least, weakest.words + _MORE))
    name = shorten(f"{weakest.number} {weakest.title}".strip(), 90)
    return (
        f"Write {f'“{name}”' if name else f'the paragraph on line {weakest.line}'} again in about "
        f"{count(target, 'word')} (now {weakest.words:,}): the claim, the reason, "
        "one dated or named fact, and what follows for the question."
    )
