"""Whether the opening takes a position on the question.

A thesis statement is one sentence that answers the question; everything after it argues for that answer. Examiners
put argument first and give nothing for material that is not tied to one (FPSC 2015; AP Language rubric, row A).

Good: "This answer argues that the reform failed because the districts never received the money."
Bad: "There are many causes and effects of the reform, which will be discussed."
"""

from grader.context import Context
from grader.facts.roles import LIKELY, SURE, opening, thesis
from grader.model import Essay, Finding, Measurement

TITLE = "Thesis statement"


def check(essay: Essay, context: Context) -> Measurement:
    """1 for a position taken in so many words, 0.7 for one that can be read so, 0 for none; None without prose."""
    sentences = context.fact(opening)
    if not sentences:
        return Measurement(None, note="no prose to look at")
    found = context.fact(thesis)
    if found is None:
        advice = "Answer the question in one sentence at the end of the introduction: 'This answer argues that ... because ...'"
        missing = Finding(
            sentences[-1].span,
            "The introduction ends without taking a position on the question.",
            advice,
            kind="thesis",
        )
        return Measurement(0.0, "found or not", "no position found in the opening", (missing,))
    if found.confidence >= SURE:
        return Measurement(1.0, "found or not", "a position is stated", quote=found.span)
    assert found.confidence >= LIKELY
    advice = "Make it unmistakable: begin it with 'This answer argues that ...'"
    unsure = Finding(
        found.span, "This reads like your position, but a hurried marker may miss it.", advice, kind="thesis"
    )
    return Measurement(0.7, "found or not", "a sentence that can be read as a position", (unsure,), quote=found.span)
