"""Whether each step of the body bears on the question.

Material that is not tied to the question earns nothing (FPSC 2015); ready-made padding is the commonest way to lose
marks that the candidate's knowledge deserved. A paragraph is tied to the question when it makes, or comes near, one of the
expected points, or speaks of the question's subject together with the points' matters. Without expected points this
cannot be judged by its words and is left alone.

Good: a section on the fuel bill in an answer on the balance of payments.
Bad: a paragraph on the national anthem there.
"""

from grader.context import Context
from grader.facts.drift import drifting
from grader.facts.question import question
from grader.facts.sections import body_units
from grader.model import Essay, Finding, Measurement, Sentence
from grader.words import says_something

TITLE = "Sections on the question"


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the body's words in steps tied to the question, 0 to 1; None without a question or expected points."""
    astray = context.fact(drifting)
    if astray is None:
        asked = context.fact(question)
        return Measurement(None, note="needs expected points to be judged (--points)" if asked else "no question given")
    body = context.fact(body_units)
    words = sum(len(one.tokens) for unit in body for one in unit.sentences if _says(one))
    if not words:
        return Measurement(None, note="no body paragraphs")
    findings = tuple(
        Finding(
            one.sentences[0].span,
            f"{f'“{one.unit.title}”' if one.unit.headed and one.whole else 'This paragraph'} does not show how it bears on the question.",
            "Tie it to the question in its first sentence, or leave it out.",
            kind="relevance",
        )
        for one in astray
    )
    off = sum(one.words for one in astray)
    note = f"{len(body) - sum(one.whole for one in astray)} of {len(body)} steps tied to the question"
    if part := sum(not one.whole for one in astray):
        note += f", {part} of them in part"
    return Measurement((words - off) / words, "share of the body's words", note, findings)


def _says(sentence: Sentence) -> bool:
    return says_something([token.text for token in sentence.tokens])
