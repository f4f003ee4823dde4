"""The heading of a paper: who wrote it for whom, where and when, in lines without labels or with some of a kind.

MLA's four lines, a title page, a course by its code ("PSY2041 Developmental Psychology") and a word count under the title. Two
lines that can be nothing else are asked for; then what stands among them, a name or a department, goes with them. The title
stays the answer's.
"""

from __future__ import annotations

import re
from functools import cache

from grader.lexicon import compile_phrases, load, words
from grader.model import Span
from grader.words import is_stopword

_LOOKED_AT = 14  # lines of the top that hold words
_LONGEST = 12  # words of such a line
_LONGEST_TITLE = 20  # words of the first line
_LINE = re.compile(r"(?m)^.*\w.*$")
_MARKUP = " \t#>*_"
_JOINS = ("of", "and", "the", "for", "in", "at", "&")
_NAME = re.compile(r"(?:[A-Z][\w.'’-]*\s+){1,3}[A-Z][\w'’-]+")
_COURSE = re.compile(r"[A-Z]{2,5}(?:/[A-Z]{2,5})?(?:\d{3,4}|[ -](?!(?:19|20)\d\d\b)\d{3,4})[A-Z]?\b")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
DATE = re.compile(rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?)\s+\d{{4}}")
_COUNT = re.compile(
    r"\(?(?:word count\W{1,8}\d[\d,]*(?: words)?(?: \([^()]{3,60}\))?|\d[\d,]* words)\)?", re.IGNORECASE
)


def paper_heading(text: str, start: int = 0) -> tuple[str, tuple[Span, ...]]:
    """The writer's name ("" where no line is one) and the lines of such a heading, from ``start`` on."""
    lines = _top(text, start)
    sure = [span for span, held in lines if _surely(held)]
    if len(sure) < 2 or all(_teachers().match(held) for span, held in lines if span in sure):
        found = [(i, span, held) for i, (span, held) in enumerate(lines) if span in sure]
        return "", tuple(
            span
            for i, span, held in found
            if (_COURSE.match(held) and (i or held.split()[0][-1].isdigit())) or _COUNT.fullmatch(held) or "|" in held
        )
    rest = [(span, held) for span, held in lines if span not in sure and not _is_place(held)]
    names = [(span, held) for span, held in rest if _NAME.fullmatch(held) and not any(map(is_stopword, held.split()))]
    first = names[:1] if names and names[0] == lines[0] and lines[1][0] in sure else []
    name = first[0] if first else names[-1] if names and len(rest) > 1 else None
    hidden = [span for span, held in lines if span in sure or (name and span == name[0]) or _is_place(held)]
    return name[1] if name else "", tuple(hidden)


def _top(text: str, start: int) -> list[tuple[Span, str]]:
    """The short lines before the answer's first section or paragraph."""
    lines: list[tuple[Span, str]] = []
    for match in _LINE.finditer(text, start):
        held = match.group().strip(_MARKUP).replace("**", "").rstrip()
        long = len(held.split()) > (_LONGEST if lines else _LONGEST_TITLE)
        if len(lines) == _LOOKED_AT or (long and "|" not in held):
            break
        if held.rstrip(":").lower() in words("headings", "opens_a_paper"):
            break
        lines.append((Span(*match.span()), held))
    return lines


def _surely(held: str) -> bool:
    """Whether a line can only stand over a paper: a teacher, a course, a date, a count of words, a student's number."""
    if held.endswith((".", "?", "!")):
        return False
    signs = (_teachers().match, _COURSE.match, DATE.fullmatch, _COUNT.fullmatch, _labels().search)
    parts = [] if held.startswith("|") else [part.strip() for part in held.split("|")]
    return any(sign(part) for part in parts for sign in signs)


def _is_place(held: str) -> bool:
    """ "University of Kelham", "Department of History, Lakeview State University": a name, and no title that speaks of one."""
    named = all(word[:1].isupper() or word in _JOINS for word in held.split())
    return named and not is_stopword(held.split()[0]) and bool(_institutions().search(held))


@cache
def _labels() -> re.Pattern[str]:
    """ "Module leader: Dr Marsh", "Assignment 2", "Submitted to ...", "(Student ID 19023386)"."""
    labelled = rf"^\W*{_any('paper_labels')}(?:\s*[:#]|\s+\d)"
    return re.compile(rf"{labelled}|^\W*submitted (?:to|by|on)\b|{_any('paper_ids')}\W{{0,3}}\s*\d", re.IGNORECASE)


@cache
def _teachers() -> re.Pattern[str]:
    return re.compile(rf"{_any('teachers')}\.?\s+[A-Z]")


@cache
def _institutions() -> re.Pattern[str]:
    headed, ended = _any("institutions_of"), _any("institutions")
    return re.compile(rf"^{headed}\s+[A-Z]|{ended}(?:\s+of\s+[A-Z][\w ]+)?$")


def _any(key: str) -> str:
    return compile_phrases(tuple(load("candidates")[key])).pattern
