"""How much of the body stands under headings.

In a timed paper a marker has a minute or two for an answer; headings let the argument be seen at a glance, and
coaching for the CSS papers asks for them (a heading for each step of the argument).

Good: a body whose every step has its heading.
Bad: eight paragraphs in a row without one.
"""

from grader.context import Context
from grader.facts.sections import body_units
from grader.model import Essay, Finding, Measurement

TITLE = "Headings"


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the body's words that stand under a heading, 0 to 1; None without a body."""
    body = context.fact(body_units)
    words = sum(unit.words for unit in body)
    if not words:
        return Measurement(None, note="no body paragraphs")
    headed = sum(unit.words for unit in body if unit.headed)
    findings = []
    if headed < words / 2:
        first = next(unit for unit in body if not unit.headed)
        advice = "Give every step of the argument a heading that states its point in a few words."
        findings = [
            Finding(first.sentences[0].span, "The body goes on from here without a heading.", advice, kind="headings")
        ]
    count = sum(unit.headed for unit in body)
    note = f"{count} of {len(body)} steps of the body under a heading" if count else "no headings in the body"
    first_heading = next(
        (block.span for block in essay.blocks_of("heading") if block.span.start >= body[0].span.start), None
    )
    return Measurement(headed / words, "share of the body's words", note, tuple(findings), quote=first_heading)
