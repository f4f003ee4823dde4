"""The nouns of citing: a name, a citation in the text, an entry of the reference list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Form = Literal[
    "bracket",  # (Khan, 2019), (Khan 12), (n.d.)
    "sentence",  # Khan (2019) argues
    "number",  # [3], [1, 4-6]
    "superscript",  # ³, ^{3}
    "note",  # [^1]
    "passage",  # (16:97), (3.3.350-53), [1974] 1 WLR 1403: the words are in ``pages``
]
Kind = Literal["article", "book", "chapter", "report", "news", "web", "thesis", "conference", "other"]


@dataclass(frozen=True, slots=True)
class Name:
    """One author or editor. A body ("World Bank") has its whole name as ``family`` and no given names."""

    family: str
    given: str = ""  # as written: "S. A.", "Ishrat"


@dataclass(frozen=True, slots=True)
class InText:
    """One source cited at ``text[start:end]``; a bracket with two sources gives two of these.

    ``authors`` are names as written, surnames or bodies; empty for numbers. ``year`` is as written with its letter
    ("2019a", "n.d."), empty where none is given. ``numbers`` has every number of a range ("[4-6]": 4, 5, 6).
    """

    start: int
    end: int
    form: Form
    authors: tuple[str, ...] = ()
    year: str = ""
    pages: str = ""
    numbers: tuple[int, ...] = ()
    et_al: bool = False
    joined: str = ""  # "&" or "and" between the last two names


@dataclass(frozen=True, slots=True)
class Field:
    """``text[start:end]`` of an entry and what it is: author, date, title, container-title, volume, ..."""

    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a reference list. Strings are without the punctuation around them; "" where the entry has none.

    ``text`` is the entry without its number in the list; ``fields`` are in order and do not overlap.
    ``confidence`` is the parser's, 0 to 1, for the whole entry.
    """

    text: str
    number: int | None = None
    fields: tuple[Field, ...] = ()
    authors: tuple[Name, ...] = ()
    et_al: bool = False
    year: str = ""  # with its letter: "2019a"; "n.d.", "forthcoming"
    title: str = ""
    container: str = ""  # journal, newspaper, website or the book of a chapter
    editors: tuple[Name, ...] = ()
    edition: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""
    place: str = ""
    doi: str = ""
    isbn: str = ""
    url: str = ""
    accessed: str = ""
    kind: Kind = "other"
    confidence: float = 1.0
