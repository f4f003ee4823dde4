"""How far a sentence carries a claim: a reason or consequence, or a fact, case or source that stands for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from grader.context import Context
from grader.facts.claims import claims
from grader.facts.evidence import data
from grader.lexicon import phrase_pattern
from grader.model import Essay, Sentence, Span

Depth = Literal["asserted", "explained", "evidenced"]

_FOR = re.compile(
    r",\s+for\s+(?:[\w’'-]+\s+){1,4}(?:is|are|was|were|has|have|had|will|would|can|could|does|do|did|must)\b"
)
_IF = re.compile(r"\b[Ii]f\b[^.;]{4,120},[^.;]{2,80}\b(?:will|would|can|could|may|might|cannot)\b")
_CLAUSE = re.compile(
    r",\s+(?:(?:and\s+)?so|since)\s+(?=[a-zA-Z])"
)  # ", so parties became camps", ", since few have one"


def depth_of(sentences: Sequence[Sentence], essay: Essay, context: Context) -> tuple[Depth, Span | None]:
    """How far a run of sentences carries its claim, and the line that carries it furthest.

    Explained: a reason or consequence is given, or else a fact stands for it. Evidenced: both, the fact being a date,
    figure, quotation, named source or worked example.
    """
    reason = next((s for s in sentences if gives_reason(s)), None)
    proof = next((s for s in sentences if gives_evidence(s, essay, context)), None)
    furthest = proof or reason
    if furthest is None:
        return "asserted", None
    return "evidenced" if reason and proof else "explained", furthest.span


def gives_reason(sentence: Sentence) -> bool:
    """Whether a sentence holds a reason or a consequence."""
    told = any(phrase_pattern("support", key).search(sentence.text) for key in ("reason", "consequence"))
    if told or _FOR.search(sentence.text) or _IF.search(sentence.text):
        return True
    return any(
        not phrase_pattern("support", "no_clause").match(sentence.text, match.end())
        for match in _CLAUSE.finditer(sentence.text)
    )


def gives_evidence(sentence: Sentence, essay: Essay, context: Context) -> bool:
    """Whether a sentence holds a date, a figure, a named source or a worked example."""
    if any(sentence.span.holds(datum.span) for datum in context.fact(data)):
        return True
    if any(claim.span == sentence.span and claim.attribution == "named" for claim in context.fact(claims)):
        return True
    return bool(phrase_pattern("support", "example").search(sentence.text))
