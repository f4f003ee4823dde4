"""What an unknown word was probably meant to be: common words that look or sound like it.

The cost of a slip is less than a letter's where slips are usual: a letter doubled or not, vowels and letters of one
sound mistaken, neighbours on the keyboard, two letters changed about. A common word is taken before a rare one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from grader.lexicon import lines
from grader.spelling.dictionary import spells

MOST = 3
_AS_GOOD = 0.8  # how much worse than the best a suggestion may rank
_NAME_NEAR = 0.85
_FARTHEST = 2.2
_MOST_OTHER_LETTERS = 4  # that one word has and the other has not
_VOWELS = frozenset("aeiouy")
_SAME_SOUND = tuple(frozenset(group) for group in ("csz", "ckq", "gj", "vfw", "dt", "bp", "mn"))
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_FREQUENCY = 0.08  # what a doubling of a word's frequency is worth against a letter


@dataclass(frozen=True, slots=True, order=True)
class Suggestion:
    """A word and how far it is from what was written: ``cost`` in letters; ``rank`` reckons in how common it is."""

    rank: float
    word: str
    cost: float
    bucket: int


@lru_cache(maxsize=4096)
def suggestions(word: str, language: str = "en-GB") -> tuple[Suggestion, ...]:
    """The likeliest few, best first, in the spelling of one variety; none where nothing is near."""
    limit = min(_FARTHEST, 0.35 * len(word))
    found = []
    for candidate, bucket in _candidates(word):
        cost = distance(word, candidate, limit)
        if cost <= limit:
            found.append(Suggestion(round(cost - _FREQUENCY * bucket, 4), candidate, round(cost, 2), bucket))
    found.sort()
    right = [one for one in found[: 3 * MOST] if _of_variety(one.word, language)][:MOST]
    return tuple(one for one in right if one.rank <= right[0].rank + _AS_GOOD)


def frequency(word: str) -> int:
    """The power of two of how often a word stands in edited prose; 0 for one that is rare or none."""
    return _buckets().get(word, 0)


def is_well_known(name: str) -> bool:
    """Whether a name is one of those that every reader knows."""
    return name in _names()


def names_like(word: str) -> list[str]:
    """Well-known names one slip away from a word with a capital."""
    lower = word.lower()
    return [
        name
        for name in sorted(_names())
        if abs(len(name) - len(word)) < 2
        and name[0] == word[0]
        and word[-1] == name[-1]  # "Lahori" and "Ronaldo" are no slips
        and len(set(lower) ^ set(name.lower())) < 3
        and distance(lower, name.lower(), _NAME_NEAR) <= _NAME_NEAR
    ]


@cache
def _names() -> frozenset[str]:
    return frozenset(name for line in lines("well_known") for name in line.split())


def _of_variety(word: str, language: str) -> bool:
    """Whether a word is spelt so in the variety; -ize is British too."""
    return spells(word, language) or (language == "en-GB" and spells(word.replace("iz", "is"), language))


def _candidates(word: str) -> list[tuple[str, int]]:
    """Common words that may be near: of like length and letters."""
    letters, buckets = _letters(word), _buckets()
    near = [
        (form, buckets[form])
        for length in range(len(word) - 2, len(word) + 3)
        for form, its in _shelf(word[0], length)
        if (letters ^ its).bit_count() <= _MOST_OTHER_LETTERS
    ]
    others = {form for form in _first_letter_changed(word) if form in buckets}
    return near + [(form, buckets[form]) for form in sorted(others)]


def _letters(word: str) -> int:
    """The letters of a word as bits of a number, which are quickly compared."""
    bits = 0
    for char in word:
        bits |= 1 << (ord(char) & 31)
    return bits


@cache
def _shelf(first: str, length: int) -> tuple[tuple[str, int], ...]:
    """The common words of one first letter and length, with their letters."""
    return tuple((word, _letters(word)) for word in _index().get((first, length), ()))


def _first_letter_changed(word: str) -> set[str]:
    letters = "abcdefghijklmnopqrstuvwxyz"
    return {
        word[1:],
        word[1:2] + word[0] + word[2:],
        *(c + word for c in letters),
        *(c + word[1:] for c in letters if c != word[0]),
    }


@cache
def _buckets() -> dict[str, int]:
    """Common words with the power of two of their frequency."""
    found = {}
    for line in lines("common_words"):
        bucket, *forms = line.split(" ")
        found.update(dict.fromkeys(forms, int(bucket)))
    return found


@cache
def _index() -> dict[tuple[str, int], list[str]]:
    """Common words by first letter and length."""
    found: dict[tuple[str, int], list[str]] = {}
    for word in _buckets():
        found.setdefault((word[0], len(word)), []).append(word)
    return found


def distance(wrong: str, right: str, limit: float) -> float:
    """The least cost of slips that turn one word into the other; more than ``limit`` where it is that at least."""
    before: list[float] = []
    above = [0.0]
    for j in range(1, len(right) + 1):
        above.append(above[-1] + _gap(right, j - 1))
    for i in range(1, len(wrong) + 1):
        row = [above[0] + _gap(wrong, i - 1)]
        a = wrong[i - 1]
        for j in range(1, len(right) + 1):
            b = right[j - 1]
            if a == b:
                best = above[j - 1]
            else:
                best = min(above[j - 1] + _swap(a, b), above[j] + _gap(wrong, i - 1), row[j - 1] + _gap(right, j - 1))
                if i > 1 and j > 1 and a == right[j - 2] and b == wrong[i - 2]:
                    best = min(best, before[j - 2] + 0.7)
            row.append(best)
        if min(row) > limit:
            return limit + 1
        before, above = above, row
    return above[-1] + (0.6 if wrong[0] != right[0] else 0)


def _gap(word: str, i: int) -> float:
    """The cost of a letter more or less: little where it is doubled or a silent e."""
    letter = word[i]
    if (i and word[i - 1] == letter) or (i + 1 < len(word) and word[i + 1] == letter):
        return 0.5
    if letter in "eh":
        return 0.7
    return 0.85 if letter in _VOWELS else 1.0


@cache
def _swap(a: str, b: str) -> float:
    """The cost of one letter for another."""
    if a in _VOWELS and b in _VOWELS:
        return 0.6
    if any(a in group and b in group for group in _SAME_SOUND):
        return 0.7
    return 0.8 if _neighbours(a, b) else 1.0


def _neighbours(a: str, b: str) -> bool:
    for row in _ROWS:
        if a in row and b in row:
            return abs(row.index(a) - row.index(b)) == 1
    return False
