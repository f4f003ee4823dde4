"""Whether DOIs, ISBNs and web addresses in the list are well formed, and web pages say when they were seen.

A DOI that lacks its beginning leads nowhere, and the last figure of an ISBN gives a slip away. Only the form is looked at, offline:
nothing here says that an address exists. A date of access is missed only where most web pages of the same list have one.
Authority: APA 7, section 9.34; ISO 26324 (DOI); ISO 2108 (ISBN).

Good: "https://doi.org/10.1234/abc.2019.1"
Bad: "doi: 1234/abc"
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from grader.citing.called import called
from grader.citing.identifiers import doi_fault, isbn_fault, url_fault
from grader.citing.model import Entry
from grader.context import Context
from grader.facts.listing import listing
from grader.facts.references import Reference
from grader.model import Essay, Finding, Measurement

TITLE = "DOIs, ISBNs and web addresses"
OF_LISTS = True  # no marks rest on it where sources are to be named in the prose

FEWEST = 3  # web pages with a date of access before it is missed in another
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|\bdoi(?:\.org/|:\s*|\s+(?=\d)))(?P<doi>[^\s,;]*)", re.IGNORECASE)
_ISBN = re.compile(r"\bISBN(?:-1[03])?:?\s*(?P<isbn>\d[\d\s–-]*[\dXx](?!\w))", re.IGNORECASE)
_URL = re.compile(
    r"(?:\bh?t?tps?:/+|\bht+ps?:/*|\bhttps?//|\bwww\.?(?=\w))[^\s<>\"“”]*(?P<gap>\s+\.[a-z][^\s,;]*)?", re.IGNORECASE
)


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the DOIs, ISBNs, web addresses and web pages' dates that are in order, 0 to 1; None where the list has none."""
    found = context.fact(listing)
    looked_at = 0
    findings = []
    for one in found.entries:
        for fault in _faults(one.entry):
            looked_at += 1
            if fault:
                message = f"{fault[0].upper()}{fault[1:]}: {called(one.entry)}."
                advice = "Copy it again from the source."
                findings.append(Finding(one.span, message, advice, severity="minor", kind="identifier"))
    undated = _without_access(found.entries)
    findings += [
        Finding(
            one.span,
            f"Most web pages in the list say when they were seen; this one does not: {called(one.entry)}.",
            "Add the date on which you last looked at it.",
            kind="date of access",
        )
        for one in undated
    ]
    if not looked_at:
        return Measurement(None, note="no DOI, ISBN or web address in the list")
    wrong = min(looked_at, len(findings))
    note = (
        f"{wrong} of {looked_at} DOIs, ISBNs and web addresses {'is' if wrong == 1 else 'are'} not in order"
        if findings
        else f"{looked_at} looked at, all well formed"
    )
    return Measurement(
        1 - wrong / looked_at,
        "share of those looked at",
        note,
        tuple(sorted(findings, key=lambda finding: (finding.span, finding.kind))),
    )


def _faults(entry: Entry) -> Iterable[str]:
    """What is wrong with each identifier of an entry, "" for one in order."""
    text = entry.text
    for match in _DOI.finditer(text):
        yield doi_fault(match["doi"])
    for match in _ISBN.finditer(text):
        yield isbn_fault(match["isbn"])
    for match in _URL.finditer(_DOI.sub(" ", text)):
        yield "a web address has no space in it" if match["gap"] else url_fault(match.group().strip("()[].,;"))


def _without_access(entries: Iterable[Reference]) -> list[Reference]:
    pages = [one for one in entries if one.entry.kind == "web" and one.entry.url and not one.entry.doi]
    bare = [one for one in pages if not one.entry.accessed]
    return bare if len(pages) - len(bare) >= FEWEST and len(bare) < len(pages) / 2 else []
