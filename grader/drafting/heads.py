"""Headings: whether one says anything of the subject, and one in capitals as a sentence would write it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from grader.facts.question import Question
from grader.lexicon import lines, words
from grader.model import Essay
from grader.segment.similarity import content_stems
from grader.segment.tokens import WORD
from grader.spelling.dictionary import known, name_in_small_letters
from grader.words import is_stopword

_CAPITALS = 0.7  # of the letters, from which a heading is one in capitals


def names_something(head: str, asked: Question | None) -> bool:
    """Whether a heading says more than "Introduction", "Causes" or the question's own words.

    It has at least two content words that are neither the question's nor words for a part of an answer, or one such
    word beside another that is the question's.
    """
    plain = head.strip(" .:-–—").lower()
    if plain in words("drafting", "empty_heads"):
        return False
    terms = set(asked.terms) if asked else set()
    parts = [part for word in WORD.findall(plain) for part in re.split("[-‐‑]", word)]
    own = [word for word in parts if word and not is_stopword(word) and word not in words("drafting", "head_words")]
    fresh = {stem for word in own for stem in content_stems(word)} - terms
    return len(fresh) >= 2 or (len(fresh) == 1 and len(own) >= 2)


def cases(essay: Essay) -> dict[str, str]:
    """How each word of an essay, by its small letters, is written inside sentences: "us" as "US", "hegemony" as it is."""
    forms: dict[str, Counter[str]] = {}
    for sentence in essay.sentences:
        for token in sentence.tokens[1:]:
            for part in re.split("[-‐‑]", token.text):
                forms.setdefault(part.lower(), Counter())[part] += 1
    return {small: _usual(small, counts) for small, counts in forms.items()}


def _usual(small: str, counts: Counter[str]) -> str:
    form = min(counts, key=lambda one: (-counts[one], one))
    part_of_a_name = form.istitle() and counts[form] == 1 and small in _common()
    return small if part_of_a_name else form  # "Sea" of "Arabian Sea" is a sea elsewhere


def readable(head: str, case: dict[str, str]) -> str:
    """A heading in capitals as a sentence would have it; any other with a capital first letter, as it is."""
    head = re.sub(r"\s+([:,;])", r"\1", " ".join(head.split())).strip(" :-–—*_")
    letters = [char for char in head if char.isalpha()]
    if letters and sum(char.isupper() for char in letters) >= _CAPITALS * len(letters):
        head = re.sub(r"\w+(?:['’]\w+)*", lambda match: _as_inside(match.group().lower(), case), head)
    return head[:1].upper() + head[1:]


def _as_inside(small: str, case: dict[str, str]) -> str:
    plain = re.sub(r"['’]s$", "", small)
    ending = small[len(plain) :]
    if plain in case:
        return case[plain] + ending
    is_name = plain in _countries() or name_in_small_letters(plain) or not known(plain)
    return (plain.capitalize() if is_name and plain.isalpha() and not is_stopword(plain) else plain) + ending


@cache
def _common() -> frozenset[str]:
    """Words that edited prose has in small letters."""
    found = {word for line in lines("common_words") for word in line.split() if word.islower()}
    return frozenset(found - words("drafting", "names_too"))


@cache
def _countries() -> frozenset[str]:
    """The words of countries' names, but for those that are words of other kinds: "Coral Sea Islands"."""
    return frozenset(word.lower() for line in lines("countries") for word in line.split("\t")[0].split()) - _common()
