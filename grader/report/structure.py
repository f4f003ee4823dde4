"""The structure map and the redo task, read off the result."""

from __future__ import annotations

from dataclasses import dataclass

from grader.lexicon import load
from grader.records import MapStep
from grader.report.numbers import count, shorten
from grader.result import OutlineItem, Result

_REDO_WORDS = (80, 200)  # room for claim, reason, fact and consequence, and no more than a page
_MORE = 30  # words that a reason and a fact take
_STUB = 15  # fewer words than this are a line to strike, not a paragraph to write again


@dataclass(frozen=True, slots=True)
class Row:
    """One block of the map: what it is, how long, and what was found in it.

    ``step`` is None for an item of the outline that no section takes up; then ``announced`` are its words.
    """

    step: MapStep | None
    level: int
    share: float  # of the longest step's words
    announced: str  # "same", "changed", "extra", or "" where no outline speaks of it; of a missing item its words
    in_order: bool
    roles: tuple[str, ...]
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One part that answers are asked to have: whether it was found (None: half of it), and in what words to say so."""

    name: str
    found: bool | None
    say: str


def section_map(result: Result) -> list[Row]:
    """The answer's steps in order, and between them what the outline announced and nobody wrote."""
    steps = result.structure.steps
    longest = max((step.words for step in steps), default=0) or 1
    items = {item.heading: item for outline in result.structure.outline for item in outline.items if item.heading}
    extra = {heading for outline in result.structure.outline for heading in outline.extra}
    rows = []
    ends = [*(step.span.start for step in steps[1:]), len(result.essay.text)]
    for step, end in zip(steps, ends, strict=False):
        item = items.get(step.title) if step.title else None
        announced = "extra" if step.title and step.title in extra else item.state if item else ""
        rows.append(
            Row(
                step,
                step.level,
                step.words / longest,
                announced,
                item.in_order if item else True,
                tuple(_roles(result, step.span.start, end)),
                tuple(_faults(result, step.span.start, end)),
            )
        )
    for before, level, item in reversed(missing_items(result)):
        place = next((i for i, row in reversed(list(enumerate(rows))) if row.step and row.step.title in before), -1)
        rows.insert(place + 1, Row(None, level, 0.0, item.text, True, (), ()))
    return rows


def missing_items(result: Result) -> list[tuple[frozenset[str], int, OutlineItem]]:
    """Items surely without a section in the body, each with the headings of the items before it in its outline, and its level."""
    found = []
    for outline in result.structure.outline:
        before = {outline.section.partition(" ")[2] or outline.section} if outline.section else set()
        for item in outline.items:
            if item.state == "missing" and item.sure:
                found.append((frozenset(before), item.level + bool(outline.section), item))
            elif item.heading:
                before.add(item.heading)
    return found


def parts(result: Result) -> list[Part]:
    """What a marker looks for at a glance, in the order of the page."""
    structure = result.structure
    items = [item for outline in structure.outline for item in outline.items if item.sure]
    written = sum(item.state != "missing" for item in items)
    broken = sum(not promise.kept for promise in structure.promises)
    other = structure.counter_argument
    found = [
        Part("position", structure.thesis is not None, "in the opening"),
        Part("plan", structure.plan is not None, ""),
    ]
    if items:
        found.append(Part("outline", written == len(items) or None, f"{written} of {len(items)} written"))
    if structure.promises:
        kept = len(structure.promises) - broken
        found.append(Part("promises", not broken or None, f"{kept} of {len(structure.promises)} kept"))
    answered = other is not None and other.answer is not None
    found.append(
        Part(
            "other side",
            answered or (None if other else False),
            "answered" if answered else "not answered" if other else "",
        )
    )
    found.append(Part("verdict", structure.conclusion_verdict is not None, ""))
    return found


def _roles(result: Result, start: int, end: int) -> list[str]:
    structure = result.structure
    other = structure.counter_argument
    places = (
        ("position", structure.thesis),
        ("plan", structure.plan),
        ("other side", other),
        ("its answer", other.answer if other else None),
        ("verdict", structure.conclusion_verdict),
    )
    return [name for name, found in places if found is not None and start <= found.span.start < end]


def _faults(result: Result, start: int, end: int) -> list[str]:
    chips = load("map")["chips"]
    return list(
        dict.fromkeys(chips[one.kind] for one in result.findings if one.kind in chips and start <= one.span.start < end)
    )


def redo_task(result: Result) -> str:
    """One small piece of work: the weakest section or paragraph of the body, written again."""
    body = [step for step in result.structure.steps if step.role == "body" and step.depth and step.words >= _STUB]
    if not body:
        return ""
    weakest = min(body, key=lambda step: (("asserted", "explained", "evidenced").index(step.depth), step.words))
    least, most = _REDO_WORDS
    target = min(most, max(least, weakest.words + _MORE))
    name = shorten(f"{weakest.number} {weakest.title}".strip(), 90)
    return (
        f"Write {f'“{name}”' if name else f'the paragraph on line {weakest.line}'} again in about "
        f"{count(target, 'word')} (now {weakest.words:,}): the claim, the reason, "
        "one dated or named fact, and what follows for the question."
    )
