"""Whether a word is a slip, and what was meant: the one place that weighs likeness against the chance of a term.

The limits are set on W&I train (3,100 misspelt words) and on 240,000 words of edited prose.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from grader.lexicon import load
from grader.spelling.dictionary import formed, known, proper
from grader.spelling.suggest import Suggestion, frequency, names_like, suggestions
from grader.words import is_stopword

_NEAR = 1.0  # letters: as far as one plain slip goes
_TINY = 0.7  # a doubled letter, a vowel for another
_COMMON = 5  # the power of two of a common word's frequency
_SHORTEST, _SHORTEST_NAME, _LONGEST = 4, 6, 30  # letters


@dataclass(frozen=True, slots=True)
class Slip:
    """What was probably meant, likeliest first; ``kind`` says what is wrong: spelling, space or capital.

    ``sure`` where the right word is known.
    """

    right: tuple[str, ...]
    sure: bool = False
    kind: str = "spelling"


@lru_cache(maxsize=16384)
def slip(word: str, language: str = "en-GB", maybe_name: bool = False) -> Slip | None:
    """The slip in a word in small letters; None where it is right, a term, or like no common word.

    Args:
        word: four letters or more, unless it is in the list of common misspellings.
        language: en-GB or en-US, for what is suggested: what is right in the other is no slip.
        maybe_name: written with a capital where names and words both have one, so it must be nearer to a word.
    """
    if sure := _listed(word):
        return sure
    if not _SHORTEST <= len(word) <= _LONGEST or known(word) or (maybe_name and proper(word.capitalize())):
        return None
    near = suggestions(word, language)
    best = near[0] if near else None
    if not maybe_name and proper(word.capitalize()) and not (best and _likely(best)):
        if frequency(word.capitalize()) < _COMMON:
            return None
        return Slip((word.capitalize(),), sure=True, kind="capital")
    joined = _joined(word)
    if joined and not (best and (best.cost <= _TINY or (best.cost < _NEAR and _likely(best)))):
        return Slip((joined,), sure=True, kind="space") if joined != word and not maybe_name else None
    if best is None or (formed(word) and not _likely(best)):
        return None
    if maybe_name and (len(word) < _SHORTEST_NAME or not (_likely(best) or best.cost <= _TINY)):
        return None
    return Slip(tuple(one.word for one in near))


@lru_cache(maxsize=4096)
def slip_in_name(word: str) -> Slip | None:
    """The slip in a word with a capital in the middle of a sentence: near one well-known name, and no name we know."""
    if sure := _listed(word.lower()):
        return sure
    if len(word) < _SHORTEST_NAME or proper(word) or known(word.lower()):
        return None
    near = names_like(word)
    return Slip((near[0],)) if len(near) == 1 else None


def _listed(word: str) -> Slip | None:
    listed: dict[str, str] = load("misspellings")
    return Slip((listed[word],), sure=True) if word in listed else None


def _likely(best: Suggestion) -> bool:
    """Whether a suggestion is near and common, so that hardly anything else was meant."""
    return best.cost <= _NEAR and best.bucket >= _COMMON


def _joined(word: str) -> str:
    """Two common words written together: with the space, where one is a small word and none of the terms is so made
    ("ofthe"); as it stands for two words of substance ("peacebuilding"); "" for anything else."""
    for i in range(2, len(word) - 1):
        first, second = word[:i], word[i:]
        small = is_stopword(first), is_stopword(second)
        if any(small):
            if all(frequency(part) >= 9 for part in (first, second)) and len(word) > 4:
                return f"{first} {second}"
        elif len(first) > 2 and len(second) > 2 and all(frequency(part) >= 3 for part in (first, second)):
            return word
    return ""
