"""The sources inside a bracket, read part by part: "see Khan, 2019, p. 4; Ali & Zaidi, 2020a"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from grader.citing import cues
from grader.citing.cited_names import Authors, read
from grader.citing.cited_when import NUMBERS, calendar, dates, place_in_work
from grader.citing.known_names import is_paper
from grader.citing.model import Form, InText
from grader.lexicon import phrase_pattern, words

_NEXT_YEAR = re.compile(r"\s*(?:,|&|,?\s*and\b)\s*")
_BARE_PAGES = re.compile(rf"\s+({NUMBERS})")
_NEXT_LETTER = re.compile(r"\s*(?:,|&|,?\s*and\b)\s*([a-h])(?![\w.])")
_LETTERED = re.compile(r"(\d{4})[a-h](?:\s*(?:,|&|,?\s*and\b)\s*[a-h])*\Z")
_ITALIC_TITLE = re.compile(r"^\s*([*_])[^*_]+\s[^*_]+\1,?\s*$")
_NEXT_NAME = re.compile(r"\s*(?:,\s*(?:and\s+|&\s*)?|\s+and\s+|\s*&\s*)(?=[^\W\d_])")
_PURPOSE = re.compile(
    r",?\s(?:for|on)\s(?:an?|the|more|further|details?|discussions?|examples?|this|that|other)\b[^\d;]*$"
)


@dataclass(frozen=True, slots=True)
class Source:
    """One source in a bracket: where its words stand, and what they say."""

    start: int
    end: int
    authors: Authors
    years: tuple[str, ...]
    pages: str
    whole: bool  # shares its words with another: "Finn, 1990, cited in Blatchford, 2003"

    def cited(self, start: int, end: int, form: Form) -> list[InText]:
        """The citations it makes, one for each of its years, all at one place."""
        who = self.authors
        return [
            InText(start, end, form, who.names, year, self.pages, et_al=who.et_al, joined=who.joined)
            for year in self.years
        ]


def parts(inside: str) -> Iterator[tuple[int, str]]:
    """What stands between semicolons, each with its place."""
    at = 0
    for part in inside.split(";"):
        lead = len(part) - len(part.lstrip())
        yield at + lead, part.strip()
        at += len(part) + 1


def same_work_pages(part: str) -> str | None:
    """Pages of "ibid., 91"; None where the part is no such thing."""
    match = cues.before_names().match(part)
    at = match.end() if match else 0
    same = cues.same_work().match(part, at)
    if same is None:
        return None
    end, pages = place_in_work(part, same.end())
    if not pages and (bare := _BARE_PAGES.match(part, same.end())):  # "ibid. 13"
        end, pages = bare.end(), bare.group(1)
    return pages if not part[end:].strip(" ,.") else None


def read_sources(part: str, last: Authors | None, several: bool) -> list[Source]:
    """The sources of one part of a bracket: mostly one, none where it holds anything but a citation.

    Args:
        last: whom the part before cites; a year alone goes on from there.
        several: the part has others beside it, which speaks for a citation.
    """
    plain = part.replace("*", " ").replace("_", " ")
    if phrase_pattern("citing", "unlisted").search(plain):
        return []
    cue = cues.before_names().match(plain)
    start = cue.end() if cue else 0
    when = dates().search(plain, start)
    if when is None:
        return []
    if read_in := cues.second_hand().search(plain, start, when.start()):  # "Zia quoted in Huot 2014" cites Huot
        start = read_in.end()
    years, at = years_from(plain, when)
    at, pages = place_in_work(plain, at)
    said = plain[start : when.start()]
    said = re.sub(rf"[\s,]*{calendar().pattern},?\s*$", "", said)
    sure = bool(pages or cue or read_in) or several or not any(char.isdigit() for char in when.group())
    title = _ITALIC_TITLE.match(part[start : when.start()]) and not is_paper(said.strip(" ,"))
    authors = Authors(()) if title else _authors(said, last, sure)
    if authors is None or (not said.strip(" ,") and calendar().search(plain)):
        return []
    more_years, later = years_after(plain, at)
    if more_years:
        years, at = [*years, *more_years], later
    at, _ = place_in_work(plain, at)
    rest = plain[at:]
    purpose = cue and _PURPOSE.match(rest)
    if not rest.strip(" ,.") or purpose:
        return [Source(start, at if purpose else len(part.rstrip()), authors, tuple(years), pages, True)]
    if second := cues.second_hand().match(plain, at):
        others = read_sources(part[second.end() :], None, True)
        if not others:
            return []
        end = len(part.rstrip())
        return [Source(start, end, one.authors, one.years, one.pages, True) for one in others]  # the source in hand
    if following := _NEXT_NAME.match(plain, at):
        others = read_sources(part[following.end() :], None, True)
        if others:
            moved = [
                Source(one.start + following.end(), one.end + following.end(), one.authors, one.years, one.pages, False)
                for one in others
            ]
            return [Source(start, at, authors, tuple(years), pages, False), *moved]
    return []


def _authors(said: str, last: Authors | None, sure: bool) -> Authors | None:
    names = said.strip(" ,:")
    if names.lower() in words("citing", "same_author") or not names:
        return Authors(last.names, 0, last.et_al, last.joined) if last else None
    return read(names, sure)


def years_from(text: str, first: re.Match[str]) -> tuple[list[str], int]:
    """The years from a first one on, and where they end."""
    found = [first.group()]
    more, end = years_after(text, first.end())
    return [*found, *more], end


def years_after(text: str, at: int) -> tuple[list[str], int]:
    """Further years of the same author: "2008a, 2008b"; and a day and month after the year."""
    found: list[str] = []
    while True:
        gap = _NEXT_YEAR.match(text, at)
        year = dates().match(text, gap.end()) if gap else None
        letter = _NEXT_LETTER.match(text, at)
        if year is not None:
            found.append(year.group())
            at = year.end()
        elif letter is not None and (lettered := _LETTERED.search(text, 0, at)):  # "2008a, b"
            found.append(lettered.group(1) + letter.group(1))
            at = letter.end()
        else:
            break
    if not found and (day := re.compile(rf",?\s+{calendar().pattern}").match(text, at)):
        at = day.end()
    return found, at
