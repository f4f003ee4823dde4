"""What the parser sees of an entry: signs of every token, of its neighbours and of where it stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from grader.citing.tokens import tokens
from grader.lexicon import lines, load

NEAR = (-3, -2, -1, 0, 1, 2, 3)
_CORE = re.compile(r"^\W+|\W+$")
_YEAR = re.compile(r"^(?:1[4-9]|20)\d\d[a-z]?$")
_PAGES = re.compile(r"^[a-z]{0,2}\d+[-–—−‐_/][a-z]?\d+$", re.IGNORECASE)
_ISSUE = re.compile(r"^\d+\s*\(\d+(?:[-–/&]\d+)?\)?$")
_INITIALS = re.compile(r"^(?:[^\W\d_]{1,2}[.])(?:-?[^\W\d_]{1,2}[.])*$")
_ROMAN = re.compile(r"^[ivxlc]+$|^[IVXLC]+$")
_OPENS, _CLOSES = '“‘«"„', '”’»"'


@cache
def _gazetteer() -> dict[str, tuple[str, ...]]:
    """A word in lower case, and the lists that it stands in."""
    found: dict[str, set[str]] = {}
    for key, entries in load("references").items():
        for entry in entries:
            for word in entry.lower().split():
                found.setdefault(word, set()).add(key)
    for name, key in (
        ("south_asian_names", "given_names"),
        ("countries", "places"),
        ("pakistan_places", "places"),
        ("institutions", "bodies"),
        ("thinkers", "surnames"),
    ):
        for entry in lines(name):
            for word in re.findall(r"[\w'’-]{3,}", entry.lower()):
                found.setdefault(word, set()).add(key)
    return {word: tuple(sorted(keys)) for word, keys in found.items()}


@cache
def _named() -> tuple[dict[tuple[str, ...], list[str]], dict[str, list[int]]]:
    """Names of places, publishers, journals and series as words, with the lists of each; and by a first word how long the names are, longest first."""
    found: dict[tuple[str, ...], list[str]] = {}
    longs: dict[str, set[int]] = {}
    for key, name in (
        ("place", "published_places"),
        ("publisher", "publishers"),
        ("journal", "journals"),
        ("series", "series"),
    ):
        for entry in lines(name):
            words = tuple(_bare(entry[start:end]) for start, end in tokens(entry))
            longs.setdefault(words[0], set()).add(len(words))
            if key not in found.setdefault(words, []):
                found[words].append(key)
    return found, {first: sorted(held, reverse=True) for first, held in longs.items()}


def _bare(word: str) -> str:
    return (_CORE.sub("", word) or word).lower().replace("’", "'")


def _in_names(pieces: Sequence[str]) -> list[list[str]]:
    """For every token the lists with a name that it is part of, the longest of each list, and how that name stands there: alone, or
    the token's place in several words; two words are weaker evidence than more."""
    bare = tuple(_bare(unicodedata.normalize("NFC", piece[:60])) for piece in pieces)
    found: list[list[str]] = [[] for _ in pieces]
    names, longs = _named()
    for start, first in enumerate(bare):
        seen = set()
        for long in longs.get(first, ()):
            end = start + long - 1
            for key in names.get(bare[start : end + 1], ()) if end < len(bare) else ():
                if key not in seen:
                    seen.add(key)
                    for i in range(start, end + 1):
                        place = "S" if long == 1 else "B" if i == start else "E" if i == end else "I"
                        found[i].append(f"m={key}{place}{min(long, 3)}")
    return found


@cache
def _common() -> dict[str, int]:
    """How common a word is: the power of two of its count in edited prose."""
    found = {}
    for line in lines("common_words"):
        power, *held = line.split()
        found.update(dict.fromkeys(held, int(power)))
    return found


def shape(word: str) -> str:
    """ "Khan," is "Xx,", "(2019)." is "(9999).", "J.K." is "X.X."; runs of letters are one, of figures up to four."""
    drawn: list[str] = []
    for char in word[:24]:
        kind = "X" if char.isupper() else "x" if char.isalpha() else "9" if char.isdigit() else char
        if kind in "Xx" and drawn and drawn[-1] == kind:
            continue
        if kind == "9" and drawn[-4:] == ["9"] * 4:
            continue
        drawn.append(kind)
    return "".join(drawn)


def _kind(word: str, core: str) -> str:
    """A coarse class for numbers, addresses and initials."""
    low = word.lower()
    if "http" in low or "www." in low or "://" in low:
        return "url"
    if "doi" in low or core.startswith("10."):
        return "doi"
    if _YEAR.match(core):
        return "year"
    if core.isdigit():
        return f"d{min(len(core), 5)}"
    if _PAGES.match(core):
        return "range"
    if _ISSUE.match(core):
        return "issue"
    if _INITIALS.match(word.strip(",;:()")):
        return "initials"
    if core[:1].isdigit():
        return "digits-first"
    if any(char.isdigit() for char in core):
        return "digits"
    if not core:
        return "mark"
    if _ROMAN.match(core) and len(core) > 1:
        return "roman"
    if len(core) == 1:
        return "letter"
    if core.isupper():
        return "caps" if len(core) > 3 else "caps2"
    if core[0].isupper():
        return "Cap"
    return "low"


@lru_cache(maxsize=8192)
def signs(word: str) -> tuple[tuple[str, ...], tuple[str, ...], str, str, str]:
    """Signs of a word by itself, those that its neighbours see, its coarse class, core and end."""
    word = unicodedata.normalize("NFC", word[:60])
    core = _CORE.sub("", word)
    low = core.lower()
    bare = low.replace("’", "'").rstrip(".")
    head = word[: word.find(core)] if core else ""
    tail = word[word.find(core) + len(core) :] if core else word
    kind = _kind(word, core)
    drawn = shape(word)
    lists = _gazetteer().get(bare, ())
    tier = _common().get(bare, 0)
    heard = [f"w={low}", f"s={drawn}", f"k={kind}", f"t={tail}", f"h={head}", *[f"g={one}" for one in lists]]
    own = [
        *heard,
        f"f={word.lower()}",
        f"p1={low[:1]}",
        f"p2={low[:2]}",
        f"p3={low[:3]}",
        f"p4={low[:4]}",
        f"e1={low[-1:]}",
        f"e2={low[-2:]}",
        f"e3={low[-3:]}",
        f"e4={low[-4:]}",
        f"c={tier // 3 if tier else 'no'}",
        f"ck={kind}{tier // 4 if tier else 'no'}",
        f"n={min(len(core), 8)}",
    ]
    return tuple(own), tuple(heard), kind, low, tail


@lru_cache(maxsize=32768)
def _heard(word: str, gap: int) -> tuple[str, ...]:
    """What a token sees of the word so many places on; of those farther off, class and end alone."""
    heard = signs(word)[1]
    return tuple(f"{gap}{one}" for one in (heard if abs(gap) < 3 else heard[2:4]))


@dataclass(frozen=True, slots=True)
class Signs:
    """The names of the signs that hold at a token: of its own and where it stands, and of what is around it."""

    alone: list[str]
    around: list[str]


def features(pieces: Sequence[str]) -> list[Signs]:
    """What is seen of every token of an entry."""
    seen = [signs(piece) for piece in pieces]
    count = len(pieces)
    heres = list(_places(pieces, [one[2] for one in seen], [one[4] for one in seen]))
    named = _in_names(pieces)
    found = []
    for i in range(count):
        own, _, kind, low, tail = seen[i]
        row = [f"-1{one}" for one in (named[i - 1] if i else ())]
        row += [f"1{one}" for one in (named[i + 1] if i + 1 < count else ())]
        for gap in NEAR:
            if gap and 0 <= i + gap < count:
                row += _heard(pieces[i + gap], gap)
            elif gap and abs(gap) < 3:
                row.append(f"{gap}=none")
        if i:
            before = seen[i - 1]
            row += (
                f"ww={before[3]}|{low}",
                f"kk={before[2]}{before[4]}|{kind}",
                f"tt={before[4]}|{tail}|{kind}",
            )
        if i + 1 < count:
            after = seen[i + 1]
            row += (f"wn={low}|{after[3]}", f"kn={kind}{tail}|{after[2]}")
        if 0 < i < count - 1:
            row.append(f"k3={seen[i - 1][2]}{seen[i - 1][4]}|{kind}{tail}|{seen[i + 1][2]}")
        found.append(Signs([*own, *heres[i], *named[i]], row))
    return found


def _places(pieces: Sequence[str], kinds: Sequence[str], tails: Sequence[str]) -> Iterator[list[str]]:
    """Where each token stands: how far on, in brackets or quotation marks, after the year, after how many full stops."""
    count = len(pieces)
    years = [i for i, kind in enumerate(kinds) if kind == "year"]
    last_year = years[-1] if years else -1
    quoted = any(piece[:1] in _OPENS or piece[:2] in ("``",) for piece in pieces)
    ends_quoted = [i for i, piece in enumerate(pieces) if piece.rstrip(".,;:?!)")[-1:] in _CLOSES]
    early = bool(years) and years[0] < 0.45 * count
    depth, inside, stops, dated, closed, since = 0, False, 0, 0, 0, 0
    commas = 0
    for i, piece in enumerate(pieces):
        if piece[0] in _OPENS and any(j >= i for j in ends_quoted):
            inside = True
        depth += piece.count("(") + piece.count("[")
        yield [
            f"at={10 * i // count}",
            f"first={min(i, 5)}",
            f"last={min(count - 1 - i, 4)}",
            f"in={'q' if inside else ''}{'b' if depth > 0 else ''}",
            f"q={quoted}{min(closed, 2)}{inside}",
            f"stops={min(stops, 5)}",
            f"stopd={min(stops, 4)}{min(dated, 2)}{early}",
            f"year={min(dated, 2)}{i < last_year}",
            f"since={min(since, 7)}",
            f"sy={min(since, 3)}{min(dated, 2)}{quoted}{min(closed, 1)}{kinds[i]}",
            f"commas={min(commas, 4)}{min(stops, 3)}",
            f"long={count // 8}",
        ]
        since += 1
        depth = max(0, depth - piece.count(")") - piece.count("]"))
        if inside and i in ends_quoted:
            inside, closed = False, closed + 1
        if kinds[i] == "year":
            dated += 1
        if "." in tails[i] and kinds[i] not in ("initials", "letter"):
            stops, since, commas = stops + 1, 0, 0
        elif "," in tails[i]:
            commas += 1
