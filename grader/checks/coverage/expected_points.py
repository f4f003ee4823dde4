"""Whether the points that the tutor expects are made, and how far each is carried.

Content is what examiners value most. A point counts in full when it is explained as far as the rubric asks, half
when it is only mentioned (or only announced in a heading). Points that are not among the expected ones are no fault.

Good: the point, why it holds, and a case or figure.
Bad: the point's name in a list.
"""

from grader.context import Context
from grader.facts.points import Coverage, coverage
from grader.model import Essay, Measurement

TITLE = "Expected points"
_RANK = {"missing": 0, "mentioned": 1, "explained": 2, "evidenced": 3}


def check(essay: Essay, context: Context) -> Measurement:
    """Weighted share of the expected points made, 0 to 1; None when no points are expected."""
    found = context.fact(coverage)
    if not found:
        return Measurement(None, note="no expected points given (--points)")
    quotas = dict(context.expected.groups)
    earned = expected = 0.0
    for group in dict.fromkeys(one.point.group for one in found):
        members = sorted(
            (one for one in found if one.point.group == group), key=lambda one: -_credit(one) * one.point.weight
        )
        quota = quotas.get(group) or len(members)
        earned += sum(_credit(one) * one.point.weight for one in members[:quota])
        expected += sum(sorted((one.point.weight for one in members), reverse=True)[:quota])
    made = sum(one.state != "missing" for one in found)
    best = max(
        (one for one in found if one.sure and one.state != "missing"),
        key=lambda one: (_RANK[one.state], one.score),
        default=None,
    )
    quote = best.evidence[0] if best and best.evidence else None
    return Measurement(
        min(1.0, earned / expected), "share of the points", f"{made} of {len(found)} expected points found", quote=quote
    )


def _credit(one: Coverage) -> float:
    rank = _RANK[one.state]
    return 0.0 if rank == 0 else 1.0 if rank >= _RANK[one.point.depth] else 0.5
