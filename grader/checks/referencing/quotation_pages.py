"""Whether quotations cited by author and year give the page.

Every author-date and author-page manual asks for the page of words that are quoted. Looked at only where the answer cites in that way
and has a list, and only for works that have pages: not for web pages and newspapers on the web. Authority: APA 7, section 8.25;
MLA 9, section 6.16.

Good: “...” (Khan, 2019, p. 12)
Bad: “...” (Khan, 2019)
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import islice, takewhile

from grader.citing.match import Verdict
from grader.citing.model import Entry, InText
from grader.citing.sameness import keys
from grader.context import Context
from grader.facts.listing import Listing, listing, span_of
from grader.facts.quoted import Quoted, quoted
from grader.model import Essay, Finding, Measurement, Sentence, Span

TITLE = "Pages of the quotations"
OF_LISTS = True  # no marks rest on it where sources are to be named in the prose

_DIGITS_IN_BRACKET = re.compile(r"\([^()]*\d[^()]*\)")
_PAGE = re.compile(
    r"\(\s*(?:(?:pp?|para|paras|ch|chap|l|ll|line|lines|sec|vol)\b\.?\s*)?[\divxlc]+(?:\s*[-–—,]\s*[\divxlc]+)*\s*\)"
    r"|\b(?:pp?\.|pages?|para\.|chapter|§)\s*\d",
    re.IGNORECASE,
)


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the quotations cited by author that give a page, 0 to 1; None without such quotations or without a list."""
    found = context.fact(listing)
    if not found.entries:
        return Measurement(None, note="no reference list")
    if found.system not in ("author-year", "author-page"):
        return Measurement(None, note="the answer does not cite by author and year or page")
    ties = dict(zip(found.cited, found.verdicts, strict=True))
    starts = [citation.start for citation in found.cited]
    findings: dict[Span, Finding] = {}
    looked_at = 0
    for one, inside in _with_sentences(essay, context.fact(quoted)):
        first, last = (bisect_left(starts, place) for place in (inside[0].span.start, inside[-1].span.end))
        citation = _citation_of(one, found.cited[first:last])
        entry = _entry_of(ties[citation], found) if citation else _by_name(inside, found)
        if entry is None or not _has_pages(entry):
            continue
        looked_at += 1
        after = essay.text[one.span.end : inside[-1].span.end]
        if _PAGE.search(after) or (citation.pages if citation else _DIGITS_IN_BRACKET.search(after)):
            continue
        span = span_of(citation) if citation else one.span
        findings[span] = Finding(
            span,
            "These words are quoted, but the citation gives no page.",
            "Add the page on which the quoted words stand.",
            severity="minor",
            kind="quotation without page",
        )
    if not looked_at:
        return Measurement(None, note="no quotations from works with pages are cited by author")
    given = looked_at - len(findings)
    return Measurement(
        given / looked_at,
        "share of the quotations",
        f"{given} of {looked_at} quotations cited by author give the page",
        tuple(findings[span] for span in sorted(findings)),
    )


def _with_sentences(essay: Essay, found: Sequence[Quoted]) -> Iterable[tuple[Quoted, list[Sentence]]]:
    """Quotations inside the prose, each with the sentences that it stands in."""
    sentences = sorted((*essay.sentences, *essay.apart), key=lambda sentence: sentence.span)
    ends = [sentence.span.end for sentence in sentences]
    for one in found:
        first = bisect_right(ends, one.span.start)
        inside = list(takewhile(partial(_begins_before, one.span.end), islice(sentences, first, None)))
        if inside and not one.block:
            yield one, inside


def _begins_before(place: int, sentence: Sentence) -> bool:
    return sentence.span.start < place


def _citation_of(one: Quoted, near: Sequence[InText]) -> InText | None:
    """The citation behind the quoted words in their sentence, else the last before them."""
    named = [citation for citation in near if citation.authors]
    after = [citation for citation in named if citation.start >= one.span.end]
    before = [citation for citation in named if citation.end <= one.span.start]
    return after[0] if after else before[-1] if before else None


def _entry_of(verdict: Verdict, found: Listing) -> Entry | None:
    return found.entry(verdict.entries[0]) if verdict.tie in ("same", "letter", "year") and verdict.entries else None


def _by_name(inside: Sequence[Sentence], found: Listing) -> Entry | None:
    """The only entry by an author whom the sentence names: in author-page styles that is how a sentence cites."""
    if found.system != "author-page":
        return None
    held = {key for word in re.findall(r"[A-Z][\w’'-]+", " ".join(one.text for one in inside)) for key in keys(word)}
    named = [one.entry for one in found.entries if one.entry.authors and keys(one.entry.authors[0].family) & held]
    return named[0] if len(named) == 1 else None


def _has_pages(entry: Entry) -> bool:
    """Pages or a volume are given, or it is a printed book: web pages, and news on the web, have none to give."""
    if entry.kind in ("web", "news"):
        return False
    return bool(entry.pages or entry.volume or (entry.publisher and not entry.url))
