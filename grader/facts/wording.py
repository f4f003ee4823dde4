"""Whether the words stand in the order of English sentences: "of the" is common, "the of" is not.

Small words stand for themselves, all others for their ending; for every pair of neighbours it is known how much likelier
it is than chance (pointwise mutual information, Church and Hanks 1990; ``lexicon/word_pairs.txt``). Prose of learners with
an error in every sentence stays far above the same words shuffled.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from grader.context import Context
from grader.lexicon import lines
from grader.model import Essay

_ENDINGS = ("ing", "tion", "ed", "ly", "s")
_FEWEST = 50  # pairs; fewer tell nothing


def wording(essay: Essay, context: Context) -> float | None:
    """Mean over all pairs of neighbouring words of how much likelier they are than chance (natural logarithm): about 0.4
    in prose, below 0 in shuffled words; None with fewer than 50 pairs."""
    row, table = _table()
    total = count = 0
    for sentence in essay.sentences:
        classes = [row[class_of(token.text.lower().replace("’", "'"), frozenset(row))] for token in sentence.tokens]
        for one, other in pairwise(classes):
            total += table[one][other]
            count += 1
    return total / count / 10 if count >= _FEWEST else None


def class_of(word: str, small: frozenset[str]) -> str:
    """The word itself if it is one of the small ones, else its kind by its ending ("-ed"), or "0" for a number."""
    if word in small:
        return word
    if word[:1].isdigit():
        return "0"
    return next((f"-{ending}" for ending in _ENDINGS if word.endswith(ending) and len(word) > len(ending) + 2), "-")


@cache
def _table() -> tuple[dict[str, int], tuple[tuple[int, ...], ...]]:
    head, *rows = lines("word_pairs")
    return {name: i for i, name in enumerate(head.split())}, tuple(tuple(map(int, row.split())) for row in rows)
