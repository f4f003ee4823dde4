"""How alike two headings are: shared content words over the shorter heading's, order aside."""

from __future__ import annotations

import re
from functools import lru_cache

from grader.segment.tokens import WORD
from grader.words import is_stopword, stem


def title_similarity(one: str, other: str) -> float:
    """0 (nothing shared) to 1 (the same content words). Half containment, half Dice: "Debt" in "Debt trap" is near, not equal."""
    a, b = content_stems(one), content_stems(other)
    if not a or not b:
        return float(one.strip().lower() == other.strip().lower() and bool(one.strip()))
    shared = len(a & b)
    return (shared / min(len(a), len(b)) + 2 * shared / (len(a) + len(b))) / 2


def same_title(one: str, other: str) -> bool:
    """Whether two headings are the same but for case, number, small words and endings."""
    return title_similarity(one, other) >= 0.9


@lru_cache(maxsize=4096)
def content_stems(text: str) -> frozenset[str]:
    """Stems of a heading's words without stop words (all its words when it has no others)."""
    found = [part for match in WORD.finditer(text.lower()) for part in re.split("[-‐‑]", match.group()) if part]
    content = [word for word in found if not is_stopword(word)]
    return frozenset(stem(word) for word in content or found)
