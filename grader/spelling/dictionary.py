"""Whether a word is known: to a dictionary, to a list of the lexicon, or as a form of a word that is."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import Any

from grader.lexicon import known_words, lines, load
from grader.words import same_but_for_variety

_DICTIONARIES = {"en-GB": "en_GB-ise", "en-US": "en_US"}
_SHORTEST_STEM = 4  # letters: what is left of a word without its affix must be a word of its own


def known(word: str) -> bool:
    """Whether a word in small letters is right somewhere: British or American, or a term of our lists."""
    return _listed(plain_letters(word))


def proper(word: str) -> bool:
    """Whether a dictionary or a list of ours has a word as it is written, capitals included."""
    plain = plain_letters(word)
    return _spelt(plain) or plain.lower() in known_words()


def name_in_small_letters(word: str) -> bool:
    """Whether the dictionaries have a word with a capital only, and no list of ours has it without: "european"."""
    return not _spelt(word) and word not in _small_terms() and _spelt(word.capitalize())


def plain_letters(word: str) -> str:
    """A word without accents, which the dictionaries lack, and with straight apostrophes."""
    letters = unicodedata.normalize("NFKD", word.replace("’", "'"))
    return "".join(char for char in letters if not unicodedata.combining(char))


@lru_cache(maxsize=65536)
def spells(word: str, language: str) -> bool:
    """Whether the dictionary of one variety has the word."""
    return bool(_dictionary(language).spell(word))


@cache
def _dictionary(language: str) -> Any:
    from hunspell import Hunspell

    # The folder's path is UTF-8 whatever the locale: chunspell opens long and non-Latin paths on Windows then.
    with as_file(files("grader.lexicon").joinpath("hunspell")) as folder:
        return Hunspell(_DICTIONARIES[language], hunspell_data_dir=str(folder), system_encoding="UTF-8")


def _listed(word: str) -> bool:
    """Known as it stands, or without its possessive or its plural's -s."""
    for form in dict.fromkeys((word, word.removesuffix("'s").removesuffix("'"))):
        if _spelt(form) or form in _terms():
            return True
        if form.endswith("s") and not form.endswith("ss") and form[:-1] in _terms():
            return True
    return False


@cache
def _terms() -> frozenset[str]:
    """Words of our lists: names, places, Urdu words, and terms that the dictionaries lack."""
    return known_words() | _small_terms()


@cache
def _small_terms() -> frozenset[str]:
    """Those that are written with small letters."""
    urdu = (line.split("\t")[0] for line in lines("pakistani_english"))
    return frozenset(word for line in (*lines("terms"), *urdu) for word in line.split() if word[0].islower())


def _spelt(word: str) -> bool:
    return any(spells(word, language) for language in _DICTIONARIES)


def formed(word: str) -> bool:
    """Whether a word is made of a known one: "-ise" for "-ize", "geo-" or "un-" before it, "-isation" after it."""
    plain = plain_letters(word)
    return _other_variety(plain) or _with_ending(plain) or _with_prefix(plain)


def _other_variety(word: str) -> bool:
    """Whether the word is in a dictionary but for -is- and -iz-: each has one of them."""
    forms = {word.replace(one, other) for one, other in (("is", "iz"), ("iz", "is")) if one in word}
    return any(_listed(form) and same_but_for_variety(form, word) for form in forms)


def _with_ending(word: str) -> bool:
    endings: dict[str, list[str]] = load("word_forms")["endings"]
    for ending, rests in endings.items():
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_STEM:
            silent = stem.endswith("e") and ending[0] in "ia"  # "desireable": the stem loses its e
            if any(_listed(stem + rest) for rest in rests if rest or not silent):
                return True
    return False


def _with_prefix(word: str) -> bool:
    for key, shortest in (("prefixes", _SHORTEST_STEM), ("short_prefixes", _SHORTEST_STEM + 2)):
        for prefix in load("word_forms")[key]:
            rest = word.removeprefix(prefix)
            if rest != word and len(rest) >= shortest and (_listed(rest) or _other_variety(rest) or _with_ending(rest)):
                return True
    return False
