"""Who vouches for a sentence: a name a reader could look for, somebody nobody could ("experts say"), or no one.

Case tells names from other words, so the first word of a sentence counts as a name only where something else says so.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from grader.lexicon import compile_phrases, lines, phrase_pattern, words
from grader.words import is_stopword

Attribution = Literal["named", "vague", "none"]

# Repetitions are bounded, and each word can be matched in one way only: a page in capitals must not take all day.
_CAPITALISED = r"[A-Z][\w.’'-]{0,40}"
_SOURCE = rf"(?P<source>{_CAPITALISED}(?:\s+(?:(?:of|the|for|on|and|al|ul|bin)\s+){{0,2}}{_CAPITALISED}){{0,7}}(?:\s+\d{{1,4}}(?:-?[A-Z])?\b)?)"
_YEAR = r"(?:1[5-9]|20)\d\d"
_NOT_REPORTED = r"(?!\s+(?:to\s+(?:a|the|its|his)\b|about|with|over|forward|by\b))"


def attribution(text: str) -> tuple[Attribution, str]:
    """Whether a sentence without a citation is vouched for, and the name of its source as written ("" unless named)."""
    if (match := _handed_over().search(text)) and not _small(match.group("source")):
        return "named", _tidy(match.group("source"))
    if (match := _numbered_document().search(text)) and _according().search(text[: match.start() + 1]):
        return "named", match.group()
    if phrase_pattern("sources", "vague").search(text) or _vague_people().search(text):
        return "vague", ""
    name = _reporting_name(text) or _said_by(text) or _known_figure(text) or _document(text) or _known_body(text)
    return ("named", name) if name else ("none", "")


def _reporting_name(text: str) -> str:
    """ "Husain described ...", "the National Nutrition Survey of 2018 found that ..." ."""
    for match in _reported().finditer(text):
        parts = match.group("source").split()
        opens_sentence = not text[: match.start()].strip(" \"'“‘(")
        while parts and _small(parts[0].strip(",")):
            del parts[0]
            opens_sentence = False
        name = " ".join(parts)
        if name and name not in lines("countries") and (not opens_sentence or _is_name(name, match.group("verb"))):
            return _tidy(name)
    return ""


def _small(word: str) -> bool:
    """A function word with a capital: "The", "While"; but "US" is a name."""
    return is_stopword(word) and (len(word) == 1 or not word.isupper())


def _is_name(opening: str, verb: str) -> bool:
    """Whether the capitalised word or words that open a sentence are a name and not just its first word."""
    first = opening.split()[0].removesuffix("'s").removesuffix("’s")
    acronym = first.isupper() and first.isalpha() and len(first) > 1
    if " " in opening or acronym or first in _people_and_bodies():
        return True
    abstract = first.lower().endswith(("tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "cy", "ing", "s"))
    return verb.lower() in words("sources", "personal") and not abstract


def _said_by(text: str) -> str:
    """'..., said Husain.'"""
    match = _postposed().search(text)
    return _tidy(match.group("source")) if match and not _small(match.group("source").split()[0]) else ""


def _known_figure(text: str) -> str:
    figure = phrase_pattern("sources", "known_figures").search(text)
    said = figure and (phrase_pattern("sources", "reporting").search(text) or re.search(r"[\"“]", text))
    return figure.group() if figure and said else ""


def _document(text: str) -> str:
    """A document named with its year is a source even without a reporting verb ("the Economic Survey 2022")."""
    match = _dated_document().search(text)
    return match.group() if match else ""


def _known_body(text: str) -> str:
    verb = phrase_pattern("sources", "reporting").search(text)
    body = _bodies().search(text)
    return body.group() if body and verb and 0 <= verb.start() - body.end() <= 40 else ""


def _tidy(source: str) -> str:
    return re.sub(r"['’]s$", "", source.strip(" .,"))


@cache
def _according() -> re.Pattern[str]:
    return phrase_pattern("sources", "according")


@cache
def _handed_over() -> re.Pattern[str]:
    """ "According to the World Bank ..." ."""
    return re.compile(rf"(?i:{_according().pattern})\s+(?:the\s+|a\s+|an\s+|its\s+)?(?:\d{{4}}\s+)?{_SOURCE}")


@cache
def _numbered_document() -> re.Pattern[str]:
    """ "the 2017 census", "the household survey of 2019"."""
    kinds = phrase_pattern("sources", "documents").pattern
    return re.compile(rf"(?i:the\s+{_YEAR}\s+(?:\w+\s+){{0,2}}{kinds}|the\s+(?:\w+\s+){{0,2}}{kinds}\s+of\s+{_YEAR})")


@cache
def _dated_document() -> re.Pattern[str]:
    kinds = phrase_pattern("sources", "documents").pattern
    more = rf"(?:\s+(?:(?:of|on|for|and|the)\s+){{0,2}}{_CAPITALISED}){{0,7}}"
    return re.compile(rf"{_CAPITALISED}{more}\s+(?i:{kinds})(?:\s+of)?(?:\s+\(?{_YEAR})")


@cache
def _reported() -> re.Pattern[str]:
    verbs = phrase_pattern("sources", "reporting").pattern
    between = (
        r"(?:['’]s\s+(?:\w+\s+){1,4}|\s+of\s+\d{4}|\s*\([^()]{0,60}\)|,[^,]{1,40},)?"
        r"\s+(?:(?:has|have|had|also|rightly|once|famously|recently|itself|too|further|then|later)\s+){0,4}"
    )
    # small letters only in the verb: "United States" is none
    return re.compile(rf"(?<![\w.’'-]){_SOURCE}{between}(?P<verb>{verbs})\b{_NOT_REPORTED}")


@cache
def _postposed() -> re.Pattern[str]:
    verbs = compile_phrases(tuple(sorted(words("sources", "personal")))).pattern
    return re.compile(rf"[,\"”’']\s+{verbs}\s+(?:the\s+)?{_SOURCE}")


@cache
def _vague_people() -> re.Pattern[str]:
    """ "Analysts warned ...", "many observers have noted ..." ."""
    people = compile_phrases(tuple(sorted(words("sources", "vague_people")))).pattern
    verbs = phrase_pattern("sources", "reporting").pattern
    return re.compile(
        rf"(?i:(?:^|[,;]\s+|\b(?:some|many|most|several|few|other|the|and|but|that)\s+){people})\s+(?:(?:have|had|also|often|now)\s+){{0,2}}{verbs}"
    )


@cache
def _people_and_bodies() -> frozenset[str]:
    """Names that stand alone: surnames and given names, and bodies of one word."""
    people = {word for name in ("thinkers", "south_asian_names") for entry in lines(name) for word in entry.split()}
    return frozenset(people | {name for name in lines("institutions") if " " not in name})


@cache
def _bodies() -> re.Pattern[str]:
    names = (*lines("institutions"), *lines("thinkers"))
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(name) for name in sorted(names, key=len, reverse=True))})(?!\w)")
