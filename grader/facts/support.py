"""How far the steps of the argument are carried: asserted, explained (a reason or consequence), evidenced (a fact, case or source)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from grader.context import Context
from grader.facts.claims import claims
from grader.facts.evidence import data
from grader.facts.sections import Unit, body_units
from grader.lexicon import phrase_pattern
from grader.model import Essay, Sentence, Span

Depth = Literal["asserted", "explained", "evidenced"]


@dataclass(frozen=True, slots=True)
class Step:
    """One body unit and how far it is carried; ``proof`` is the line that carries it furthest."""

    unit: Unit
    depth: Depth
    proof: Span | None


def steps(essay: Essay, context: Context) -> tuple[Step, ...]:
    """The body's units with their depth, in order."""
    return tuple(
        Step(unit, *depth_of(unit.sentences, essay, context)) for unit in context.fact(body_units) if unit.sentences
    )


def depth_of(sentences: Sequence[Sentence], essay: Essay, context: Context) -> tuple[Depth, Span | None]:
    """How far a run of sentences carries its claim, and the line that carries it furthest.

    Explained: a reason or consequence is given. Evidenced: explained, and a date, figure, quotation, named source
    or worked example stands with it.
    """
    reason = next((s for s in sentences if gives_reason(s)), None)
    proof = next((s for s in sentences if gives_evidence(s, essay, context)), None)
    if reason and proof:
        return "evidenced", proof.span
    if reason:
        return "explained", reason.span
    return "asserted", None


def gives_reason(sentence: Sentence) -> bool:
    """Whether a sentence holds a reason or a consequence."""
    return any(phrase_pattern("support", key).search(sentence.text) for key in ("reason", "consequence"))


def gives_evidence(sentence: Sentence, essay: Essay, context: Context) -> bool:
    """Whether a sentence holds a date, a figure, a named source or a worked example."""
    if any(sentence.span.holds(datum.span) for datum in context.fact(data)):
        return True
    if any(claim.span == sentence.span and claim.attribution == "named" for claim in context.fact(claims)):
        return True
    return bool(phrase_pattern("support", "example").search(sentence.text))
