"""Works named with their year and without a bracket: "a 2019 study by Khan", "in her 1988 essay, Spivak"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from grader.citing import cues
from grader.citing.around import char_before, last_word
from grader.citing.cited_names import Authors, before, read
from grader.citing.known_names import is_body, is_ordinary, is_place
from grader.citing.model import InText
from grader.lexicon import words

_YEAR = re.compile(r"(?<![\w/–—.,-])(?:1[5-9]|20)\d\d[a-z]?(?![\w/–—]|-\d)")
_OWNER = re.compile(r"[^\W\d_]\.?(?:['’]s|s['’])\s\Z")
_PRONOUN = re.compile(r"\b(?:her|his|their)\s\Z", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:the|an?(?:\s+\w+)?|its)\s\Z", re.IGNORECASE)
_BODY = re.compile(r"\s((?:[A-Z][\w’'-]*\s(?:of\s)?){1,5})")
_BY = re.compile(r"\s(?:\w+\s){0,4}?by\s")
_REPORT = re.compile(
    r"(?:stud(?:y|ies)|reports?|surveys?|papers?|articles?|reviews?|analysis|assessments?|polls?|briefs?|briefings?|outlook)\b"
)
_TITLE = re.compile(
    r",?\s(?:[\"“][^\"“”]{2,120}[,.]?[\"”]|\*[^*]{2,120}\*|(?:[A-Z][\w’'-]*\s?(?:(?:of|the|and|in|a|for|on|to)\s)*){1,10}(?=,))"
)


def find(text: str) -> Iterator[InText]:
    """ "a 2019 study by Khan", "Hussain and Yusuf's 2016 survey", "in her 1988 essay, Spivak", "Zhao 2006 remains"."""
    for year in _YEAR.finditer(text):
        yield from _of_year(text, year)


def _of_year(text: str, year: re.Match[str]) -> Iterator[InText]:
    work = cues.work_after().match(text, year.end())
    found = work and (_by(text, year, work) or _owned(text, year, work) or _with_pronoun(text, year, work))
    found = found or (None if work else _of_body(text, year)) or _bare(text, year)
    if found:
        yield found


def _by(text: str, year: re.Match[str], work: re.Match[str]) -> InText | None:
    """ "2019 study by Khan"."""
    by = _BY.match(text, work.end())
    names = _names_from(text, by.end()) if by else None
    return _made(year.start(), names[1], names[0], year.group()) if names else None


def _owned(text: str, year: re.Match[str], work: re.Match[str]) -> InText | None:
    """ "Hussain and Yusuf's 2016 survey"."""
    if not _OWNER.search(text, max(0, year.start() - 6), year.start()):
        return None
    authors = before(text, year.start() - 1)
    if authors is None or not authors.names or any(map(is_place, authors.names)):
        return None
    return _made(authors.start, work.end(), authors, year.group())


def _with_pronoun(text: str, year: re.Match[str], work: re.Match[str]) -> InText | None:
    """ "her 1988 essay, Spivak", "his 2012 book Why Nations Fail, Acemoglu"."""
    whose = _PRONOUN.search(text, max(0, year.start() - 7), year.start())
    title = _TITLE.match(text, work.end())
    comma = title.end() if title else work.end()
    if whose is None or text[comma : comma + 2] != ", ":
        return None
    names = _names_from(text, comma + 2)
    return _made(whose.start(), names[1], names[0], year.group()) if names else None


def _of_body(text: str, year: re.Match[str]) -> InText | None:
    """ "a 2019 World Bank report"."""
    body = _BODY.match(text, year.end(), year.end() + 90)
    if body is None or not is_body(body.group(1).strip()):
        return None
    report = _REPORT.match(text, body.end())
    authors = read(body.group(1).strip(), careful=True) if report else None
    if report is None or authors is None or not _ARTICLE.search(text, max(0, year.start() - 20), year.start()):
        return None
    return _made(year.start(), report.end(), authors, year.group())


def _bare(text: str, year: re.Match[str]) -> InText | None:
    """ "Zhao 2006 remains the fullest survey"."""
    at = year.start()
    if text[at - 1 : at] != " " or (not text[max(0, at - 2) : at - 1].isalpha() and not text.endswith("al. ", 0, at)):
        return None
    verb = re.match(r"\s([a-z]+)\b", text[year.end() : year.end() + 30])
    if not verb or verb.group(1) not in words("citing", "works_do"):
        return None
    authors = before(text, at - 1)
    if authors is None or any(is_ordinary(word) for name in authors.names for word in name.split()):
        return None
    if any(is_body(name) or is_place(name) for name in authors.names):
        return None
    previous = char_before(text, authors.start)
    if (
        previous
        and previous not in ".!?;:—–"
        and last_word(text, authors.start).lower() not in ("see", "as", "and", "that", "while", "but", "though")
    ):
        return None
    return _made(authors.start, year.end(), authors, year.group())


def _names_from(text: str, at: int) -> tuple[Authors, int] | None:
    """Names that begin at ``at``: as many words as read as names."""
    stop = re.match(r"(?:the\s+)?((?:[^\W\d_][\w.’'-]*|&)(?:,?\s(?:[^\W\d_][\w.’'-]*|&)){0,12})", text[at : at + 170])
    if stop is None:
        return None
    tokens = [(match.start(), match.end()) for match in re.finditer(r"\S+", stop.group(1))]
    for _, end in reversed(tokens):
        chosen, rest = stop.group(1)[:end], stop.group(1)[end:]
        if rest.lstrip()[:1].isupper() and chosen[-1:] not in ",.":
            continue  # a part of a longer name
        if (chosen[-1:] in ",." and not chosen.endswith("al.")) and not re.search(r"\b[A-Z]\.$", chosen):
            chosen = chosen.rstrip(",.")
        last = chosen.split()[-1] if chosen else ""
        if not (last[:1].isupper() or last in ("al.", "al", "colleagues", "others")):
            continue
        if (authors := read(re.sub(r"['’]s$", "", chosen), careful=True)) and authors.names:
            if len(authors.names) > 1 and not (authors.joined or authors.et_al):
                continue  # "by Khan, Lahore"
            if all(is_place(name) for name in authors.names):
                return None
            return authors, at + stop.start(1) + len(chosen)
    return None


def _made(start: int, end: int, authors: Authors, year: str) -> InText:
    return InText(start, end, "sentence", authors.names, year, et_al=authors.et_al, joined=authors.joined)
