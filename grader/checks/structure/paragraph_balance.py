"""Whether the steps of the argument carry comparable weight: none a mere line, none swallowing the answer.

A section of a sentence or two asserts without arguing; an introduction of a third of the answer leaves the argument
no room. The bounds are those of exam practice: 35 to 250 words a step, no step above 35 per cent.

Good: six sections of 90 to 140 words.
Bad: four sections of 20 words beside one of 400.
"""

from grader.context import Context
from grader.facts.sections import Unit, units
from grader.model import Essay, Finding, Measurement

TITLE = "Balance of sections"
THIN, LONG, LARGEST_SHARE = 35, 250, 0.35


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the steps within bounds, 0 to 1; None with fewer than three steps."""
    steps = context.fact(units)
    if len(steps) < 3:
        return Measurement(None, note="fewer than three sections or paragraphs")
    total = sum(unit.words for unit in steps)
    findings = [finding for unit in steps if (finding := _finding(unit, total))]
    fair = len(steps) - len(findings)
    return Measurement(
        fair / len(steps), "share", f"{fair} of {len(steps)} sections or paragraphs of fair length", tuple(findings)
    )


def _finding(unit: Unit, total: int) -> Finding | None:
    span = unit.sentences[0].span
    if unit.words < THIN:
        advice = "Add the reason and one fact, or merge it with its neighbour."
        return Finding(
            span, f"Only {unit.words} words: hardly room for a reason and a fact.", advice, kind="thin section"
        )
    if (unit.words > LONG and unit.words > 0.2 * total) or unit.words > LARGEST_SHARE * total:
        advice = "Split it at its second idea, or cut what repeats."
        return Finding(span, f"{unit.words} of {total} words stand here.", advice, kind="long section")
    return None
