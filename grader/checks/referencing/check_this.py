"""Statements without a figure or date that a reader would still ask about.

Feelings and designs told as if from within a state ("the state was threatened") and superlatives over the whole world
or all of history sound certain and rest on nobody. Examiners ask for evidence in place of sweeping statements (FPSC
2015, 2016); style manuals ask who says so. Nothing here says that such a statement is wrong.

Good: "According to its foreign secretary, the state felt threatened."
Bad: "America was threatened that they will join the other side."
"""

from grader.context import Context
from grader.facts.views import Doubtful, doubtful
from grader.model import Essay, Finding, Measurement

TITLE = "Statements to check"


def check(essay: Essay, context: Context) -> Measurement:
    """Number of such statements without a source; None without prose."""
    if not essay.sentences:
        return Measurement(None, note="no prose to look at")
    found = context.fact(doubtful)
    note = f"{len(found) or 'no'} sweeping statement{'s' * (len(found) != 1)} found without a source"
    return Measurement(float(len(found)), "statements", note, tuple(map(_finding, found)))


def _finding(one: Doubtful) -> Finding:
    if one.why == "feeling":
        return Finding(
            one.span,
            f"Check this: “{one.words}” says what a state or people felt or wanted. How is that known?",
            "Name who said so, or say what was done instead of what was felt.",
            kind="feeling",
        )
    return Finding(
        one.span,
        f"Check this: “{one.words}” is said of the whole field. A reader will want to look it up.",
        "Name who ranks it so, and when; or say less.",
        kind="superlative",
    )
