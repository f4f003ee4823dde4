"""The sentences that say something new, and to the question: no padding lengthens an answer or thins its errors.

A sentence that stood before word for word, one made of linking words only, and one of a paragraph that drifts from the
question counts for nothing wherever words are a measure (length, errors and cuttings a hundred words, variety,
readability, nearness, evidence).
"""

from __future__ import annotations

from grader.context import Context
from grader.facts.drift import drifting
from grader.model import Essay, Sentence
from grader.segment.tokens import count_words
from grader.words import says_something


def fresh_sentences(essay: Essay, context: Context) -> tuple[Sentence, ...]:
    """The prose's sentences without word-for-word repeats, runs of linking words and what drifts, in order."""
    astray = {sentence.span for one in context.fact(drifting) or () for sentence in one.sentences}
    seen: set[tuple[str, ...]] = set()
    found = []
    for sentence in essay.sentences:
        words = tuple(token.text.casefold() for token in sentence.tokens)
        if says_something(words) and words not in seen and sentence.span not in astray:
            found.append(sentence)
        seen.add(words)
    return tuple(found)


def padding(essay: Essay, context: Context) -> int:
    """How many of the prose's words stand in the other sentences."""
    return essay.prose_words - sum(len(sentence.tokens) for sentence in context.fact(fresh_sentences))


def words_that_count(essay: Essay, context: Context) -> int:
    """The student's words, headings and outline among them, without those other sentences and headings that come again."""
    seen: set[str] = set()
    again = 0
    for block in essay.blocks_of("heading", "title", "outline"):
        label = f"{block.kind}: {essay.label_of(block).casefold()}"
        again += count_words(essay.view_of(block).text) * (label in seen)
        seen.add(label)
    return essay.words - context.fact(padding) - again
