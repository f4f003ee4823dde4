"""The steps of the argument and how far each is carried; what only repeats, or strays from the question, is no step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from grader.context import Context
from grader.facts.fresh import fresh_sentences
from grader.facts.sections import Unit, body_units
from grader.facts.support import Depth, depth_of
from grader.model import Essay, Sentence, Span

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
