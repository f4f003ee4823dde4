"""Whether the answer keeps what its introduction promises.

A marker reads "this answer compares our record with that of our neighbour" and waits for the comparison. A theme
counts as kept when a later section or paragraph takes up its words; where that cannot be told it is left alone.

Good: "first the causes, then two remedies", and both come.
Bad: "the role of the courts will also be explained", and no court comes again.
"""

from grader.context import Context
from grader.facts.promises import promises
from grader.model import Essay, Finding, Measurement

TITLE = "Promises of the introduction"


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the promised themes that come back, 0 to 1; None when the introduction promises nothing."""
    made = context.fact(promises)
    if not made:
        return Measurement(None, note="the introduction promises no themes")
    kept = sum(promise.kept for promise in made)
    advice = "Write the part you announced, or strike the announcement."
    findings = tuple(
        Finding(promise.span, "The introduction announces this, but nothing later takes it up.", advice, kind="promise")
        for promise in made
        if not promise.kept
    )
    return Measurement(kept / len(made), "share", f"{kept} of {len(made)} promised themes taken up", findings)
