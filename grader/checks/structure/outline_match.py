"""Whether what the outline announces is what the body delivers, item by item.

Aspects listed in the outline but never discussed are a standing complaint of CSS examiners (2016). Both the outline
of the whole answer and the mini-outline under a section's heading are held against the headings of the body, or its
paragraphs where it has none. The order counts too: a marker who follows the outline looks for a part in its place.

Good: six items, six sections under the same words.
Bad: an item without a section; a section that no item announces; a section that comes before the one it should follow.
"""

from grader.context import Context
from grader.facts.outline import Item, Outline, lone_sections, outlines
from grader.model import Essay, Finding, Measurement

TITLE = "Outline against body"

_MOVED = 0.5  # an item that stands elsewhere was kept, but cannot be found where the marker looks for it


def check(essay: Essay, context: Context) -> Measurement:
    """Share of outline items and body headings that answer to each other, 0 to 1, an item out of order as a half; None
    without an outline."""
    found = context.fact(outlines)
    if not found:
        return Measurement(None, note="no outline in the answer")
    items = sum(outline.counted for outline in found)
    if not items:
        return Measurement(None, note="the outline could not be told apart in the body")
    kept, extra = sum(outline.found for outline in found), sum(len(outline.extra) for outline in found)
    moved = sum(len(outline.moved) for outline in found)
    findings = [finding for outline in found for finding in _findings(essay, outline)]
    for section in context.fact(lone_sections):
        assert section.heading is not None
        advice = "Give it a mini-outline as well, or leave them out everywhere."
        findings.append(
            Finding(
                section.heading.span,
                "This section has no mini-outline, although its sister sections have one.",
                advice,
                kind="mini-outline",
            )
        )
    note = f"{kept} of {items} outline items found in the body" + (
        f", {extra} section{'s' * (extra > 1)} not in the outline" if extra else ""
    )
    note += f", {moved} in another place" if moved else ""
    first = next((item.block.span for outline in found for item in outline.items if item.state == "same"), None)
    return Measurement(
        (kept - moved * _MOVED) / (items + extra),
        "share",
        note,
        tuple(sorted(findings, key=lambda finding: finding.span)),
        quote=first,
    )


def _findings(essay: Essay, outline: Outline) -> list[Finding]:
    where = (
        f"The outline of section {outline.section.heading.number or essay.label_of(outline.section.heading)}"
        if outline.section and outline.section.heading
        else "The outline"
    )
    found = [
        Finding(
            item.block.span,
            f"{where} announces this, but no section of the body takes it up.",
            "Write the section, or strike the item from the outline.",
            severity="minor",
            kind="outline",
        )
        for item in outline.items
        if item.state == "missing" and item.sure
    ]
    found += [_out_of_order(where, outline, item) for item in outline.moved]
    found += [
        Finding(
            heading.span,
            f"{where} does not list this section.",
            "Add it to the outline, so that the marker finds it announced.",
            severity="minor",
            kind="outline",
        )
        for heading in outline.extra
    ]
    return found


def _out_of_order(where: str, outline: Outline, item: Item) -> Finding:
    side, other = outline.passed(item)
    return Finding(
        item.block.span,
        f"{where} puts this {side} “{other.text}”; the body puts it {'after' if side == 'before' else 'before'}.",
        "Let the outline and the body run in the same order.",
        severity="minor",
        kind="outline",
    )
