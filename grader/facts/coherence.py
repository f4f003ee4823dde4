"""How well the answer's sentences hang together in the order they stand in.

Two things are looked at. Within paragraphs: how much better the sentences follow on one another, open and close their
paragraphs and belong together than the same sentences shuffled would (:mod:`grader.matching.order`). Under headings:
whether each section is nearer to its own heading than to the others. Sentences that say nothing new are left out, so
that padding neither helps nor harms.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from grader.context import Context
from grader.facts.encoded import Readings, encoded
from grader.facts.fresh import fresh_sentences
from grader.facts.sections import sections
from grader.lexicon import compile_phrases, load
from grader.model import Essay, Sentence
from grader.words import is_stopword

if TYPE_CHECKING:
    from grader.matching.encoder import Encoded
    from grader.matching.joins import Signs

LEAST_SENTENCES, LEAST_JOINS = 8, 3
_PLAIN = 1.0  # standard deviations between pairs of sentences
_MOST = 300  # sentences that are looked at; an exam answer has a fifth, and pairs grow with the square
_USUAL, _DOUBT = 0.5, 8  # what answers mostly reach; as many joins of that kind are thought in, for few show little
_LEAST_HEADS = 3
_PLACED = 0.7  # all labelled answers lie above it, most with their paragraphs shuffled under the headings below


@dataclass(frozen=True, slots=True)
class Coherence:
    """``value``: 0 (as good as shuffled) to 1 (as ordered as clean prose), drawn to the middle where there is little to
    judge by; ``order``: the same within paragraphs as it was found, not clipped; ``placed``: how much nearer sections are to their own headings than to others, in standard deviations,
    None with fewer than three telling headings in the body or without the encoder; ``joins``: sentences with a next one."""

    value: float
    order: float
    placed: float | None
    joins: int


def coherence(essay: Essay, context: Context) -> Coherence | None:
    """None for fewer than 8 sentences, or 3 joins, that say something new."""
    found = context.fact(signed)
    if found is None:
        return None
    from grader.matching.order import ordered

    signs, paragraphs = found
    order = ordered(signs, paragraphs, "encoder" if context.fact(encoded) else "words")
    near = context.fact(placed)
    seen = max(0.0, min(1.0, order)) * (1.0 if near is None else max(0.0, min(1.0, near / _PLACED)))
    joins = sum(len(one) - 1 for one in paragraphs)
    return Coherence((joins * seen + _DOUBT * _USUAL) / (joins + _DOUBT), order, near, joins)


def looked_at(essay: Essay, context: Context) -> tuple[Sentence, ...]:
    """The sentences that are held against one another."""
    return context.fact(fresh_sentences)[:_MOST]


def signed(essay: Essay, context: Context) -> tuple[Signs, tuple[tuple[int, ...], ...]] | None:
    """The signs of the sentences looked at, and the places of each paragraph's; None where there are too few."""
    sentences = context.fact(looked_at)
    paragraphs = _paragraphs(essay, sentences)
    if len(sentences) < LEAST_SENTENCES or len(sentences) - len(paragraphs) < LEAST_JOINS:
        return None
    from grader.matching.joins import signs

    states = context.fact(_states)
    return signs([one.text for one in sentences], states), paragraphs


def _paragraphs(essay: Essay, sentences: tuple[Sentence, ...]) -> tuple[tuple[int, ...], ...]:
    """Places of the sentences by paragraph; the items of one list are one paragraph."""
    found: list[list[int]] = []
    for i, one in enumerate(sentences):
        if found and _runs_on(essay, sentences[i - 1].block, one.block):
            found[-1].append(i)
        else:
            found.append([i])
    return tuple(map(tuple, found))


def _runs_on(essay: Essay, before: int, block: int) -> bool:
    kinds = {one.kind for one in essay.blocks[before : block + 1]}
    return before == block or kinds == {"list-item"}


def _states(essay: Essay, context: Context) -> list[Encoded] | None:
    read = context.fact(encoded)
    if read is None:
        return None
    by_sentence = _by_sentence(essay, read)
    return [by_sentence[one.span] for one in context.fact(looked_at)]


def _by_sentence(essay: Essay, read: Readings) -> dict[tuple[int, int], Encoded]:
    return {one.span: state for one, state in zip(essay.sentences, read.sentences, strict=True)}


@cache
def _general() -> re.Pattern[str]:
    aspects = load("directives")["aspects"].values()
    return compile_phrases(tuple(name for aspect in aspects for name in aspect["headed"]))


def _says(title: str) -> bool:
    """Whether a heading says more than "Causes" or "Way forward", which fit many a text."""
    return any(word.isalpha() and not is_stopword(word) for word in _general().sub(" ", title).split())


def placed(essay: Essay, context: Context) -> float | None:
    """How much nearer the body's sections are to their own headings than to one another's, in standard deviations."""
    read = context.fact(encoded)
    found = [
        one for one in context.fact(sections) if one.heading and one.role == "body" and one.words and _says(one.title)
    ][:_MOST]
    if read is None or len(found) < _LEAST_HEADS:
        return None
    from grader.matching.encoder import joined
    from grader.matching.joins import centred

    by_sentence = _by_sentence(essay, read)
    under = [joined([by_sentence[one.span] for one in essay.sentences_in(section.span)]) for section in found]
    heads = [read.labels[section.heading.span] for section in found if section.heading]
    near = centred([one.total / one.count for one in heads]) @ centred([one.total / one.count for one in under]).T
    return float((near.diagonal().mean() - near.mean()) / (near.std() + 1e-6))


@dataclass(frozen=True, slots=True)
class Stray:
    """A sentence that is nearer to another paragraph than to its own; ``nearer``: that paragraph's first sentence."""

    sentence: Sentence
    nearer: Sentence


def strays(essay: Essay, context: Context) -> tuple[Stray, ...]:
    """The three sentences that are plainest nearer to another paragraph than to their own, the plainest first.

    In any answer some are; whether the order is bad enough to speak of them, the caller judges.
    """
    found = context.fact(signed)
    if found is None:
        return ()
    near, sentences = found[0].pairs["near"], context.fact(looked_at)
    longer = [list(members) for members in found[1] if len(members) > 1]
    gains = []
    for own in longer:
        for i in own:
            rest = [k for k in own if k != i]
            other = max(
                (members for members in longer if members is not own), key=lambda m: near[i, m].mean(), default=own
            )
            gains.append((float(near[i, other].mean() - near[i, rest].mean()), i, other[0]))
    plain = sorted((gain for gain in gains if gain[0] > _PLAIN), key=lambda gain: (-gain[0], gain[1]))
    return tuple(Stray(sentences[i], sentences[first]) for _, i, first in plain[:3])
