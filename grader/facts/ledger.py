"""The ledger of an answer: every statement a reader could check, who vouches for it, and how badly it needs a source.

Claims (figures, dated facts, quotations, reported claims) are found by rules, and marks rest on them. Other hard facts
("the canal runs dry every spring") are found by a small model; they are shown, and cost nothing: a marker may or may
not ask for their source.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from grader.context import Context
from grader.facts.attribution import Attribution, attribution
from grader.facts.claims import claims
from grader.facts.given import given
from grader.facts.statements import statements
from grader.model import Essay, Sentence, Span

Kind = Literal["statistic", "dated fact", "quotation", "reported claim", "other fact"]

# How much a reader asks "who says so?" of a statement without a source: the firmer, the more.
_NEED = {"statistic": 0.9, "quotation": 0.85, "dated fact": 0.7, "reported claim": 0.6}
_VAGUE = 0.1  # on top: the writer knew that a source was called for


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence with something to check. ``source`` is the name that vouches for it, as written; ``carried``: the name
    stands in the sentence before. ``need`` is how badly it wants a source, 0 (it has one) to 1."""

    span: Span
    kind: Kind
    attribution: Attribution
    source: str = ""
    carried: bool = False
    need: float = 0.0


def ledger(essay: Essay, context: Context) -> tuple[Statement, ...]:
    """All statements of the prose, one a sentence at most, in order."""
    from grader.checkable.model import shipped

    hard = {claim.span: claim for claim in context.fact(claims)}
    likely, stated = context.fact(statements), context.fact(given)
    found = []
    for sentence in essay.sentences:
        claim, chance = hard.get(sentence.span), likely.get(sentence.span, 0.0)
        if claim:
            need = 0.0 if claim.span in stated else _need(claim.kind, claim.attribution)
            found.append(Statement(claim.span, claim.kind, claim.attribution, claim.source, claim.carried, need))
        elif likely and chance >= shipped().cut:
            found.append(_other(sentence, chance))
    return tuple(found)


def _other(sentence: Sentence, chance: float) -> Statement:
    vouched, source = attribution(sentence.text)
    return Statement(sentence.span, "other fact", vouched, source, need=0.0 if vouched == "named" else chance / 2)


def _need(kind: str, vouched: Attribution) -> float:
    if vouched == "named":
        return 0.0
    return round(_NEED[kind] + (_VAGUE if vouched == "vague" else 0.0), 2)
