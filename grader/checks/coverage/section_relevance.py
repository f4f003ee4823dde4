"""Whether each step of the body bears on the question.

Material that is not tied to the question earns nothing (FPSC 2015); ready-made padding is the commonest way to lose
marks that the candidate's knowledge deserved. A step is tied to the question when it makes, or comes near, one of the
expected points, or speaks of the question's subject together with the points' matters. Without expected points this
cannot be judged by its words and is left alone.

Good: a section on the fuel bill in an answer on the balance of payments.
Bad: a paragraph on the national anthem there.
"""

from grader.context import Context
from grader.facts.drift import drifting
from grader.facts.question import question
from grader.facts.sections import body_units
from grader.model import Essay, Finding, Measurement

TITLE = "Sections on the question"


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the body's words in steps tied to the question, 0 to 1; None without a question or expected points."""
    astray = context.fact(drifting)
    if astray is None:
        asked = context.fact(question)
        return Measurement(None, note="needs expected points to be judged (--points)" if asked else "no question given")
    body = context.fact(body_units)
    words = sum(unit.words for unit in body)
    if not words:
        return Measurement(None, note="no body paragraphs")
    findings = tuple(
        Finding(
            unit.sentences[0].span,
            f"{f'“{unit.title}”' if unit.headed else 'This paragraph'} does not show how it bears on the question.",
            "Tie it to the question in its first sentence, or leave it out.",
            kind="relevance",
        )
        for unit in astray
    )
    return Measurement(
        (words - sum(unit.words for unit in astray)) / words,
        "share of the body's words",
        f"{len(body) - len(astray)} of {len(body)} steps tied to the question",
        findings,
    )
