"""Whether the answer keeps what it announces: the themes of its introduction, and numbers of things anywhere.

A marker reads "this answer compares our record with that of our neighbour" and waits for the comparison. A theme
counts as kept when a later section or paragraph takes up its words; where that cannot be told it is left alone. A number ("three causes") is held against what is given only where the count is
plain: a list, "first ... second ... third", sub-headings.

Good: "first the causes, then two remedies", and both come.
Bad: "the role of the courts will also be explained", and no court comes again; "two steps", and three are given.
"""

from grader.context import Context
from grader.facts.promises import Promise, promises
from grader.model import Essay, Finding, Measurement

TITLE = "Promises of the introduction"


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the announced themes and numbers that are kept, 0 to 1; None when nothing is announced."""
    made = context.fact(promises)
    if not made:
        return Measurement(None, note="no theme or number is announced that could be held against the answer")
    kept = sum(promise.kept for promise in made)
    findings = tuple(_finding(promise) for promise in made if not promise.kept)
    return Measurement(kept / len(made), "share", f"{kept} of {len(made)} announcements kept", findings)


def _finding(promise: Promise) -> Finding:
    if promise.state == "contradicted":
        said = f"{promise.said[:1].upper()}{promise.said[1:]}."
        return Finding(
            promise.span, said, "Let the number and what follows it agree.", severity="minor", kind="promise"
        )
    advice = "Write the part you announced, or strike the announcement."
    return Finding(
        promise.span, "The introduction announces this, but nothing later takes it up.", advice, kind="promise"
    )
