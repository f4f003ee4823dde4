"""Whether the points that the tutor expects are made, and how far each is carried.

Content is what examiners value most. A point counts in full when it is explained as far as the rubric asks, half
when it is only mentioned (or only announced in a heading). Points that are not among the expected ones are no fault.

Good: the point, why it holds, and a case or figure.
Bad: the point's name in a list.
"""

from grader.context import Context
from grader.facts.credit import RANK, credit, share_earned
from grader.facts.points import coverage
from grader.model import Essay, Measurement

TITLE = "Expected points"


def check(essay: Essay, context: Context) -> Measurement:
    """Weighted share of the expected points made, 0 to 1; None when no points are expected."""
    found = context.fact(coverage)
    if not found:
        return Measurement(None, note="no expected points given (--points)")
    made = sum(one.state != "missing" for one in found)
    named = sum(one.state == "mentioned" and credit(one.point, one.state) < 1 for one in found)
    best = max(
        (one for one in found if one.sure and one.state != "missing"),
        key=lambda one: (RANK[one.state], one.score),
        default=None,
    )
    quote = best.evidence[0] if best and best.evidence else None
    return Measurement(
        share_earned(found, dict(context.expected.groups)),
        "share of the points",
        f"{made} of {len(found)} expected points found" + (f", {named} of them only named" if named else ""),
        quote=quote,
    )
