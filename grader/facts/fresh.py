"""The sentences that say something new: no padding lengthens an answer or thins its errors.

A sentence that stood before word for word, and one made of linking words only, counts for nothing wherever words are
a measure (length, errors and cuttings a hundred words, variety, readability).
"""

from __future__ import annotations

from grader.context import Context
from grader.model import Essay, Sentence
from grader.words import is_stopword

_LEAST_CONTENT = 0.2  # of a sentence's words; formal prose has about half
_SHORT = 8  # words: a short sentence may be all small words ("It was not so.")


def fresh_sentences(essay: Essay, context: Context) -> tuple[Sentence, ...]:
    """The prose's sentences without word-for-word repeats and runs of linking words, in order."""
    seen: set[tuple[str, ...]] = set()
    found = []
    for sentence in essay.sentences:
        words = tuple(token.text.casefold() for token in sentence.tokens)
        content = sum(not is_stopword(word) for word in words)
        says = len(words) <= _SHORT or content >= _LEAST_CONTENT * len(words)
        if says and words not in seen:
            found.append(sentence)
        seen.add(words)
    return tuple(found)


def padding(essay: Essay, context: Context) -> int:
    """How many of the prose's words stand in the other sentences."""
    return essay.prose_words - sum(len(sentence.tokens) for sentence in context.fact(fresh_sentences))
