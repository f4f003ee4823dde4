"""Whether every part that the question asks for has its place in the answer.

"Causes and a way forward" is two questions; examiners find one of the two unanswered (FPSC 2015: candidates treat one
of the topic's variables and ignore the other). A part has its place when a heading names it, when a step
speaks its language in two sentences or more, or when three steps do in one; named in a single sentence it counts half.

Good: a section on causes and one on remedies.
Bad: eight causes, and no remedy.
"""

from grader.context import Context
from grader.facts.parts import part_places
from grader.facts.question import question
from grader.model import Essay, Finding, Measurement

TITLE = "Parts of the question answered"


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the question's parts that have a place, half for those named in passing, 0 to 1; None when it asks for no parts by name."""
    asked = context.fact(question)
    if asked is None:
        return Measurement(None, note="no question given")
    found = context.fact(part_places)
    if not found:
        return Measurement(None, note="the question names no parts to look for")
    missing = [one.part.title for one in found if one.where is None]
    findings = []
    if missing and essay.sentences:
        message = f"The question asks for {' and '.join(missing)}, but no part of the answer was found that is given to {'it' if len(missing) == 1 else 'them'}."
        findings = [
            Finding(
                essay.sentences[-1].span,
                message,
                "Give each part of the question a section under its own name.",
                severity="minor",
                kind="question part",
            )
        ]
    passing = [one.part.name for one in found if one.in_passing]
    answered = len(found) - len(missing)
    note = f"{answered} of {len(found)} part{'s' * (len(found) != 1)} ({', '.join(one.part.name for one in found)})"
    note += f"; in passing: {', '.join(passing)}" if passing else ""
    return Measurement((answered - len(passing) / 2) / len(found), "share of the parts", note, tuple(findings))
