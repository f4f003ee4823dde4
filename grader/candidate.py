"""Who wrote a script: what the class list, the text's top and the file's name say, the most trusted first.

Nothing that marks is told: a mark rests on the answer alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Literal
from unicodedata import normalize

from grader.files import shown
from grader.lexicon import lines, load, words
from grader.segment.nameplate import Nameplate, first_lines, front_matter, looks_like_id, looks_like_name

Source = Literal["roster", "front matter", "first lines", "file name"]

_LONGEST = 120  # signs of a name or id
_MOODLE = re.compile(r"(?P<name>[^_]+)_(?P<id>\d+)_assignsubmission(?:_|$)")
_NO_NAME = "participant"  # Moodle's word for somebody whose name it hides
_DASH = re.compile(r"\s+[-–—]\s+")
_NUMBER = re.compile(r"(?=(?:\D*\d){3})[\w/.-]+")
_ALIKE = 0.7  # of their letters: "Mohammed" and "Muhammad", "Malik" and "Maleek"
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A script's writer. ``name`` or ``id`` is "" where nobody says it; ``sources`` are those who say something,
    the most trusted first."""

    name: str = ""
    id: str = ""
    sources: tuple[Source, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.name or self.id)


@dataclass(frozen=True, slots=True)
class Writer:
    """What is known of a script's writer: the candidate; what each source said; the class list's row, if it is in one; and
    whether the script itself names somebody else (``torn``)."""

    candidate: Candidate = field(default_factory=Candidate)
    said: tuple[Candidate, ...] = ()
    row: int | None = None
    torn: bool = False


def settled(said: Iterable[Candidate]) -> Candidate:
    """One candidate from what several sources say, the most trusted first.

    A later source fills in a name or id that is still missing, unless it speaks of somebody else.
    """
    best = Candidate()
    for one in said:
        if not one or (best and differ(best, one)):
            continue
        more = replace(best, name=best.name or one.name, id=best.id or one.id)
        if more != best:
            best = replace(more, sources=(*best.sources, *one.sources))
    return best


def differ(one: Candidate, other: Candidate) -> bool:
    """Whether two sources speak of different people: neither name is part of the other, "Ahmad" and "Ahmed" being one. Ids
    of different kinds (a roll number, a number in a course) may differ for one person."""
    if not (one.name and other.name):
        return False
    fewer, more = sorted((name_key(one.name), name_key(other.name)), key=len)
    return not all(get_close_matches(word, more, 1, _ALIKE) for word in fewer)


def name_key(name: str) -> frozenset[str]:
    """What two spellings of one name have in common: its words, in whatever order."""
    return frozenset(re.findall(r"\w+", normalize("NFC", name).casefold()))


def id_key(value: str) -> str:
    """What two spellings of one id have in common: spreadsheets drop noughts at the front, Moodle adds a word."""
    plain = "".join(normalize("NFC", value).casefold().split()).removeprefix(_NO_NAME)
    return plain.lstrip("0") or "0" if plain.isdigit() else plain


def clean(value: str) -> str:
    """A name or id as it is written down: one line, single spaces, not longer than any is."""
    return " ".join(shown(" ".join(value.split())).split())[:_LONGEST]


def from_text(text: str) -> list[Candidate]:
    """What the text's front matter and its first lines say."""
    found: list[tuple[Source, Nameplate]] = [("front matter", front_matter(text)), ("first lines", first_lines(text))]
    return [
        Candidate(clean(plate.name), clean(plate.id), (source,)) for source, plate in found if plate.name or plate.id
    ]


def from_path(path: Path) -> Candidate:
    """What the file's name says, where it is of a plain form; most names of files say nothing.

    Forms: Moodle's ("Ali Khan_12345_assignsubmission_file_x.md", or a folder so called), and a name beside an id or beside
    words such as "essay" and "answer" ("12345 - Ali Khan", "Ali Khan - CSS answer").
    """
    for name in (path.name, path.absolute().parent.name):
        if match := _MOODLE.match(name):
            hidden = match["name"].strip().casefold() == _NO_NAME
            return Candidate("" if hidden else clean(match["name"]), match["id"], ("file name",))
    parts = [part.strip() for part in _DASH.split(path.stem)]
    if not 2 <= len(parts) <= 3:
        return Candidate()
    kinds = [_kind(part) for part in parts]
    if kinds.count("name") != 1 or kinds.count("id") > 1 or "" in kinds:
        return Candidate()
    name = parts[kinds.index("name")]
    number = parts[kinds.index("id")] if "id" in kinds else ""
    if not number and not _surely_a_name(name):
        return Candidate()
    return Candidate(clean(name), "" if _YEAR.fullmatch(number) else clean(number), ("file name",))


def _kind(part: str) -> str:
    """What a part of a file's name is: a name, an id, a word for what the file is; "" for anything else."""
    if _NUMBER.fullmatch(part) and looks_like_id(part):
        return "id"
    if all(word.rstrip("0123456789") in {"", *words("candidates", "documents")} for word in part.casefold().split()):
        return "document"
    return "name" if _may_be_a_name(part) else ""


def _may_be_a_name(part: str) -> bool:
    """Two words or more with capitals, and no English words, places or institutions among them."""
    given = _given_names()
    each = part.split()
    return (
        len(each) > 1
        and looks_like_name(part)
        and part.isupper() == each[0].isupper()  # "CPEC Gwadar" has an abbreviation
        and all(
            word.casefold() in given or word in words("candidates", "particles") or word.casefold() not in _vocabulary()
            for word in each
        )
    )


def _surely_a_name(part: str) -> bool:
    """With no id beside it: one word is a name that people here have, and the whole is nobody whom essays are about."""
    return not is_written_about(part) and any(word in _given_names() for word in part.casefold().split())


def is_written_about(name: str) -> bool:
    """Whether it is the name of somebody whom essays are about."""
    return name_key(name) in _written_about()


@cache
def _written_about() -> frozenset[frozenset[str]]:
    people = [entry.split("\t")[0] for entry in lines("thinkers")]
    return frozenset(name_key(name) for name in (*people, *load("candidates")["written_about"]))


@cache
def _given_names() -> frozenset[str]:
    return frozenset(name.casefold() for name in lines("south_asian_names"))


@cache
def _vocabulary() -> frozenset[str]:
    """Common words, and every word in the names of places and institutions, in small letters."""
    found = {form for line in lines("common_words") for form in line.split()[1:] if form.islower()}
    for name in ("pakistan_places", "countries", "institutions", "well_known"):
        for entry in lines(name):
            found.update(re.findall(r"\w+", entry.split("\t")[0].casefold()))
    return frozenset(found)
