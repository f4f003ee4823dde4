"""The sentence of each body paragraph that states its point, and where a second point begins.

A topic sentence is the paragraph's claim, looked for at its head first, then at its end, then between (Strunk, "Elements
of style", rule 10; the model of argument components says how like a claim a sentence is).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from grader.context import Context
from grader.facts.components import components
from grader.facts.sections import Unit, body_units
from grader.lexicon import phrase_pattern
from grader.model import Essay, Sentence
from grader.segment.similarity import content_stems

STATED = 0.5  # likelihood of a claim from which a sentence states the paragraph's point
UNSTATED = 0.18  # below which none does; from .2 to .35 most were good paragraphs whose point comes last or is shown
_LEAST = 3  # sentences of a paragraph that needs a topic sentence
_BEFORE = 3  # sentences that the first point takes at least
_NEW = 0.8  # share of a sentence's stems that the paragraph has not used, where a second point begins
_HEAD = 6  # words at the head of a sentence


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One body paragraph: ``topic`` states its point, with the likelihood ``confidence``; ``lacking`` where surely no
    sentence does; ``second``: where another point begins."""

    unit: Unit
    sentences: tuple[Sentence, ...]
    topic: Sentence | None
    confidence: float
    lacking: bool
    second: Sentence | None


def paragraphs(essay: Essay, context: Context) -> tuple[Paragraph, ...]:
    """Body paragraphs in order."""
    likely = context.fact(components)
    found = []
    for unit in context.fact(body_units):
        for _, run in groupby(unit.sentences, key=lambda sentence: sentence.block):
            sentences = tuple(run)
            claims = [likely[one.span]["claim"] + likely[one.span]["major"] for one in sentences]
            found.append(_paragraph(unit, sentences, claims))
    return tuple(found)


def _paragraph(unit: Unit, sentences: tuple[Sentence, ...], claims: list[float]) -> Paragraph:
    ends = [i for i in (0, 1, len(sentences) - 1) if i < len(sentences)]
    at = next((i for i in ends if claims[i] >= STATED), max(range(len(claims)), key=claims.__getitem__))
    stated = claims[at] >= STATED
    lacking = len(sentences) >= _LEAST and max(claims) < UNSTATED
    second = next((one for i, one in enumerate(sentences) if i >= _BEFORE and _adds(one, sentences[:i])), None)
    return Paragraph(unit, sentences, sentences[at] if stated else None, claims[at], lacking, second)


def _adds(sentence: Sentence, before: tuple[Sentence, ...]) -> bool:
    """Whether a sentence sets another point beside those before it. Remedies are listed side by side with good reason."""
    head = " ".join(token.text for token in sentence.tokens[:_HEAD])
    if not phrase_pattern("roles", "another_point").search(head):
        return False
    if any(phrase_pattern("directives", "proposals").search(one.text) for one in (sentence, *before)):
        return False
    stems = content_stems(sentence.text)
    return len(stems - frozenset().union(*(content_stems(one.text) for one in before))) >= _NEW * len(stems)
