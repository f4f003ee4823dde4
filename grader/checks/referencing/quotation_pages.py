"""Whether quotations cited by author and year give the page.

Every author-date and author-page manual asks for the page of words that are quoted. Looked at only where the answer cites in that way
and has a list, and only for works that have pages: not for web pages and newspapers on the web. Authority: APA 7, section 8.25;
MLA 9, section 6.16.

Good: “...” (Khan, 2019, p. 12)
Bad: “...” (Khan, 2019)
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from grader.citing.model import Entry
from grader.citing.sameness import keys
from grader.context import Context
from grader.facts.citations import Citation
from grader.facts.listing import Listing, listing
from grader.facts.quoted import Quoted, quoted
from grader.model import Essay, Finding, Measurement, Sentence

TITLE = "Pages of the quotations"

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
    sentences = sorted((*essay.sentences, *essay.apart), key=lambda sentence: sentence.span)
    findings, looked_at = [], 0
    for one in context.fact(quoted):
        inside = [sentence for sentence in sentences if sentence.span.touches(one.span)]
        if one.block or not inside:
            continue
        citation = _citation_of(one, inside, found.cited)
        if citation is None:
            entry = _by_name(essay, inside, found) if found.system == "author-page" else None
        else:
            tie = ties[citation]
            entry = found.entry(tie.entries[0]) if tie.tie in ("same", "letter", "year") and tie.entries else None
        if entry is None or not _has_pages(entry):
            continue
        looked_at += 1
        after = essay.text[one.span.end : inside[-1].span.end]
        if citation.pages if citation else _DIGITS_IN_BRACKET.search(after):
            continue
        if _PAGE.search(after):
            continue
        findings.append(
            Finding(
                citation.span if citation else one.span,
                "These words are quoted, but the citation gives no page.",
                "Add the page on which the quoted words stand.",
                severity="minor",
                kind="quotation without page",
            )
        )
    if not looked_at:
        return Measurement(None, note="no quotations from works with pages are cited by author")
    given = looked_at - len(findings)
    note = f"{given} of {looked_at} quotations cited by author give the page"
    unique = {finding.span: finding for finding in findings}
    return Measurement(
        given / looked_at,
        "share of the quotations",
        note,
        tuple(sorted(unique.values(), key=lambda finding: finding.span)),
    )


def _citation_of(one: Quoted, inside: Sequence[Sentence], cited: Sequence[Citation]) -> Citation | None:
    """The citation behind the quoted words in their sentence, else the last before them."""
    start, end = inside[0].span.start, inside[-1].span.end
    near = [citation for citation in cited if citation.authors and start <= citation.span.start < end]
    after = [citation for citation in near if citation.span.start >= one.span.end]
    before = [citation for citation in near if citation.span.end <= one.span.start]
    return after[0] if after else before[-1] if before else None


def _by_name(essay: Essay, inside: Sequence[Sentence], found: Listing) -> Entry | None:
    """The only entry by an author whom the sentence names: in author-page styles that is how a sentence cites."""
    held = {key for word in re.findall(r"[A-Z][\w’'-]+", " ".join(one.text for one in inside)) for key in keys(word)}
    named = [one.entry for one in found.entries if one.entry.authors and keys(one.entry.authors[0].family) & held]
    return named[0] if len(named) == 1 else None


def _has_pages(entry: Entry) -> bool:
    """Pages or a volume are given, or it is a printed book: web pages, and news on the web, have none to give."""
    if entry.kind in ("web", "news"):
        return False
    return bool(entry.pages or entry.volume or (entry.publisher and not entry.url))
