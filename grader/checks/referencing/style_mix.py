"""Whether the entries of the list are written alike.

No style is asked for: the list is held against itself, and the few entries that are plainly written otherwise than most are the
finding. One small difference is none; where the year stands, how names are written, marks and abbreviations are weighed together. Where
the style of most can be told, the entry is shown as it would read in it. Authority: APA 7, chapter 9; MLA 9, chapter 5; any manual.

Good: ten entries with the year in brackets after the authors.
Bad: nine of them, and one with the year at the end and the title in quotation marks.
"""

from grader.citing.called import called
from grader.citing.expected import STYLES, expected
from grader.citing.mixed import FEWEST, Odd, odd_ones
from grader.citing.model import Entry
from grader.context import Context
from grader.facts.listing import listing
from grader.facts.liststyle import list_style
from grader.lexicon import load
from grader.model import Essay, Finding, Measurement, Span

TITLE = "One style throughout the list"
OF_LISTS = True  # no marks rest on it where sources are to be named in the prose

_SHOWN = 2  # differences that are named


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the entries that are written like most of the list, 0 to 1; None for a list of fewer than five."""
    found = context.fact(listing)
    if len(found.entries) <= FEWEST:
        return Measurement(None, note="no reference list of five entries or more")
    entries = [one.entry for one in found.entries]
    odd = odd_ones(entries)
    style = context.fact(list_style)
    findings = tuple(_finding(found.entries[one.place].span, entries[one.place], one, style) for one in odd)
    note = (
        f"{len(odd)} of {len(entries)} entries {'is' if len(odd) == 1 else 'are'} written otherwise than most"
        if odd
        else "no entry stands out from the others"
    )
    return Measurement(1 - len(odd) / len(entries), "share of the entries", note, findings)


def _finding(span: Span, entry: Entry, odd: Odd, style: str) -> Finding:
    words = load("listing")["shown"]
    named = [(words[trait][usual], words[trait][own]) for trait, usual, own in odd.differs[:_SHOWN]]
    most = " and ".join(usual for usual, _ in named)
    own = " and ".join(own for _, own in named)
    example = expected(entry, style)
    advice = "Write it like the others."
    return Finding(
        span,
        f"Most entries have {most}; this one has {own}: {called(entry)}.",
        f"{advice} In {STYLES[style][1]} it would read, capitals apart: {example}" if example else advice,
        severity="minor",
        kind="mixed style",
    )
