"""How near the answer as a whole is to the question: by the question's words, and by the encoder where it is there.

Words alone take an answer on a neighbouring subject for one on this, and miss one that is put in other words. A
sentence that is little but the question's own words tells nothing of the answer and is left out of both.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from grader.context import Context
from grader.facts.encoded import encoded
from grader.facts.fresh import fresh_sentences
from grader.facts.question import question
from grader.model import Essay, Sentence
from grader.segment.similarity import content_stems

_BARE = 0.7  # share of a sentence's stems that are the question's, from which it says little else


@dataclass(frozen=True, slots=True)
class Relevance:
    """``taken`` of the question's ``terms`` come in the prose; ``near`` is the mean cosine of paragraphs and question by the
    encoder, weighted by their length; None without the encoder, or without prose."""

    taken: int
    terms: int
    near: float | None


def relevance(essay: Essay, context: Context) -> Relevance | None:
    """Words taken up and likeness; None without a question, or where it has no words of its own."""
    asked = context.fact(question)
    if asked is None or not asked.terms:
        return None
    terms, whole = frozenset(asked.terms), content_stems(asked.text)
    telling = [sentence for sentence in context.fact(fresh_sentences) if not _bare(content_stems(sentence.text), whole)]
    said = [sentence.text for sentence in telling]
    if said:
        said += [essay.label_of(block) for block in essay.blocks_of("heading")]
    used = frozenset().union(*map(content_stems, said))
    return Relevance(len(used & terms), len(terms), _near(essay, context, telling, asked.text))


def _bare(stems: frozenset[str], asked: frozenset[str]) -> bool:
    return len(stems & asked) >= _BARE * len(stems)


def _near(essay: Essay, context: Context, sentences: list[Sentence], asked: str) -> float | None:
    read = context.fact(encoded) if sentences else None
    if read is None:
        return None
    from grader.matching.encoder import encoder, joined  # numpy: only when there is something to compare
    from grader.matching.likeness import cosines

    reader = encoder()
    assert reader is not None  # it has read the essay
    by_place = {one.span: state for one, state in zip(essay.sentences, read.sentences, strict=True)}
    paragraphs = [
        joined([by_place[one.span] for one in run])
        for _, run in itertools.groupby(sentences, key=lambda sentence: sentence.block)
    ]
    alike = cosines(reader.encode([asked]) * len(paragraphs), paragraphs)
    weights = [one.count for one in paragraphs]
    return sum(near * weight for near, weight in zip(alike, weights, strict=True)) / sum(weights)
