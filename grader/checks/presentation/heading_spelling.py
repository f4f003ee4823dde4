"""Whether the headings are spelt rightly.

A marker reads the headings first, and a slip in one is seen before anything else. The words are those that the
language part flags too; here they count for what they do to the page.

Good: "2. Effects on employment"
Bad: "2. Effects on goverment"
"""

from dataclasses import replace

from grader.context import Context
from grader.facts.language import DetectorFailed
from grader.model import Essay, Measurement

TITLE = "Spelling in headings"


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the headings without a misspelt word, 0 to 1; None without headings."""
    headings = essay.blocks_of("heading")
    if not headings:
        return Measurement(None, note="no headings")
    spelling = context.measure("language.errors.spelling")
    if spelling.error:
        raise DetectorFailed(spelling.error)
    findings = tuple(
        replace(finding, message="A misspelt word in a heading.", severity="minor", kind="heading spelling")
        for finding in spelling.findings
        if any(heading.span.holds(finding.span) for heading in headings)
    )
    right = sum(not any(heading.span.holds(finding.span) for finding in findings) for heading in headings)
    note = f"{right} of {len(headings)} headings without a misspelt word"
    return Measurement(right / len(headings), "share of the headings", note, findings)
