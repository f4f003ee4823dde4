"""Whether everything is said once: no sentence or quotation again, no argument under two heads.

What stands twice earns once, and takes the place of a point that was still free. Examiners ask for answers without
padding (FPSC 2018) and complain of the same quotations and examples again (2019).

Good: each section with an argument of its own.
Bad: the second and the fifth section both on the water bill, in much the same words.
"""

from grader.context import Context
from grader.facts.repeats import Repeat, repeats
from grader.facts.retold import Retold, retold
from grader.model import Essay, Finding, Measurement

TITLE = "Said once"
MOST = 8  # findings: an answer pasted twice is one matter, not fifty


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the prose that does not stand again, 0 to 1; None with fewer than three sentences."""
    if len(essay.sentences) < 3:
        return Measurement(None, note="too short to repeat anything")
    twice = context.fact(retold)
    again = {one.again for one in twice}
    alike = [one for one in context.fact(repeats) if one.again.span not in again]
    words = sum(one.words for one in twice) + sum(len(one.again.tokens) for one in alike)
    findings = [_stands_again(essay, one) for one in twice] + [_made_again(essay, one) for one in alike]
    findings = sorted(findings, key=lambda finding: finding.span)[:MOST]
    count = len(twice) + len(alike)
    note = (
        f"{count} place{'s' * (count != 1)} where something comes again" if count else "nothing was found to come again"
    )
    return Measurement(max(0.0, 1 - words / essay.prose_words), "share of the prose", note, tuple(findings))


def _stands_again(essay: Essay, one: Retold) -> Finding:
    return Finding(
        one.again,
        f"The same {one.kind} stands on line {essay.line_of(one.first.start)}.",
        "Keep it where it serves best, and use this place for something new.",
        severity="minor",
        kind="repetition",
    )


def _made_again(essay: Essay, one: Repeat) -> Finding:
    return Finding(
        one.again.span,
        f"This says much the same as line {essay.line_of(one.first.span.start)}: “{one.first.text.strip()}”",
        "Make the point once, under one head; use this place for another point, or say what is new here.",
        kind="repetition",
    )
