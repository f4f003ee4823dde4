"""Whether the steps of the argument carry comparable weight: none a mere line, none swallowing the answer.

A section of a sentence or two asserts without arguing; an introduction of a quarter of the answer leaves the argument
no room (style guides give it, and the conclusion, about a tenth). The bounds are those of exam practice: 35 to 250 words
a step (from 18 in introduction and conclusion), no step above 35 per cent and far above the others, introduction and
conclusion below 25 each. A few words that lead in to sub-sections are no thin section, nor is a list of keywords.

Good: six sections of 90 to 140 words.
Bad: four sections of 20 words beside one of 400.
"""

import itertools

from grader.context import Context
from grader.facts.sections import Unit, keywords_only, role_units, sections, units
from grader.model import Essay, Finding, Measurement, Span

TITLE = "Balance of sections"
THIN, LONG, LARGEST_SHARE = 35, 250, 0.35
FAR_ABOVE = 1.75  # times the average step: where all sections are long, none is too long for the rest
FRAME_SHARE, FRAME_WORDS = 0.25, 80  # of introduction or conclusion; shorter than that many words, none is too long
_FEW = 4  # thin steps that are each named
FRAME_THIN = 18  # words: one short sentence


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the steps within bounds, 0 to 1; None with fewer than three steps."""
    steps = context.fact(units)
    if len(steps) < 3:
        return Measurement(None, note="fewer than three sections or paragraphs")
    total = sum(unit.words for unit in steps)
    leads = _leads(context)
    findings = [
        finding
        for unit in steps
        if (finding := _finding(unit, total, len(steps), unit.span in leads or keywords_only(unit, essay)))
    ]
    seen = {finding.span for finding in findings}
    for role, members in context.fact(role_units).items():
        if role != "body" and members and (frame := _frame(role, members, total)) and frame.span not in seen:
            findings.append(frame)
    fair = len(steps) - len(findings)
    findings = _gathered(findings, len(steps))
    note = f"{fair} of {len(steps)} sections or paragraphs of fair length"
    return Measurement(fair / len(steps), "share", note, tuple(sorted(findings, key=lambda finding: finding.span)))


def _gathered(findings: list[Finding], steps: int) -> list[Finding]:
    """One finding for all thin steps where most are thin: an answer of one-line paragraphs has one fault, not twenty."""
    thin = [finding for finding in findings if finding.kind == "thin section"]
    if len(thin) <= max(_FEW, steps / 2):
        return findings
    whole = Finding(
        min(thin, key=lambda finding: finding.span).span,
        f"{len(thin)} of {steps} paragraphs have only a line or two.",
        "Join the lines that make one point into a paragraph: the claim, the reason and one fact together.",
        kind="thin section",
    )
    return [whole, *(finding for finding in findings if finding.kind != "thin section")]


def _frame(role: str, members: tuple[Unit, ...], total: int) -> Finding | None:
    """A finding for an introduction or conclusion that takes too much of the answer."""
    words = sum(unit.words for unit in members)
    if words <= max(FRAME_WORDS, FRAME_SHARE * total):
        return None
    advice = "Keep what it is for, and move the argument in it to a section of its own."
    message = f"The {role} takes {words} of {total} words."
    return Finding(members[0].sentences[0].span, message, advice, kind="long section")


def _leads(context: Context) -> set[Span]:
    """Places of sections that only lead in to their sub-sections."""
    found = context.fact(sections)
    return {one.span for one, after in itertools.pairwise(found) if one.heading and after.level > one.level}


def _finding(unit: Unit, total: int, steps: int, leads: bool) -> Finding | None:
    span = unit.sentences[0].span
    if unit.words < (THIN if unit.role == "body" else FRAME_THIN):
        if leads:
            return None
        if unit.role != "body":
            advice = "An introduction says what is asked and what you hold; a conclusion settles it. Two sentences do."
            message = f"Only {unit.words} word{'s stand' if unit.words != 1 else ' stands'} here."
            return Finding(span, message, advice, kind="thin section")
        advice = "Add the reason and one fact, or merge it with its neighbour."
        return Finding(
            span,
            f"Only {unit.words} word{'s' * (unit.words != 1)}: hardly room for a reason and a fact.",
            advice,
            kind="thin section",
        )
    long = (unit.words > LONG and unit.words > 0.2 * total) or unit.words > LARGEST_SHARE * total
    if long and unit.words > FAR_ABOVE * total / steps:
        advice = "Split it at its second idea, or cut what repeats."
        return Finding(span, f"{unit.words} of {total} words stand here.", advice, kind="long section")
    return None
