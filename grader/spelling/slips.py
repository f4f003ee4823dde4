"""Whether a word is a slip, and what was meant: the one place that weighs likeness against the chance of a term.

The limits are set on W&I train (3,100 misspelt words) and on 240,000 words of edited prose.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from grader.lexicon import load, words
from grader.spelling.dictionary import formed, known, name_in_small_letters, proper
from grader.spelling.suggest import Suggestion, frequency, is_well_known, names_like, suggestions

_NEAR = 1.0  # letters: as far as one plain slip goes
_TINY = 0.7  # a doubled letter, a vowel for another
_NOT_RARE, _COMMON, _VERY_COMMON = 3, 5, 9  # powers of two of a word's frequency
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
def slip(word: str, language: str = "en-GB", strict: bool = False) -> Slip | None:
    """The slip in a word in small letters; None where it is right, a term, or like no common word.

    Args:
        word: four letters or more, unless it is in the list of common misspellings.
        language: en-GB or en-US, for what is suggested: what is right in the other is no slip.
        strict: it may be a name, or a part of a word with a hyphen: only a longer word very near to a common one.
    """
    if sure := _listed(word):
        return sure
    if not _SHORTEST <= len(word) <= _LONGEST:
        return None
    if not strict and name_in_small_letters(word) and frequency(word.capitalize()) >= _COMMON:
        return Slip((word.capitalize(),), sure=True, kind="capital")
    if known(word):
        return None
    near = suggestions(word, language)
    best = near[0] if near else None
    joined = "" if formed(word) or (best and _nearly(best)) else _joined(word)
    if joined:
        return None if strict or joined == word else Slip((joined,), sure=True, kind="space")
    return Slip(tuple(one.word for one in near)) if best and _convincing(word, best, strict) else None


@lru_cache(maxsize=4096)
def slip_in_name(word: str) -> Slip | None:
    """The slip in a word with a capital in the middle of a sentence: near one well-known name, and no name we know."""
    if sure := _listed(word.lower()):
        return sure
    if len(word) < _SHORTEST_NAME or is_well_known(word) or proper(word) or known(word.lower()):
        return None
    near = names_like(word)
    return Slip((near[0],)) if len(near) == 1 else None


def _listed(word: str) -> Slip | None:
    listed: dict[str, str] = load("misspellings")
    return Slip((listed[word],), sure=True) if word in listed else None


def _likely(best: Suggestion) -> bool:
    """Whether a suggestion is near and common, so that hardly anything else was meant."""
    return best.cost <= _NEAR and best.bucket >= _COMMON


def _nearly(best: Suggestion) -> bool:
    """Whether a suggestion is so near that two words written together are not thought of."""
    return best.cost <= _TINY or (best.cost < _NEAR and _likely(best))


def _convincing(word: str, best: Suggestion, strict: bool) -> bool:
    """Whether an unknown word is a slip for the best suggestion, and not a term or a name."""
    name = proper(word.capitalize())
    if strict:
        return len(word) >= _SHORTEST_NAME and not name and (_likely(best) or best.cost <= _TINY)
    return _likely(best) or not (name or len(word) < _SHORTEST_NAME or formed(word))


def _joined(word: str) -> str:
    """Two common words written together: with their space where one is a small word ("ofthe"), as it stands for two
    words of substance ("peacebuilding"), and "" for anything else."""
    for i in range(2, len(word) - 1):
        first, second = word[:i], word[i:]
        small = words("word_forms", "small_words") & {first, second}
        if small:
            if len(word) > 4 and min(frequency(first), frequency(second)) >= _VERY_COMMON:
                return f"{first} {second}"
        elif min(len(first), len(second)) > 2 and min(frequency(first), frequency(second)) >= _NOT_RARE:
            return word
    return ""
