"""Whether quotations say whose words they are.

A quotation without its author is decoration at best. Nothing here judges whether the words are quoted rightly: that
cannot be told offline.

Good: 'Iqbal wrote, "..."'
Bad: 'A great man has said, "..."'
"""

from grader.context import Context
from grader.facts.claims import claims
from grader.model import Essay, Finding, Measurement

TITLE = "Quotations with their author"


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the quotations that name their author, 0 to 1; None without quotations."""
    quotations = [claim for claim in context.fact(claims) if claim.kind == "quotation"]
    if not quotations:
        return Measurement(None, note="no quotations")
    named = sum(claim.attribution == "named" for claim in quotations)
    findings = tuple(
        Finding(
            claim.span,
            "The quotation does not say whose words these are.",
            "Name the author, and where it was said or written.",
            severity="minor",
            kind="quotation",
        )
        for claim in quotations
        if claim.attribution != "named"
    )
    return Measurement(
        named / len(quotations),
        "share of the quotations",
        f"{named} of {len(quotations)} quotations name their author",
        findings,
    )
