"""Whether the other side is heard and answered.

"Discuss", "critically examine", "evaluate" oblige the writer to weigh; an answer that knows only one side reads like
advocacy. An opposing view counts when it is brought in as such and then answered.

Good: "Critics reply that the fence was too costly. Yet smuggling fell by half in its first year."
Bad: "The fence was a great success in every way."
"""

from grader.context import Context
from grader.facts.question import question
from grader.facts.roles import counter_argument
from grader.facts.sections import body_units
from grader.lexicon import words
from grader.model import Essay, Finding, Measurement

TITLE = "Other side heard and answered"


def check(essay: Essay, context: Context) -> Measurement:
    """1 for an opposing view with its answer, 0.5 without one, 0 for none; None when there is no body to hold one, and for
    none where the question only asks to explain, describe, compare or suggest."""
    body = context.fact(body_units)
    if not body:
        return Measurement(None, note="no body paragraphs")
    found = context.fact(counter_argument)
    if found is None:
        asked = context.fact(question)
        if asked and asked.directives and all(one.name in words("directives", "tells") for one in asked.directives):
            return Measurement(None, note="the question does not ask for more than one side")
        return Measurement(0.0, "found or not", "no opposing view found")
    if found.answer is None:
        advice = "Answer it in the next sentence: what it overlooks, or why it weighs less."
        open_view = Finding(
            found.span, "An opposing view is brought in but not answered.", advice, kind="counter-argument"
        )
        return Measurement(0.5, "found or not", "an opposing view, but no answer found", (open_view,))
    return Measurement(1.0, "found or not", "an opposing view is brought in and answered", quote=found.span)
