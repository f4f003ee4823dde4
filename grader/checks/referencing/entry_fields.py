"""Whether the entries of the list say what a reader needs to find the work: when, what, where it appeared.

A year (or "n.d."), and a name beside the title: the journal, the book, the publisher, the site. Only what every manual asks of
the kind is missed, and only where most entries of the same list have it; a web address stands for the place of a web page.
Authority: APA 7, sections 9.4 to 9.37; MLA 9, chapter 5.

Good: "Khan, A. (2019). Title. A Press."
Bad: "Khan, A. Title."
"""

from __future__ import annotations

import re

from grader.citing.called import called
from grader.citing.expected import STYLES, expected
from grader.citing.model import Entry
from grader.context import Context
from grader.facts.listing import listing
from grader.facts.liststyle import list_style
from grader.model import Essay, Finding, Measurement, Span

TITLE = "What the entries leave out"

MOSTLY = 0.6  # of the entries have it: its absence is a slip
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\b10\.\d{4,9}/\S+|\bdoi:?\s*\S+", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
_UNDATED = re.compile(r"\b(?:n\. ?d\.?|no date|s\. ?d\.|undated|forthcoming|in press|circa|c\.)(?!\w)", re.IGNORECASE)
_APPARATUS = re.compile(  # words of an entry that name nothing
    r"\b(?:vols?|volume|nos?|issue|pp?|pages?|eds?|edition|edn|doi|isbn|url|online|internet|accessed|retrieved|available|from|at|on|in|and|et|al|"
    r"jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december)\b",
    re.IGNORECASE,
)


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the entries that lack neither year nor source, 0 to 1; None without a reference list."""
    found = context.fact(listing)
    if not found.entries:
        return Measurement(None, note="no reference list")
    entries = [one.entry for one in found.entries]
    style = context.fact(list_style)
    dated = [_has_year(entry) for entry in entries]
    placed = [_gap(entry) == "" for entry in entries]
    findings = []
    for one, has_year, has_place in zip(found.entries, dated, placed, strict=True):
        if not has_year and sum(dated) >= MOSTLY * len(entries):
            findings.append(_year_missing(one.span, one.entry, style))
        if not has_place and sum(placed) >= MOSTLY * len(entries):
            findings.append(_source_missing(one.span, one.entry, style))
    wanting = len({finding.span for finding in findings})
    note = (
        f"{wanting} of {len(entries)} entries seem to lack a year or a source"
        if findings
        else "year and source were found in every entry"
        if all(dated) and all(placed)
        else "what some entries lack is lacking in most"
    )
    return Measurement(1 - wanting / len(entries), "share of the entries", note, tuple(findings))


def _has_year(entry: Entry) -> bool:
    """A year anywhere outside addresses, or a word for none; web pages often have none to give."""
    return bool(
        entry.year or entry.url or _YEAR.search(_ADDRESS.sub(" ", entry.text)) or _UNDATED.search(entry.text)
    )


def _gap(entry: Entry) -> str:
    """"container" or "publisher" where nothing but author, year and one name is left of an entry; else ""."""
    if not entry.title or not entry.authors or re.search(r"[.!?:]\s+[A-Z]", entry.title):
        return ""  # not read well enough to say what is not there
    if re.search(r"[^\W\d_]{3}", _left(entry)):
        return ""
    if entry.volume or entry.issue or entry.pages:
        return "container"
    return "" if entry.url or entry.doi or entry.isbn else "publisher"


def _left(entry: Entry) -> str:
    """An entry's text without author, date, title, addresses and the words that name nothing."""
    text = list(entry.text)
    seen = set()
    for field in entry.fields:
        if field.label in ("author", "date", "title") and field.label not in seen:
            seen.add(field.label)
            text[field.start : field.end] = " " * (field.end - field.start)
    return _APPARATUS.sub(" ", _ADDRESS.sub(" ", "".join(text)))


def _year_missing(span: Span, entry: Entry, style: str) -> Finding:
    return Finding(
        span,
        f"No year was found in this entry: {called(entry)}.",
        _with_example("Give the year, or “n.d.” where the work has none.", expected(entry, style, "year"), style),
        severity="minor",
        kind="missing field",
    )


def _source_missing(span: Span, entry: Entry, style: str) -> Finding:
    gap = _gap(entry)
    what = (
        "has volume or pages, but only one name: that of the article or of the journal seems to be missing"
        if gap == "container"
        else "has only one name beside its author: the title or the publisher seems to be missing"
    )
    return Finding(
        span,
        f"This entry {what}: {called(entry)}.",
        _with_example("Say what the work is called, and where it appeared.", expected(entry, style, gap), style),
        severity="minor",
        kind="missing field",
    )


def _with_example(advice: str, example: str, style: str) -> str:
    return f"{advice} In {STYLES[style][1]} it would read: {example}" if example else advice
