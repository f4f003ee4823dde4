"""How much of the answer is English: the share of its words that English sentences are built with.

English exam prose has 45 to 60 such words ("the", "of", "because") in a hundred; other languages, and Urdu written in
Latin letters, stay under 20.
"""

from __future__ import annotations

from grader.context import Context
from grader.model import Essay
from grader.words import is_stopword


def english_share(essay: Essay, context: Context) -> float | None:
    """Share of the prose's words, 0 to 1; None without prose."""
    words = [token.text for sentence in essay.sentences for token in sentence.tokens]
    return sum(map(is_stopword, words)) / len(words) if words else None
