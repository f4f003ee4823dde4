"""Citations that are part of the sentence: "Khan (2019) argues", "in García-Moreno's view (2013, pp. 5-6)"."""

from __future__ import annotations

import re

from grader.citing import cues
from grader.citing.around import last_word, trimmed
from grader.citing.cited_names import Authors, before
from grader.citing.cited_sources import Source, read_sources, years_after, years_from
from grader.citing.cited_when import calendar, dates, place_in_work
from grader.citing.known_names import is_body, is_everyday, is_ordinary, is_paper, is_person
from grader.citing.model import InText
from grader.lexicon import words
from grader.words import is_stopword

_NEXT_CITED = re.compile(r",?\s+(?:and|or|&|,)\s+[^()\[\];.]{2,80}\((?=[^()]{0,20}(?:1[5-9]|20)\d\d)[^()]{4,60}\)")


def in_sentence(text: str, start: int, end: int) -> list[InText]:
    """ "Khan and Ali (2019, p. 12) argue", "Khan's view (2019)"; ``text[start:end]`` is the bracket."""
    inside = text[start + 1 : end - 1]
    lead = len(inside) - len(inside.lstrip())
    dated = re.compile(rf"{calendar().pattern},?\s+").match(inside, lead)
    when = dates().match(inside, dated.end() if dated else lead)
    if when is None:
        return []
    years, at = years_from(inside.replace(";", ","), when)
    at, pages = place_in_work(inside, at)
    more, later = years_after(inside.replace(";", ","), at)
    at = later if more else at
    others: list[Source] = []
    if second := cues.second_hand().match(inside, at):
        others = read_sources(inside[second.end() :], None, True)
        at = len(inside) if others else at
    if inside[at:].strip(" ,."):
        return []
    place = trimmed(text, start)
    authors, begins = _named_before(text, place)
    if authors is None or not _bears_out(text, begins, end, authors, pages, bool(dated)):
        return []
    if others:  # "Durkheim (1897, as cited in Lukes, 1973)": the source in hand
        begins = start
    mine = Source(begins, end, authors, (*years, *more), pages, True)
    return [one for source in others or [mine] for one in source.cited(begins, end, "sentence")]


def _named_before(text: str, place: int) -> tuple[Authors | None, int]:
    """The names that a bracket after ``place`` belongs to, and where they begin."""
    titled = cues.titled_work_of().search(text, max(0, place - 140), place)
    authors = before(text, titled.start("work") if titled else place)
    if authors is None and (owned := cues.work_of().search(text, max(0, place - 80), place)):
        authors = before(text, owned.start("work"))
    return authors, authors.start if authors else place


def _bears_out(text: str, start: int, end: int, authors: Authors, pages: str, dated: bool) -> bool:
    """Whether what stands around "Khan (2019)" agrees with a citation, for names that could be those of events and works."""
    if not authors.names:
        return False
    previous = last_word(text, start)
    name = authors.names[0]
    if previous.lower() in words("citing", "made") or cues.made_after().match(text, end):
        return False
    if dated:
        return is_paper(name)
    if (
        authors.et_al
        or pages
        or cues.work_of().search(text, start, end)
        or cues.titled_work_of().search(text, start, text.rfind("(", start, end))
    ):
        return True
    if len(authors.names) > 1:
        return not all(map(is_everyday, authors.names)) or _speaks(text, start, end)
    if is_body(name):
        quiet = " " not in name or name.split()[-1].lower() in words("citing", "quiet_bodies")
        return _speaks(text, start, end) or not (quiet or _happens(text, end))
    if previous.lower() in ("during", "since", "until", "till", "after", "before", "at") and " " not in name:
        return is_person(name)
    if previous.lower() == "the" and not is_paper(name):
        return cues.work_after().match(text, end) is not None  # "the Khan (2019) study", but "the iPhone (2007)"
    if all(map(is_everyday, name.split())) and (" " in name or name.lower() not in words("citing", "surname_words")):
        return _speaks(text, start, end)
    if cues.deed_after().match(text, end):
        return False  # "Gandhi (1930) marched"
    runs_on = previous[:1].isupper() and text[start - 1 : start] == " " and text[start - 2 : start - 1].isalnum()
    return not runs_on or is_stopword(previous) or is_ordinary(previous)


def _speaks(text: str, start: int, end: int) -> bool:
    """Whether the name says something: a verb of saying follows, or a word that hands the claim over stands before it."""
    previous = re.sub(r"\s+the$", "", text[max(0, start - 40) : start].rstrip(), flags=re.IGNORECASE)
    if cues.handing().search(previous) or re.search(r"['’]s?\s*[(\[]", text[start:end]):
        return True
    following = text[end : end + 160]
    while listed := _NEXT_CITED.match(following):
        following = following[listed.end() :]
    verb = re.match(
        r"(?:,[^,.;()]{2,50},)?\s+(?:(?:has|have|had|also|has\s+also|\w+ly|once|later|first|too|itself)\s+){0,2}([a-z]+)",
        following,
    )
    if verb is None:
        return False
    return verb.group(1) in words("citing", "works_do") or verb.group(1) in ("who", "whose")


def _happens(text: str, end: int) -> bool:
    """Whether what follows tells what became of the thing named, or nothing at all: "the Simon Commission (1927) was boycotted"."""
    return (
        re.match(
            r"\s*(?:[^\w\s]|$)|\s+(?:was|were|is|are|had\s+been|led|came|took|failed|began|met)\b", text[end : end + 20]
        )
        is not None
    )
