"""What can be the name of somebody who wrote: its shape, and whether we know it for a place, an event, a word."""

from __future__ import annotations

import re
from functools import cache

from grader.lexicon import lines, words
from grader.words import is_stopword

_INITIALS = re.compile(r"^(?:[^\W\d_]\.[-\s]?){1,4}$|^[A-Z]{1,2}$")
_SUFFIX = re.compile(r"^(?:Jr|Sr|I{2,3}|IV)\.?$")
_SITE = re.compile(r"^[a-z0-9-]+(?:\.[a-z]{2,6}){1,2}$")
_PROFESSION = re.compile(r"^[A-Z][a-z]{3,}(?:ists?|logians?|icians?)$")
_PREFIX = re.compile(r"^(?:pre|post|anti|pro|neo|non|mid|ex|un)-")
_THING = re.compile(r"\w-e-\w|.{3}(?:isms?|tions?|ness|icity|ography)$")  # "Zarb-e-Azb", "Orientalism"
_COMPASS = re.compile(r"^(?:north|south|east|west|central|northern|southern|eastern|western|upper|lower|new)\s")


def is_token(token: str) -> bool:
    """Whether one word has the shape of a name: "Khan", "García-Moreno", "el-Guindi", "iRobot", "gov.uk", "UN-Habitat"."""
    plain = token.strip(",").replace("’", "'")
    if (_SITE.match(plain) and "." in plain) or plain in words("citing", "small_names"):
        return True
    letters = re.sub(r"[-'.‑/]|(?<=[^\W\d_]{3})\d{1,2}$", "", plain)
    if not letters.isalpha() or ".." in plain:
        return False
    if plain[0].isupper():
        return len(letters) > 1
    if _PREFIX.match(plain):
        return False
    return len(letters) > 3 and any(char.isupper() for char in plain[1:]) and "'s" not in plain


def is_shaped(name: str, careful: bool) -> bool:
    """Whether every word of a name has its place in one; ``careful``: small words only in the names of bodies."""
    tokens = name.replace("’", "'").split()
    small = [token.lower() for token in tokens]
    if not tokens or len(tokens) > 12:
        return False
    if name in words("citing", "small_names") or (not careful and len(tokens) == 1 and is_person(name)):
        return True
    known = is_paper(name) or is_institution(name)
    body = known or has_body(name)
    for place, token in enumerate(tokens):
        if is_token(token) or _INITIALS.match(token) or _SUFFIX.match(token):
            continue
        if small[place] in words("citing", "particles") and place + 1 < len(tokens):
            continue
        if (token != "&" and small[place] not in words("citing", "connectors")) or place == 0:
            return False
        head = body and any(_is_body_word(word) for word in small[:place])
        if not (
            known
            or (head and small[place] in ("of", "for", "on", "the", "and", "&"))
            or (not careful and small[place] != "of")
        ):
            return False
    return is_token(tokens[-1]) or bool(_SUFFIX.match(tokens[-1]))


def could_write(name: str, careful: bool) -> bool:
    """Whether somebody of this name can have written: no month, place, event, law, office; ``careful``: no title either."""
    tokens = name.replace("’", "'").split()
    small = [token.lower() for token in tokens]
    if is_paper(name) or name in words("citing", "small_names"):
        return True
    if len(tokens) == 1:
        return _may_stand_alone(tokens[0])
    if small[0] in words("sources", "not_authors") and not _INITIALS.match(tokens[0]):
        return False
    if has_body(name):
        return not _law(small)
    if _dated(small) or is_place(name) or small[0] in words("citing", "offices"):
        return is_institution(name) and not _dated(small)
    particle = any(token in words("citing", "particles") for token in small)
    return not careful or is_institution(name) or particle or (len(tokens) <= 5 and not _title(tokens))


def opens_sentence(word: str, last: bool, bare: bool) -> bool:
    """Whether a capitalised word before a name is no part of it: "However", "Professor", "Economists".

    Args:
        last: nothing follows it, so that it would be the name.
        bare: it opens the sentence and a name follows.
    """
    small = word.lower()
    if len(word) < 2 or (word.isupper() and not small.endswith(".")):
        return False
    if last and small in words("citing", "surname_words"):
        return False
    if is_stopword(word):
        return True
    if last:
        return False
    listed = small in words("citing", "titles") or small in words("citing", "openers")
    adverb = small.endswith("ly") and small in _common()
    return (
        listed
        or adverb
        or bool(_PROFESSION.match(word))
        or (bare and small.endswith("s") and is_ordinary(word) and not _is_body_word(small))
    )


def is_title(name: str) -> bool:
    """Whether several words are those of a title: "Things Fall Apart", "Midnight's Children"."""
    tokens = name.replace("’", "'").split()
    return len(tokens) > 1 and not has_body(name) and not is_institution(name) and _title(tokens)


def is_ordinary(word: str) -> bool:
    """Whether a capitalised word is a word of everyday English and no surname that we know."""
    small = word.lower().replace("’", "'")
    return small in _common() and small not in words("citing", "surname_words") and small not in _known_people()


def is_person(word: str) -> bool:
    """Whether a word is on our lists of names and thinkers."""
    return word.lower() in _known_people()


def is_everyday(word: str) -> bool:
    """Whether a word is one of everyday English, be it a surname as well: "Brown"."""
    return word.lower().replace("’", "'") in _common() and word.lower() not in _known_people()


def is_place(name: str) -> bool:
    """Whether a name is that of a country, a capital, a province or a town that we know."""
    small = name.lower().removeprefix("the ")
    if small in words("citing", "surname_words"):
        return False
    return small in _places() or _COMPASS.sub("", small) in _places()


def is_body(name: str) -> bool:
    """Whether a name is that of a body or an acronym: these act in many years that no citation means."""
    return has_body(name) or (name.isupper() and len(name) > 1) or is_institution(name)


def is_institution(name: str) -> bool:
    """Whether a name is on our list of institutions."""
    return name.lower().removeprefix("the ") in _institutions()


def is_paper(name: str) -> bool:
    """Whether a name is that of a newspaper or another body known by one plain word."""
    return name.lower() in words("citing", "papers")


def has_body(name: str) -> bool:
    """Whether one of several words of a name says that it is a body's: "Bank", "Ministry"."""
    tokens = name.split()
    return len(tokens) > 1 and any(_is_body_word(token.strip(",").lower()) for token in tokens)


def is_headed(name: str) -> bool:
    """Whether a name has a word for the body itself, as "Commission" is, and not only for its field, as "Services" is."""
    return any(token.strip(",").lower().removesuffix("s") in words("citing", "body_heads") for token in name.split())


def _is_body_word(small: str) -> bool:
    return small in words("citing", "bodies")


def _may_stand_alone(token: str) -> bool:
    small = token.lower()
    plain = small.replace(".", "")
    if (
        plain in words("citing", "no_source")
        or plain in words("sources", "not_authors")
        or plain in words("citing", "months")
    ):
        return False
    if small in words("citing", "surname_words"):
        return True
    if small in words("citing", "offices") or _small(token):
        return False
    return not (_dated([small]) or is_place(token) or small.endswith("'s") or _THING.search(small))


def _dated(small: list[str]) -> bool:
    dated = words("sources", "dated_things") | words("citing", "events")
    return any(token.strip(",") in dated or token.strip(",").removesuffix("s") in dated for token in small)


def _law(small: list[str]) -> bool:
    """ "Government of India Act": a body's name inside that of a thing, though not "Ministry of Law"."""
    dated = words("sources", "dated_things")
    last = small[-1] if small[-1] in dated else small[-1].removesuffix("s")
    return last in dated and last not in words("citing", "bodies") and small[-2] not in words("citing", "connectors")


def _title(tokens: list[str]) -> bool:
    """ "Things Fall Apart", "The Sun Also Rises", "Midnight's Children": capitals on words that are no names."""
    if tokens[0] in ("A", "An") or any("'s" in token or _small(token) for token in tokens):
        return True
    return all(is_ordinary(token) or is_stopword(token) for token in tokens)


def _small(token: str) -> bool:
    """A function word with a capital, which no name has: "Also", "Me"."""
    return is_stopword(token) and not token.isupper() and token.lower() not in words("citing", "surname_words")


@cache
def _common() -> frozenset[str]:
    return frozenset(word for line in lines("common_words") for word in line.split()[1:] if word.islower())


@cache
def _known_people() -> frozenset[str]:
    names = (name for file in ("south_asian_names", "thinkers") for name in lines(file))
    return frozenset(word.lower() for name in names for word in name.split())


@cache
def _places() -> frozenset[str]:
    return words("citing", "places").union(
        line.split("\t")[0].lower() for name in ("countries", "pakistan_places") for line in lines(name)
    )


@cache
def _institutions() -> frozenset[str]:
    dated = words("sources", "dated_things")
    listed = (line.lower() for line in lines("institutions"))
    return frozenset(name for name in listed if not set(name.split()) & dated)
