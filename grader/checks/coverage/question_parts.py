"""Whether every part that the question asks for has its place in the answer.

"Causes and a way forward" is two questions; examiners find one of the two unanswered (FPSC 2015: candidates treat one
of the topic's variables and ignore the other). A part has its place when a heading names it, or when a paragraph
speaks its language in two sentences or more.

Good: a section on causes and one on remedies.
Bad: eight causes, and no remedy.
"""

import re

from grader.context import Context
from grader.facts.question import question
from grader.facts.sections import Unit, sections, units
from grader.lexicon import compile_phrases, load
from grader.model import Essay, Finding, Measurement

TITLE = "Parts of the question answered"


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the question's parts that have a place, 0 to 1; None when it asks for no parts by name."""
    asked = context.fact(question)
    if asked is None:
        return Measurement(None, note="no question given")
    if not asked.parts:
        return Measurement(None, note="the question names no parts")
    answered = [part for part in asked.parts if _has_place(part.name, essay, context)]
    missing = [part.title for part in asked.parts if part not in answered]
    findings = []
    if missing and essay.sentences:
        message = f"The question asks for {' and '.join(missing)}, but no part of the answer is given to {'it' if len(missing) == 1 else 'them'}."
        findings = [
            Finding(
                essay.sentences[-1].span,
                message,
                "Give each part of the question a section under its own name.",
                severity="minor",
                kind="relevance",
            )
        ]
    note = f"{len(answered)} of {len(asked.parts)} part{'s' * (len(asked.parts) != 1)} ({', '.join(part.name for part in asked.parts)})"
    return Measurement(len(answered) / len(asked.parts), "share of the parts", note, tuple(findings))


def _has_place(part: str, essay: Essay, context: Context) -> bool:
    aspect = load("directives")["aspects"][part]
    headed = compile_phrases(tuple(aspect["headed"]))
    if any(section.heading and headed.search(section.title) for section in context.fact(sections)):
        return True
    cues = compile_phrases(tuple(aspect["cues"]))
    return any(_speaks(unit, cues) for unit in context.fact(units) if unit.role == "body")


def _speaks(unit: Unit, cues: re.Pattern[str]) -> bool:
    return sum(bool(cues.search(sentence.text)) for sentence in unit.sentences) >= 2
