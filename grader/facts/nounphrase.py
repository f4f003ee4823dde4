"""The noun phrase in a parsed sentence: where it begins, and whether anything determines its noun.

Read from the tags of the words before the noun as well as from the tree: in learners' sentences the tree errs more often.
"""

from __future__ import annotations

import re
from typing import Any

from grader.lexicon import load, words

_INSIDE = frozenset(("JJ", "JJR", "JJS", "VBN", "VBG", "NN", "NNP", "NNS", "RB", "RBR", "RBS", "HYPH", "AFX"))
_ADJECTIVES = frozenset(("JJ", "JJR", "JJS", "VBN", "VBG"))
_DETERMINERS = frozenset(("DT", "PDT", "PRP$", "POS", "CD", "WDT", "WP$", "WP", "$", "#", "WRB", "FW", "LS", "ADD"))
_BINDING = frozenset(("det", "poss", "nummod", "predet", "quantmod", "preconj", "case"))
_AFTER = frozenset(
    ("NN", "NNS", "NNP", "NNPS", "HYPH", "POS", "CD", "AFX", "``", "''", ":", "SYM", "FW", "JJ", "VBG", "VBN")
)
_BEFORE = frozenset(
    ("``", "''", "HYPH", "SYM", "-LRB-", "-RRB-", ":", "NFP", "XX")
)  # the phrase may begin before these
_MODIFIER = frozenset(("amod", "advmod", "compound", "nmod", "npadvmod", "conj", "punct", "cc"))
_VOWEL = re.compile(r"[aeio]|u(?!ni(?!n|m)|s[aeiu]|r[aio]|t[ei]|k|b[ei]q)", re.IGNORECASE)
_LETTERS = re.compile(r"[A-Z]{2,}s?\b|[A-Z]\b")


def run_start(noun: Any) -> Any:
    """The first word of the unbroken run of adjectives, adverbs and nouns that ends in a noun."""
    first = noun
    while first.i and (first.nbor(-1).tag_ in _INSIDE or _joins_adjectives(first)):
        first = first.nbor(-1)
    return first


def first_word(noun: Any) -> Any:
    """The first word of the run that modifies the noun: "very" of "it is also a very burning issue"."""
    first = run_start(noun)
    while first.i < noun.i and first.dep_ not in _MODIFIER:
        first = first.nbor(1)
    while first.i < noun.i and not (noun.is_ancestor(first)):
        first = first.nbor(1)
    return first


def _joins_adjectives(after: Any) -> bool:
    """Whether the word before joins two adjectives: "a small, poor country"."""
    return (
        after.i > 1
        and after.tag_ in _ADJECTIVES
        and after.nbor(-1).tag_ in (",", "CC")
        and after.nbor(-2).tag_ in _ADJECTIVES
    )


def is_bare(noun: Any) -> bool:
    """Whether a noun surely stands without article, number, possessive or other determiner."""
    if any(child.dep_ in _BINDING or child.tag_ in _DETERMINERS for child in noun.lefts):
        return False
    start = run_start(noun)
    if not start.i:
        return True
    before = start.nbor(-1)
    return before.tag_ not in _DETERMINERS | _BEFORE and before.lower_ not in words("articles", "may_determine")


def stands_alone(noun: Any) -> bool:
    """Whether a noun is no modifier of the next word and no half of a pair ("bread and butter")."""
    if noun.dep_ == "conj" or any(child.dep_ in ("conj", "appos", "cc") for child in noun.rights):
        return False
    return noun.i + 1 == len(noun.doc) or noun.nbor(1).tag_ not in _AFTER


def begins_with_vowel_sound(word: str) -> bool:
    """Whether "an" goes before a word: "hour", "MNA" and "issue", not "union", "UN" or "one"."""
    small = word.lower()
    if any(small.startswith(start) for start in words("articles", "silent_h")):
        return True
    if any(small.startswith(start) for start in words("articles", "said_with_y_or_w")):
        return False
    if _LETTERS.match(word):
        return word[0] in "AEFHILMNORSX"
    return _VOWEL.match(small) is not None


def plural_of(noun: str) -> str:
    """The plural of a regular noun, or of one the lexicon knows."""
    if noun in load("nouns")["plurals"]:
        return str(load("nouns")["plurals"][noun])
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")


def singular_of(noun: str) -> str:
    """The singular of a regular plural, or of one the lexicon knows."""
    for singular, plural in load("nouns")["plurals"].items():
        if plural == noun:
            return str(singular)
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    return noun[:-2] if noun.endswith(("sses", "xes", "ches", "shes")) else noun.removesuffix("s")
