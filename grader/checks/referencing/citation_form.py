"""Whether citations keep to one form, and say "et al." where it belongs.

"et al." stands for authors left out: with one or two authors there is none to leave out, in any manual; with four and more every
author-date manual asks for it, APA 7 and MLA 9 from three on. Three names in full are left alone where the list is not plainly
of one of these two. "&" or "and", and the word for "no date", are held against most of the answer's own citations: no style
is asked for. Authority: APA 7, sections 8.17 and 8.21; MLA 9, section 6.5; Chicago, section 13.

Good: "(Khan & Ali, 2019)" and "(Zaman et al., 2020)" for a work by three.
Bad: "(Khan et al., 2019)" for a work by two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from grader.citing.called import called
from grader.citing.model import InText
from grader.context import Context
from grader.facts.listing import Listing, listing, span_of
from grader.facts.liststyle import list_style
from grader.model import Essay, Finding, Measurement

TITLE = "Form of the citations"
OF_LISTS = True  # no marks rest on it where sources are to be named in the prose

FEWEST = 4  # citations alike before the odd one out is one
FROM_THREE = frozenset({"apa", "mla"})


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the citations by name that are of one form, 0 to 1; None where fewer than two cite by name."""
    found = context.fact(listing)
    named = [one for one in found.cited if one.authors]
    if len(named) < 2:
        return Measurement(None, note="fewer than two citations by name")
    style = context.fact(list_style)
    findings = {finding.span: finding for finding in (*_mixed(essay, named), *_et_al(found, style))}
    note = (
        f"{len(findings)} of {len(named)} citations by name differ from the others or from the list"
        if findings
        else "the citations by name are of one form"
    )
    return Measurement(
        1 - len(findings) / len(named),
        "share of the citations by name",
        note,
        tuple(sorted(findings.values(), key=lambda finding: finding.span)),
    )


def _et_al(found: Listing, style: str) -> Iterable[Finding]:
    for one, verdict in zip(found.cited, found.verdicts, strict=True):
        if verdict.tie not in ("same", "letter", "year") or len(verdict.entries) != 1 or not one.authors:
            continue
        entry = found.entry(verdict.entries[0])
        count = len(entry.authors)
        if entry.et_al or not count or not entry.authors[0].given:
            continue
        if one.et_al and count < 3 and len(one.authors) == 1:
            who = (
                f"two authors, {entry.authors[0].family} and {entry.authors[1].family}" if count == 2 else "one author"
            )
            yield Finding(
                span_of(one),
                f"“et al.” stands for authors left out, but this entry has {who}: {called(entry)}.",
                "Name both authors." if count == 2 else "Leave “et al.” out, or add the other authors to the entry.",
                severity="minor",
                kind="et al.",
            )
        elif not one.et_al and len(one.authors) == count and count >= _shortened_from(style):
            yield Finding(
                span_of(one),
                f"All {count} authors are named here; {_custom(style)}.",
                f"Write “{entry.authors[0].family} et al.” in the text, and keep all names in the list.",
                severity="minor",
                kind="et al.",
            )


def _shortened_from(style: str) -> int:
    return 3 if style in FROM_THREE else 4


def _custom(style: str) -> str:
    if style in FROM_THREE:
        return f"{'APA 7' if style == 'apa' else 'MLA 9'}, which most of the list follows, shortens three and more to “et al.”"
    return "with four and more, citations give the first and “et al.”"


def _mixed(essay: Essay, named: Sequence[InText]) -> Iterable[Finding]:
    """The odd one out among citations in brackets, and among those in the sentence."""
    for form, where in (("bracket", "in brackets"), ("sentence", "in the sentence")):
        joined = [one for one in named if one.form == form and one.joined]
        for one, usual in _odd(joined, lambda one: one.joined):
            yield Finding(
                span_of(one),
                f"“{one.joined}” stands between the names here; most citations {where} have “{usual}”.",
                f"Use “{usual}” in all citations {where}.",
                kind="mixed form",
            )
    undated = [one for one in named if one.year and not one.year[0].isdigit() and _no_date(one.year)]
    for one, usual in _odd(undated, lambda one: one.year):
        yield Finding(
            span_of(one),
            f"“{one.year}” says here that there is no date; most citations say “{usual}”.",
            f"Use “{usual}” throughout.",
            kind="mixed form",
        )


def _no_date(year: str) -> bool:
    return year.casefold().replace(" ", "").startswith(("n.d", "nd", "nodate", "undated", "s.d"))


def _odd(cited: Sequence[InText], what: Callable[[InText], str]) -> Iterable[tuple[InText, str]]:
    """Citations that differ from at least four in five of their kind, and what these have."""
    count = Counter(what(one) for one in cited)
    if len(count) < 2:
        return
    usual, times = count.most_common(1)[0]
    if times >= FEWEST and 5 * times >= 4 * len(cited):
        for one in cited:
            if what(one) != usual:
                yield one, usual
