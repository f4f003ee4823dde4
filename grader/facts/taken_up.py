"""Whether a passage takes up what a few words announce: by the words themselves, and by the encoder where it is there."""

from __future__ import annotations

from collections.abc import Sequence

from grader.context import Context
from grader.facts.question import question
from grader.lexicon import words
from grader.model import Essay
from grader.segment.similarity import content_stems
from grader.words import is_stopword, stem

NEAR = 0.48  # cosine of an announcement and a sentence that takes it up
_SENTENCES = 2  # one sentence may only name a thing in passing
_ROOT = 5  # letters that "terror" and "terrorism" must have in common


def general_stems(essay: Essay, context: Context) -> frozenset[str]:
    """Stems that tell one part of the answer from another in no answer ("causes", "role"), or not in this one: the
    question's own."""
    asked = context.fact(question)
    return frozenset(stem(word) for word in words("roles", "announcing_words")) | frozenset(
        asked.terms if asked else ()
    )


def own_stems(label: str, general: frozenset[str]) -> frozenset[str]:
    """Stems of a heading or item that are its own; empty for one like "What should be done"."""
    return frozenset(one for one in content_stems(label) if not is_stopword(one)) - general


def shares_a_word(stems: frozenset[str], text: frozenset[str]) -> bool:
    """Whether any stem comes in the text, "diplomacy" for "diplomatic" included."""
    roots = {one[:_ROOT] for one in text if len(one) >= _ROOT}
    return any(one in text or one[:_ROOT] in roots for one in stems)


def takes_up(stems: frozenset[str], sentences: Sequence[frozenset[str]]) -> bool:
    """Whether sentences (their stems) hold all the stems between them, and two or more of them hold some."""
    holding = [one for one in sentences if stems & one]
    return bool(stems) and len(holding) >= _SENTENCES and stems <= frozenset().union(*holding)


def likeness_table(labels: Sequence[str], sentences: Sequence[str]) -> list[list[float]] | None:
    """Cosine of every label and every sentence by the encoder, -1 to 1; None without its weights or without texts."""
    if not labels or not sentences:
        return None
    from grader.matching.encoder import encoder  # numpy: only where there is something to compare

    reader = encoder()
    if reader is None:
        return None
    from grader.matching.likeness import cosines

    ones = reader.encode([label.lower() for label in labels])  # capitals are no other word
    others = reader.encode(sentences)
    return [cosines([one] * len(others), others) for one in ones]
