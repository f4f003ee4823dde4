"""Whether each step of the body bears on the question.

Material that is not tied to the question earns nothing (FPSC 2015); ready-made padding is the commonest way to lose
marks that the candidate's knowledge deserved. A step is tied to the question when it makes, or comes near, one of the
expected points, or speaks of the question's subject together with the points' matters. Without expected points this
cannot be judged by its words and is left alone.

Good: a section on the fuel bill in an answer on the balance of payments.
Bad: a paragraph on the national anthem there.
"""

from grader.context import Context
from grader.facts.points import nearness
from grader.facts.question import Question, question, shares_subject
from grader.facts.sections import Unit, body_units
from grader.model import Essay, Finding, Measurement, Span

TITLE = "Sections on the question"
NEAR = 0.14


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the body's words in steps tied to the question, 0 to 1; None without a question or expected points."""
    asked = context.fact(question)
    body = context.fact(body_units)
    words = sum(unit.words for unit in body)
    if asked is None or not context.expected.points:
        return Measurement(
            None, note="no question given" if asked is None else "needs expected points to be judged (--points)"
        )
    if not words:
        return Measurement(None, note="no body paragraphs")
    near = dict(zip((sentence.span for sentence in essay.sentences), context.fact(nearness), strict=True))
    drifting = [unit for unit in body if not _tied(unit, near, asked)]
    findings = tuple(
        Finding(
            unit.sentences[0].span,
            f"{f'“{unit.title}”' if unit.headed else 'This paragraph'} does not show how it bears on the question.",
            "Tie it to the question in its first sentence, or leave it out.",
            kind="relevance",
        )
        for unit in drifting
    )
    on = words - sum(unit.words for unit in drifting)
    return Measurement(
        on / words,
        "share of the body's words",
        f"{len(body) - len(drifting)} of {len(body)} steps tied to the question",
        findings,
    )


def _tied(unit: Unit, near: dict[Span, float], asked: Question) -> bool:
    """Some sentence comes near a point, or the unit speaks of the question's subject in two of its words."""
    return max((near[sentence.span] for sentence in unit.sentences), default=0.0) >= NEAR or shares_subject(
        unit.text, asked, 2
    )
