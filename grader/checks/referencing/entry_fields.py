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
from grader.citing.model import Entry, Field
from grader.context import Context
from grader.facts.listing import listing
from grader.facts.liststyle import list_style
from grader.lexicon import phrase_pattern
from grader.model import Essay, Finding, Measurement, Span

TITLE = "What the entries leave out"
OF_LISTS = True  # no marks rest on it where sources are to be named in the prose

_NAMES = frozenset({"title", "container-title", "journal", "source", "publisher"})
_PLACES = frozenset({"author", "date", "location"})
MOSTLY = 0.6  # of the entries have it: its absence is a slip
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\b10\.\d{4,9}/\S+|\bdoi:?\s*\S+", re.IGNORECASE)
_LEGAL = re.compile(r"[\w)] v\.? (?:the )?[A-Z].*[\[(](?:1[89]|20)\d\d[\])]|\(n \d{1,3}\)|\b[Ii]bid\b")
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
_NUMBERS_AT_END = re.compile(r"\s\d{1,4}(?:\s?\(\d+\))?\s?[,:]\s?\d+\s?[–-]\s?\d+$")
_MARK = re.compile(r"[.,;:?!(\[“”\"‘]|''")
_BADLY = 0.5  # of the parser's confidence: one name may have been read as two
_ONE_NAME = 6  # words


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the entries that lack neither year nor source, 0 to 1; None without a reference list."""
    found = context.fact(listing)
    if not found.entries:
        return Measurement(None, note="no reference list")
    entries = [one.entry for one in found.entries]
    style = context.fact(list_style)
    dated = [_has_year(entry) or _is_legal(entry) for entry in entries]
    placed = [_gap(entry) == "" or _is_legal(entry) for entry in entries]
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


def _is_legal(entry: Entry) -> bool:
    """A judgment ("R v Smith [2001] 1 AC 146") or a note that points back ("Clinton (n 11)"): neither has these fields."""
    return bool(_LEGAL.search(entry.text))


def _has_year(entry: Entry) -> bool:
    """A year anywhere outside addresses, or a word for none; web pages often have none to give."""
    web = entry.url and not (entry.doi or entry.volume or entry.pages)
    return bool(
        entry.year
        or web
        or _YEAR.search(_ADDRESS.sub(" ", entry.text))
        or phrase_pattern("listing", "undated").search(entry.text)
    )


def _gap(entry: Entry) -> str:
    """Where one name at most is left beside author and year: "container" if the entry has a volume or pages, else
    "publisher"; "" for an entry with two names, or one that was not read well enough to say what is not there."""
    names = _names(entry)
    others = [field for field in entry.fields if field.label not in _NAMES and field.label not in _PLACES]
    if len(names) > 1 or not entry.authors:
        return ""
    if names and names[0].label == "title" and re.search(r"[.!?:]\s+[A-Z]", entry.title):
        return ""
    rest = list(entry.text)
    for field in (*names, *(field for field in entry.fields if field.label in _PLACES)):
        rest[field.start : field.end] = " " * (field.end - field.start)
    left = _bare("".join(rest))
    if re.search(r"[^\W\d_]{3}", left) or any(_speaks(entry, field) for field in others):
        return ""
    if entry.volume or entry.issue or entry.pages or _NUMBERS_AT_END.search(entry.title):
        return "container"
    if names and names[0].label == "title" and (entry.place or not entry.authors[0].given):
        return ""  # the place stands for the publisher, or the body that wrote it brought it out
    return "" if entry.url or entry.doi or entry.isbn or not names else "publisher"


def _names(entry: Entry) -> list[Field]:
    """The names in an entry: titles, journals, publishers. A few words with no mark between them are one, badly read as two."""
    found: list[Field] = []
    split = entry.confidence < _BADLY
    for field in entry.fields:
        if field.label in _NAMES:
            whole = entry.text[found[-1].start : field.end] if found else ""
            if split and whole and not _MARK.search(whole) and len(whole.split()) <= _ONE_NAME:
                found[-1] = Field(found[-1].label, found[-1].start, field.end)
            else:
                found.append(field)
    return found


def _speaks(entry: Entry, field: Field) -> bool:
    """Whether a part that is no author, date, number or address has words in it: it may be the name that is looked for."""
    return bool(re.search(r"[^\W\d_]{3}", _bare(entry.text[field.start : field.end])))


def _bare(text: str) -> str:
    """Without addresses and the words of a list that name nothing."""
    return phrase_pattern("listing", "apparatus").sub(" ", _ADDRESS.sub(" ", text))


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
    return f"{advice} In {STYLES[style][1]} it would read, capitals apart: {example}" if example else advice
