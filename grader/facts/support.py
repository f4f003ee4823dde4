"""How far the steps of the argument are carried: asserted, explained (a reason or consequence), evidenced (a fact, case or source)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from grader.context import Context
from grader.facts.claims import claims
from grader.facts.evidence import data
from grader.facts.fresh import fresh_sentences
from grader.facts.sections import Unit, body_units
from grader.lexicon import phrase_pattern
from grader.model import Essay, Sentence, Span

Depth = Literal["asserted", "explained", "evidenced"]
STEP_WORDS = 120  # about a long paragraph: claim, reason, fact and consequence


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch of a body unit and how far it is carried; ``proof`` is the line that carries it furthest.

    A long unit makes several steps, so that running paragraphs together neither hides nor gains anything.
    """

    unit: Unit
    sentences: tuple[Sentence, ...]
    depth: Depth
    proof: Span | None

    @property
    def words(self) -> int:
        return _words(self.sentences)


def steps(essay: Essay, context: Context) -> tuple[Step, ...]:
    """The body's steps with their depth, in order; what only repeats is no step."""
    fresh = {sentence.span for sentence in context.fact(fresh_sentences)}
    return tuple(
        Step(unit, piece, *depth_of(piece, essay, context))
        for unit in context.fact(body_units)
        for piece in _pieces([sentence for sentence in unit.sentences if sentence.span in fresh])
    )


def _pieces(sentences: Sequence[Sentence]) -> list[tuple[Sentence, ...]]:
    """Whole sentences in as many like pieces as the words ask for."""
    total = _words(sentences)
    count = max(1, round(total / STEP_WORDS))
    pieces: list[list[Sentence]] = [[] for _ in range(count)]
    before = 0
    for sentence in sentences:
        middle = before + len(sentence.tokens) / 2
        pieces[min(count - 1, int(count * middle / total))].append(sentence)
        before += len(sentence.tokens)
    return [tuple(piece) for piece in pieces if piece]


def _words(sentences: Sequence[Sentence]) -> int:
    return sum(len(sentence.tokens) for sentence in sentences)


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
    return any(phrase_pattern("support", key).search(sentence.text) for key in ("reason", "consequence"))


def gives_evidence(sentence: Sentence, essay: Essay, context: Context) -> bool:
    """Whether a sentence holds a date, a figure, a named source or a worked example."""
    if any(sentence.span.holds(datum.span) for datum in context.fact(data)):
        return True
    if any(claim.span == sentence.span and claim.attribution == "named" for claim in context.fact(claims)):
        return True
    return bool(phrase_pattern("support", "example").search(sentence.text))
