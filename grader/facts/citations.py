"""In-text citations and the reference list, matched by first author (or body) and year."""

from __future__ import annotations

import re
from dataclasses import dataclass

from grader.citing.model import InText
from grader.context import Context
from grader.model import Essay, Span

_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?P<letter>[a-z])?"


@dataclass(frozen=True, slots=True)
class Citation:
    """One source named in the text: "(IMF, 2024)", "Thirlwall (1979)", "[3]"; each number of "[1, 3-5]" is one of these.

    ``author`` is as a reader would say it ("Khan and Ali", "Boxell et al."), empty for a number; ``source`` has the parts.
    """

    span: Span
    author: str
    year: str
    number: int | None = None
    source: InText | None = None


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
    """In-text citations of the student's prose, in order; "ibid." and footnote marks without a number name nobody."""
    found = [
        Citation(Span(one.start, one.end), _spoken(one), one.year, number, one)
        for one in essay.cited
        for number in (one.numbers or (None,))
        if one.numbers or one.authors or one.year
    ]
    mine = [one for one in found if not any(sentence.span.touches(one.span) for sentence in essay.apart)]
    return tuple(sorted(mine, key=lambda citation: citation.span))


def _spoken(one: InText) -> str:
    *first, last = one.authors or ("",)
    names = f"{', '.join(first)} {one.joined or 'and'} {last}" if first else last
    return f"{', '.join(one.authors)} et al." if one.et_al else names


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
