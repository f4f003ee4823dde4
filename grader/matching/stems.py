"""The words that carry a text's meaning, without their endings."""

from __future__ import annotations

from functools import lru_cache

from grader.segment.tokens import WORD
from grader.words import is_stopword, stem


@lru_cache(maxsize=8192)
def stems(text: str) -> tuple[str, ...]:
    """Content stems of a text in order; a word ending in ``*`` stays open: "semiconductor*"."""
    found = []
    for match in WORD.finditer(text.lower()):
        if text[match.end() : match.end() + 1] == "*":
            found.append(match.group() + "*")
            continue
        found += [
            stem(part)
            for part in match.group().replace("‐", "-").replace("‑", "-").split("-")
            if part and not is_stopword(part)
        ]
    return tuple(found)
