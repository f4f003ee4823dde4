"""Passages named by their place: chapter and verse "(16:97)", act, scene and line "(3.3.350-53)", a hadith's collection, a
reported case "[1974] 1 WLR 1403", a document handed out with the question "(Doc 3)".

They say where words stand, as citations do, but go to no reference list, and their numbers count nothing. What could be a ratio
or a time, "(60:40)", is a verse only where the text speaks of a scripture.
"""

from __future__ import annotations

import re
from functools import cache

from grader.citing.model import InText
from grader.lexicon import phrase_pattern

_VERSE = r"\d{1,3}\s?:\s?\d{1,3}(?:\s?[-–,&]\s?\d{1,3})*"
_CHAPTER = r"(?:(?:[12]\s)?[A-Z][\w'’‘.-]*,?\s+(?:[A-Z][\w'’‘-]*,?\s+){0,3})"
_YEAR = r"(?:1[6-9]|20)\d\d"
_REPORT = r"[A-Z][A-Za-z.]{0,9}(?:\s(?:[A-Z][A-Za-z.]{0,9}|\([A-Z][A-Za-z]{0,6}\))){0,3}"


def find_passages(text: str, scripture: bool) -> list[InText]:
    """Each with its words as ``pages``, in order; ``scripture``: the essay speaks of one, so that a bare "(4:12)" is a verse."""
    found = []
    for match in _pattern().finditer(text):
        if (match["bare"] or match["hadith"]) and not scripture:
            continue
        found.append(InText(*match.span(), "passage", pages=match.group().strip("()[] ")))
    return found


def speaks_of_scripture(text: str) -> bool:
    """Whether a scripture is named anywhere."""
    return bool(
        phrase_pattern("sources", "scriptures").search(text) or phrase_pattern("sources", "of_scripture").search(text)
    )


@cache
def _pattern() -> re.Pattern[str]:
    collections = phrase_pattern("sources", "collections").pattern
    scriptures = phrase_pattern("sources", "scriptures").pattern
    hadith = rf"\((?i:{collections})(?![^()\n]*\b{_YEAR}\b)[^()\n]{{0,60}}\)"
    verse = rf"[(\[]\s*(?i:{scriptures})[^()\[\]\n]{{0,40}}?{_VERSE}\s*[)\]]"
    scene = (
        r"\(\s*(?:\d|[IVX]{1,4})\.\s?(?:\d{1,2}|[ivx]{1,4})\.\s?\d{1,4}(?:[-–]\d{1,4})?\s*\)"
        r"|\(\s*(?:Act|act|Scene|scene|[Ll]ines?|ll?\.)\s(?:\d{1,4}|[IVXivx]{1,4})(?:[-–]\d{1,4})?"
        r"(?:,?\s(?:[Ss]cene|[Ss]c\.|[Ll]ines?|ll?\.)\s(?:\d{1,4}|[IVXivx]{1,4})(?:[-–]\d{1,4})?){0,2}\s*\)"
    )
    document = r"\(\s*(?:[Dd]oc(?:ument|\.)?s?|[Ss]ource|[Ee]xtract|[Ii]tem)\s(?:\d{1,2}|[A-H])(?:(?:,|\s?[-–&]|\sand)\s?(?:\d{1,2}|[A-H]))*\s*\)"
    case = (
        rf"\[{_YEAR}\]\s(?:\d{{1,3}}\s)?{_REPORT}\s\d{{1,5}}\b"
        rf"|\({_YEAR}\)\s\d{{1,3}}\s{_REPORT}\s\d{{1,5}}\b"
        rf"|\b(?:PLD|AIR|PLJ|MLD|CLC|YLR|SCMR|PCrLJ)\s{_YEAR}\s{_REPORT}\s\d{{1,5}}\b|\b{_YEAR}\s(?:SCMR|CLC|MLD|YLR|PCrLJ|SCC|PTD|PLC)\s\d{{1,5}}\b"
        r"|\b\d{1,3}\sU\.\s?S\.\s\d{1,4}\b"
    )
    return re.compile(
        rf"(?P<bare>[(\[]\s*{_CHAPTER}?{_VERSE}\s*[)\]])|(?P<hadith>{hadith})|{verse}|{scene}|{document}|{case}"
    )
