"""How many of the checkable claims say who says so.

"Improve the references" is the commonest remark on a CSS script. An exam answer needs no bibliography; it needs the
name of a body, report or person beside each figure and finding. Vague sources ("experts say") do not count, and
quotations are looked at separately. What the question itself states needs no source.

Good: "According to the Economic Survey (2023), growth fell to 0.3 per cent."
Bad: "A report says that growth fell."
"""

import re

from grader.context import Context
from grader.facts.attribution import named_document
from grader.facts.claims import Claim, claims
from grader.facts.fresh import fresh_sentences
from grader.facts.given import given
from grader.facts.sections import sections
from grader.lexicon import phrase_pattern
from grader.model import Essay, Finding, Measurement

TITLE = "Claims with a named source"
# "We will report in July 2026", "If you agree, officers will open it in May"; not "World War I would last".
_PLAN = re.compile(r"\b(?:(?<!War )I|[Ww]e|[Yy]ou)\s+(?:\w+,?\s+){0,2}(?:will|shall|would)\b")


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the claims (statistics, dated facts, reported claims) with a named source, 0 to 1; None without claims."""
    fresh = {sentence.span for sentence in context.fact(fresh_sentences)}  # what comes again vouches for nothing more
    beside = [section.span for section in context.fact(sections) if section.role == "apart"]
    text = {sentence.span: sentence.text for sentence in essay.sentences}
    stated = context.fact(given)
    found = [
        claim
        for claim in context.fact(claims)
        if claim.kind != "quotation"
        and claim.span in fresh
        and not any(span.holds(claim.span) for span in beside)
        and not _speaks_for_itself(claim, text[claim.span])
        and claim.span not in stated
    ]
    if not found:
        return Measurement(None, note="no checkable claims found")
    named = [claim for claim in found if claim.attribution == "named"]
    findings = []
    for claim in found:
        if claim.attribution == "vague":
            findings.append(
                Finding(
                    claim.span,
                    "The source cannot be looked up.",
                    "Name it: which body, report or person, and the year.",
                    severity="minor",
                    kind="vague source",
                )
            )
        elif claim.attribution == "none" and claim.kind == "statistic":
            findings.append(
                Finding(
                    claim.span,
                    "This figure stands without a source.",
                    "Name the body that counts this, and the year.",
                    kind="bare figure",
                )
            )
        elif claim.attribution == "none":
            findings.append(
                Finding(
                    claim.span,
                    "This dated fact stands without a source.",
                    "Name the report, law or newspaper it rests on.",
                    kind="bare fact",
                )
            )
    note = f"{len(named)} of {len(found)} checkable claims found name their source"
    return Measurement(
        len(named) / len(found), "share of the claims", note, tuple(findings), quote=named[0].span if named else None
    )


def _speaks_for_itself(claim: Claim, text: str) -> bool:
    """Where nobody asks who says so: a law or treaty with its own year ("the Ordinance of 1979 was ..."), what the writer
    measured, assumed or means to do, a proverb, and the other side's view, brought in to be answered."""
    if claim.attribution == "none":
        own = phrase_pattern("sources", "own_work").match(text) or phrase_pattern("sources", "own_data").search(text)
        return bool(own) or (claim.kind == "dated fact" and bool(named_document(text) or _PLAN.search(text)))
    if claim.attribution == "vague" and claim.kind == "reported claim":
        return bool(
            phrase_pattern("sources", "proverbs").search(text) or phrase_pattern("roles", "opposing_plain").search(text)
        )
    return False
