"""Whether a name in the text and a name in the list are the same, or nearly: accents, particles, initials, bodies, acronyms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from grader.citing.known_names import is_place
from grader.citing.model import Entry, Name
from grader.lexicon import words

_ODD = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_INITIALS = re.compile(r"^(?:[^\W\d_]\.?(?:[\s-]+|$|(?<=\.)))+$")
_ACRONYM = re.compile(r"[A-Z][A-Za-z&]{0,8}[A-Z]\b")
_LEADING = 60  # characters of an entry in which its author stands where no name was read


@lru_cache(maxsize=8192)
def plain(text: str) -> tuple[str, ...]:
    """Words of a name in small letters, without accents, apostrophes and full stops; hyphens part words."""
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_ODD))
    bare = "".join(char for char in folded if not unicodedata.combining(char))
    return tuple(re.findall(r"[^\W_]+", re.sub(r"['’‘ʼ`.]", "", bare)))


@lru_cache(maxsize=8192)
def keys(family: str) -> frozenset[str]:
    """Ways to write a surname as one string: with its particles and without."""
    every = plain(family)
    bare = tuple(word for word in every if word not in words("listing", "particles"))
    return frozenset("".join(part) for part in (every, bare) if part)


def same(cited: str, name: Name, glossary: Mapping[str, str] | None = None) -> bool:
    """Whether an author as cited is this author of an entry.

    Args:
        cited: "Khan", "I. Husain", "van der Berg", "World Bank", "IMF".
        name: an author of an entry.
        glossary: acronyms that the text explains, and what they stand for.
    """
    cited = re.sub(r"\s*[\[(].*$", "", cited).strip() or cited
    if keys(cited) & (keys(name.family) | keys(name.family.partition(" (")[0])):
        return True
    if name.given:
        return _same_person(cited, name)
    return same_body(cited, name.family, glossary or {})


def _same_person(cited: str, name: Name) -> bool:
    """A given name or initials before the surname, or one half of a double surname."""
    parts = cited.split()
    for i in range(1, len(parts)):
        if keys(" ".join(parts[i:])) & keys(name.family):
            initial = plain(parts[0])[:1]
            return not initial or not plain(name.given) or initial[0][0] in {word[0] for word in plain(name.given)}
    halves = [word for word in plain(name.family) if word not in words("listing", "particles")]
    return len(halves) > 1 and "-" not in name.family and "".join(plain(cited)) in (halves[0], halves[-1])


def same_body(cited: str, body: str, glossary: Mapping[str, str]) -> bool:
    """Whether two names of bodies are one: an acronym, a name in short, with or without "the" and what it belongs to."""
    return _shares(cited, body) or _stands_for(cited, body, glossary) or _stands_for(body, cited, glossary)


def _shares(one: str, other: str) -> bool:
    small = words("listing", "small")
    first = [word for word in plain(one) if word not in small]
    second = [word for word in plain(other) if word not in small]
    short, long = sorted((first, second), key=len)
    if short == long:
        return bool(short)
    return len(short) >= 2 and any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))


def _stands_for(acronym: str, body: str, glossary: Mapping[str, str]) -> bool:
    acronym = acronym.replace(".", "").removeprefix("the ").removeprefix("The ")
    if not _ACRONYM.fullmatch(acronym):
        return False
    if acronym in glossary and _shares(glossary[acronym], body):
        return True
    head, _, place = body.partition(" ")
    if len(acronym) > 2 and acronym.isupper() and head == acronym and is_place(place):
        return True  # "ASER" is "ASER Pakistan", "UNICEF" is "UNICEF Pakistan"
    return acronym.casefold() in initials(re.sub(r"\s*[\[(].*$", "", body)) or bool(
        re.search(rf"[\[(]{re.escape(acronym)}[\])]", body)
    )


@lru_cache(maxsize=8192)
def initials(body: str) -> frozenset[str]:
    """First letters of a body's words, in small letters: all of them, and without the small words."""
    every = plain(body)
    main = [word for word in every if word not in words("listing", "small")]
    return frozenset("".join(word[0] for word in part) for part in (every, main) if len(part) > 1)


def leads(cited: str, entry: Entry, glossary: Mapping[str, str] | None = None) -> bool:
    """Whether an entry begins with what is cited (a body read as something else); or, without an author of its own, its
    title, its newspaper or its publisher does."""
    glossary = glossary or {}
    wanted = plain(re.sub(r"\s*[\[(].*$", "", glossary.get(cited, cited)))
    if not wanted:
        return False
    if _begins(plain(entry.text[:_LEADING]), wanted):
        return len(wanted) > 1 or not entry.authors
    if entry.authors and entry.authors[0].given:
        return False
    return any(_begins(plain(head), wanted) for head in (entry.title, entry.container, entry.publisher) if head) or (
        bool(entry.publisher) and _stands_for(cited, entry.publisher, glossary)
    )


def _begins(head: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    articles = words("listing", "articles")
    head, wanted = (part[1:] if part[:1] and part[0] in articles else part for part in (head, wanted))
    return bool(wanted) and head[: len(wanted)] == wanted


def nearly(cited: str, name: Name) -> bool:
    """Whether a name looks like a slip for another: one letter in short names, two in longer ones."""
    if not plain(cited) or not plain(name.family) or _INITIALS.match(cited):
        return False
    return any(
        distance(one, other, limit) <= limit
        for one in keys(cited)
        for other in keys(name.family)
        if (limit := _slips(min(len(one), len(other))))
    )


def _slips(length: int) -> int:
    return 0 if length < 4 else 1 if length < 7 else 2


def distance(one: str, other: str, limit: int) -> int:
    """Letters put in, left out, changed or swapped with their neighbour; more than ``limit`` is ``limit + 1``."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        after = [i]
        for j, right in enumerate(other, 1):
            cost = min(row[j] + 1, after[j - 1] + 1, row[j - 1] + (left != right))
            if before and j > 1 and left == other[j - 2] and one[i - 2] == right:
                cost = min(cost, before[j - 2] + 1)
            after.append(cost)
        if min(after) > limit:
            return limit + 1
        before, row = row, after
    return row[-1]
