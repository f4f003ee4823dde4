"""Years, and places in a work, as they stand in a citation: "2019a", "n.d.", "pp. 3-5", "ch. 2"."""

from __future__ import annotations

import re
from functools import cache

from grader.lexicon import compile_phrases, load

_FOUR = r"(?:1[5-9]|20)\d\d"
# Not the first year of a range ("1947-58"), no decade ("1990s"), no year before our era.
_ALONE = r"(?!\w|\s?[-–—/]\s?\d|\s?(?:BCE?|CE|AD|AH)\b)"
_DATED = rf"(?:(?:c\.|ca\.|circa)\s?)?(?:\[[^\[\]()\d]{{0,4}}\d[^\[\]()]{{2,10}}\]\s?{_FOUR}|{_FOUR}\s?\[{_FOUR}\]|{_FOUR}/{_FOUR}|\d{{3,4}}/{_FOUR}|\d{{1,4}}\s?(?:BCE?|CE|B\.C\.E?\.?)\s?/\s?{_FOUR}|{_FOUR})[a-z]?{_ALONE}"
_NUMBER = r"(?:\d{1,5}(?:\.\d+)*(?:[a-e]\d{0,3}|ff?\b\.?|n\.?\s?\d{1,3})?|[ivxlcdm]{1,7}|[IVX]+\.\d+)\b"
_RANGE = rf"{_NUMBER}(?:\s?[-–—]\s?(?:[a-e]\d{{1,3}}|{_NUMBER}))?"
NUMBERS = rf"{_RANGE}(?:(?:,\s?(?:and\s|&\s)?|\s?&\s?|\sand\s){_RANGE})*"
_PAGES = re.compile(rf"\s*[,:;]?\s*(?:(?:at\s+)?(?:(?:pp?|pgs?)\b\.?|pages?\b)|at\b)\s?({NUMBERS})", re.IGNORECASE)
# Places that are named with their kind, since a bare number would be a page.
_KIND_AND_PLACE = re.compile(
    rf"\s*[,:;]?\s*((?:paras?|pars?|lines?|ll|loc|location|fols?)\b\.?\s?{NUMBERS})", re.IGNORECASE
)
_PARAGRAPH_SIGN = re.compile(rf"\s*[,:;]?\s*(¶+\s?{NUMBERS})")
_BARE = re.compile(rf"(?:\s*:\s*|\s*,\s*)(?!{_FOUR}[a-z]?\b)(?:\d{{1,2}}\s?:\s?)?({NUMBERS})")
# Places that give no page.
_OTHER_PLACE = re.compile(
    r"\s*[,:;]?\s*(?:(?:ch|chs|chap|chapters?|vols?|volumes?|s|ss|secs?|sections?|arts?|articles?|tables?|tbl|figs?|figures?|books?|bk|parts?|pt|"
    r"app|appendix|annex|theorem|thm|lemma|eqs?|equations?|notes?|n|no|act|scene|slides?|issue|def|prop|cl|clause|r|regulation|box|map|plate|plates|"
    r"preface|foreword|introduction|conclusion|abstract)\b\.?|§+)\s?"
    r"(?:(?:\d+(?:[.–-]\d+)*[a-z]?|[IVXLC]+|[A-Z])\b(?:\(\w+\))?(?:\s?(?:,|&|and)\s?(?:\d+(?:[.–-]\d+)*)\b)*)?",
    re.IGNORECASE,
)


@cache
def dates() -> re.Pattern[str]:
    """A year as a citation has it, or what stands in its place."""
    undated = compile_phrases(tuple(load("citing")["no_date"])).pattern
    return re.compile(rf"(?<![\w/–—-])(?:{_DATED}|(?i:{undated}(?:-?[a-z]\b)?))")


@cache
def calendar() -> re.Pattern[str]:
    """A day and a month, before the year or after it: "12 May", "May 12", "March"."""
    month = compile_phrases(tuple(load("citing")["months"])).pattern
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    return re.compile(
        rf"(?:{day}(?:\s?[-–]\s?{day})?\s+(?i:{month})\.?|(?i:{month})\.?(?:\s+{day}(?:\s?[-–]\s?{day})?\b)?)"
    )


@cache
def _asides() -> re.Pattern[str]:
    return re.compile(rf"\s*[,;]?\s*{compile_phrases(tuple(load('citing')['asides'])).pattern}", re.IGNORECASE)


def place_in_work(text: str, start: int, pages: str = "") -> tuple[int, str]:
    """Where the places in the work that follow ``start`` end, and the pages among them as written, without "pp."."""
    at = start
    while at < len(text):
        match = _PAGES.match(text, at) or _BARE.match(text, at)
        if match is None:
            match = _KIND_AND_PLACE.match(text, at) or _PARAGRAPH_SIGN.match(text, at)
        if match is not None:
            pages = pages or match.group(1).strip()
        else:
            match = _OTHER_PLACE.match(text, at) or _asides().match(text, at)
        if match is None or match.end() == at:
            break
        at = match.end()
    return at, pages
