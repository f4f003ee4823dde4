"""In-text citations and the reference list, matched by first author (or body) and year."""

from __future__ import annotations

import re
from dataclasses import dataclass

from grader.context import Context
from grader.lexicon import phrase_pattern, words
from grader.model import PROSE, Essay, Span
from grader.words import is_stopword

_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?P<letter>[a-z])?"
_NAME = r"(?:[A-Z]\.|[A-Z][\w'’-]+)"
_BRACKET = re.compile(r"\((?P<inside>[^()]{3,160})\)")
_PART = re.compile(
    rf"^\s*(?:see\s+(?:also\s+)?|cf\.?\s+|e\.g\.,?\s+|as cited in\s+)?(?P<author>[^\d;]+?),?\s*{_YEAR}(?!\s?[-–—/])(?:\s*[,:].*)?\s*$",
    re.IGNORECASE,
)
_NARRATIVE = re.compile(
    rf"(?P<author>{_NAME}(?:(?:,?\s+(?:and|&)\s+|,\s+|\s+)(?:(?:of|the|for|de|al|ul|bin|von)\s+)?{_NAME}){{0,6}}(?:\s+et\s+al\.?,?)?(?:['’]s)?)\s+\({_YEAR}(?!\s?[-–—/])[^()]{{0,160}}\)"
)
_NUMERIC = re.compile(r"\[(?P<numbers>\d{1,3}(?:\s?[,–-]\s?\d{1,3})*)\]")


@dataclass(frozen=True, slots=True)
class Citation:
    """One source named in the text with a year or a number: "(IMF, 2024)", "Thirlwall (1979)", "[3]"."""

    span: Span
    author: str
    year: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry of the reference list; ``author`` is everything before the year."""

    span: Span
    text: str
    author: str
    year: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """Citations held against the list. A near miss is the same author under another year."""

    unlisted: tuple[Citation, ...]
    uncited: tuple[Reference, ...]
    year_differs: tuple[tuple[Citation, Reference], ...]


def citations(essay: Essay, context: Context) -> tuple[Citation, ...]:
    """In-text citations of the student's prose, in order."""
    found: list[Citation] = []
    for block, shown in zip(essay.blocks, essay.views, strict=True):
        if block.kind not in PROSE:
            continue
        text = shown.text
        taken: list[tuple[int, int]] = []
        for match in _NARRATIVE.finditer(text):
            start = match.start() + _leading_small_words(match.group("author"))
            author = re.sub(r"['’]s$", "", text[start : match.end("author")])
            taken.append((start, match.end()))
            if not _could_be_an_author(author):
                continue
            found.append(
                Citation(shown.source(start, match.end()), author, match.group("year") + (match.group("letter") or ""))
            )
        for match in _BRACKET.finditer(text):
            if any(start <= match.start() < end for start, end in taken):
                continue
            for part in match.group("inside").split(";"):
                if (one := _PART.match(part)) and _could_be_an_author(one.group("author").strip(" ,")):
                    year = one.group("year") + (one.group("letter") or "")
                    found.append(Citation(shown.source(*match.span()), one.group("author").strip(" ,"), year))
        for match in _NUMERIC.finditer(text):
            found += [
                Citation(shown.source(*match.span()), "", "", number) for number in _numbers(match.group("numbers"))
            ]
    mine = [one for one in found if not any(sentence.span.touches(one.span) for sentence in essay.apart)]
    return tuple(sorted(mine, key=lambda citation: citation.span))


def _could_be_an_author(name: str) -> bool:
    """Not a month, a phase or a dated thing: "(May 1998)", "the Paris Agreement (2015)" cite nobody."""
    parts = name.lower().replace(".", "").split()
    not_first = words("sources", "not_authors")
    return (
        name[:1].isupper()
        and parts[0] not in not_first
        and not phrase_pattern("sources", "dated_things").search(parts[-1])
    )


def _leading_small_words(author: str) -> int:
    """Length of sentence openers caught with a name: "While Husain (2000)", "In Thirlwall (1979)"."""
    skipped = 0
    for word in author.split(" ")[:-1]:
        if not is_stopword(word.strip(",")) or word in ("The", "One"):
            break
        skipped += len(word) + 1
    return skipped


def _numbers(text: str) -> list[int]:
    numbers: list[int] = []
    for part in text.split(","):
        ends = [int(end) for end in re.split("[–-]", part)]
        numbers += range(ends[0], min(ends[-1], ends[0] + 50) + 1)
    return numbers


def references(essay: Essay, context: Context) -> tuple[Reference, ...]:
    """Entries of the reference list, in order."""
    found = []
    for block, shown in zip(essay.blocks, essay.views, strict=True):
        if block.kind != "reference":
            continue
        number = re.match(r"\[?(\d{1,3})[\].)]\s+", shown.text)
        text = shown.text[number.end() :] if number else shown.text
        year = re.search(rf"\b{_YEAR}\b", text)
        author = text[: year.start()] if year else text.split(".")[0]
        stated = year.group("year") + (year.group("letter") or "") if year else ""
        found.append(
            Reference(block.span, text, author.strip(" (.,"), stated, int(number.group(1)) if number else None)
        )
    return tuple(found)


def matching(essay: Essay, context: Context) -> Match | None:
    """Citations against the list; None unless the answer has a list."""
    listed, cited = context.fact(references), context.fact(citations)
    if not listed:
        return None
    unlisted: list[Citation] = []
    differs: dict[Citation, Reference] = {}
    used: set[Reference] = set()
    for citation in cited:
        same_author = [entry for entry in listed if _same_source(citation, entry)]
        exact = [entry for entry in same_author if citation.number is not None or entry.year == citation.year]
        used.update(exact or same_author)
        if not same_author:
            unlisted.append(citation)
        elif not exact:
            differs[citation] = same_author[0]
    uncited = tuple(entry for entry in listed if entry not in used)
    return Match(
        _first_of_each(unlisted),
        uncited,
        tuple((citation, differs[citation]) for citation in _first_of_each(list(differs))),
    )


def _first_of_each(cited: list[Citation]) -> tuple[Citation, ...]:
    return tuple(
        {(citation.author, citation.year, citation.number): citation for citation in reversed(cited)}.values()
    )[::-1]


def _same_source(citation: Citation, entry: Reference) -> bool:
    if citation.number is not None:
        return citation.number == entry.number
    cited, listed = citation.author.lower(), entry.author.lower()
    first = re.split(r",|\band\b|&|\bet al", cited)[0].strip(" .")
    if first and re.search(rf"\b{re.escape(first)}\b", listed):
        return True
    acronym = citation.author.replace(".", "")
    if not acronym.isupper() or len(acronym) < 2:
        return False
    initials = "".join(
        word[0] for word in re.findall(r"[A-Z][\w’'-]*", entry.author)
    )  # "IMF": International Monetary Fund
    return acronym == initials or acronym in re.findall(r"\w+", entry.text)
