"""Whether the answer ends with a conclusion, and the conclusion with a verdict.

A conclusion that only repeats, exhorts or quotes leaves the question open; examiners name answers without a conclusion
among the commonest faults (FPSC 2010), and most directives ask for a reasoned close.

Good: "On balance the subsidy helped growers more than it hurt the budget, but only where the canals worked."
Bad: "Let us all join hands and make our country great."
"""

from grader.context import Context
from grader.facts.roles import closing, verdict
from grader.model import Essay, Finding, Measurement

TITLE = "Conclusion and verdict"


def check(essay: Essay, context: Context) -> Measurement:
    """1 for a conclusion with a verdict, 0.4 for one without, 0 for no conclusion; None for fewer than three sentences."""
    if len(essay.sentences) < 3:
        return Measurement(None, note="too short to have a conclusion")
    sentences = context.fact(closing)
    if not sentences:
        last = essay.sentences[-1]
        advice = "Close with a short section of its own: the sum of your argument, then your verdict on the question."
        return Measurement(
            0.0,
            "found or not",
            "no conclusion found",
            (Finding(last.span, "The answer stops here without a conclusion.", advice, kind="conclusion"),),
        )
    found = context.fact(verdict)
    if found is None:
        advice = (
            "Say in one sentence what your argument comes to: 'On balance ...', 'To a limited extent ...', and why."
        )
        open_end = Finding(
            sentences[0].span,
            "The conclusion repeats or appeals, but does not settle the question.",
            advice,
            kind="conclusion",
        )
        return Measurement(0.4, "found or not", "a conclusion, but no verdict found in it", (open_end,))
    return Measurement(1.0, "found or not", "a conclusion with a verdict", quote=found.span)
