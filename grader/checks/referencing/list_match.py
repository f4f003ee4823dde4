"""Whether in-text citations and the reference list answer to each other.

Only looked at where the answer has a list or the rubric asks for one: an exam answer is never asked. Found here: cited but not listed, listed
but never cited, the same authors under another year, a name that is nearly one of the list's, a year that needs its letter,
a work listed twice. Names are compared without accents, initials and particles, bodies by their acronyms too. An entry
whose author the prose names counts as cited. Authority: APA 7, section 8.10; MLA 9, chapter 6.

Good: "(World Bank, 2022)" in the text, "World Bank. (2022). ..." in the list.
Bad: "Khan (2019)" in the text, "Khan, A. (2018). ..." in the list.
"""

from collections.abc import Iterable

from grader.citing.called import called, listed, names
from grader.citing.match import Verdict
from grader.citing.model import InText
from grader.context import Context
from grader.facts.listing import Listing, listing, span_of
from grader.facts.mode import mode
from grader.model import Essay, Finding, Measurement, Span

TITLE = "Citations against the reference list"
OF_LISTS = True  # no marks rest on it where sources are to be named in the prose


def check(essay: Essay, context: Context) -> Measurement:
    """Share of citations and entries that match, 0 to 1; None without citations, or without a list that nobody
    asked for."""
    found = context.fact(listing)
    held = context.fact(mode)
    if not found.entries and essay.sentences and (held.kind, held.by) == ("list", "rubric"):
        return Measurement(0.0, "share", "no reference list was found, and the rubric asks for one", (_lacking(essay),))
    if not found.entries or not (found.cited or found.notes):
        return Measurement(
            None, note="a reference list, but no citations in the text" if found.entries else "no reference list"
        )
    findings = [*_of_citations(found), *_of_notes(found), *_of_entries(found)]
    sources = len({_key(one) for one in found.cited}) + len(set(filter(None, found.noted))) + len(found.entries)
    possible = sum(standing == "possible" for standing in found.standings)
    wrong = len(findings) + possible  # a year that differs spoils a citation and an entry
    note = (
        "all citations and entries match"
        if not findings
        else f"{len(findings)} mismatch{'es' * (len(findings) > 1)} between text and list"
    )
    return Measurement(
        max(0.0, 1 - wrong / sources), "share", note, tuple(sorted(findings, key=lambda finding: finding.span))
    )


def _lacking(essay: Essay) -> Finding:
    return Finding(
        essay.sentences[-1].span,
        "No reference list was found after the answer.",
        "Add one under the heading References: an entry for every source you name.",
        severity="minor",
        kind="no list",
    )


def _key(one: InText) -> tuple[object, ...]:
    return (one.authors, one.year, one.numbers)


def _of_citations(found: Listing) -> Iterable[Finding]:
    seen = set()
    for one, verdict in zip(found.cited, found.verdicts, strict=True):
        if verdict.tie == "same" or _key(one) in seen:
            continue
        finding = _finding(span_of(one), names(one.authors, one.et_al), one.year, verdict, found)
        if finding:
            seen.add(_key(one))
            yield finding


def _of_notes(found: Listing) -> Iterable[Finding]:
    seen = set()
    for one, verdict in zip(found.notes, found.noted, strict=True):
        if verdict is None or verdict.tie == "same" or (verdict.entries and verdict in seen):
            continue
        finding = _finding(one.span, listed(one.entry), one.entry.year, verdict, found)
        if finding:
            seen.add(verdict)
            yield finding


def _finding(span: Span, who: str, year: str, verdict: Verdict, found: Listing) -> Finding | None:
    entries = [found.entry(place) for place in verdict.entries]
    meant = " or ".join(called(entry) for entry in entries[:2])
    if verdict.tie == "none" and verdict.missing:
        which = ", ".join(map(str, verdict.missing))
        message = f"Number {which} is cited here, but the reference list has no entry with that number."
        return Finding(span, message, "Add the entry, or correct the number.", severity="minor", kind="not listed")
    if verdict.tie == "none":
        message = f"{who or 'This source'}{f' ({year})' if year else ''} is cited here, but was not found in the reference list."
        return Finding(span, message, "Add the entry, or correct the name.", severity="minor", kind="not listed")
    if verdict.tie == "year":
        years = " and ".join(dict.fromkeys(entry.year or "no year" for entry in entries))
        message = f"Cited with {year or 'another year'}, listed with {years}: did you mean {meant}?"
        advice = "Look it up and make the two years agree; if it is another work, add its entry."
        return Finding(span, message, advice, severity="minor", kind="year differs")
    if verdict.tie == "name":
        message = f"No entry has the name as it is written here: did you mean {meant}?"
        return Finding(
            span, message, "Write the name alike in the text and in the list.", severity="minor", kind="name differs"
        )
    if verdict.tie == "letter":
        message = f"The year here does not say which entry is meant: the list has {_years(found, verdict)}."
        return Finding(
            span, message, "Give the year the same letter here as in the list.", severity="minor", kind="ambiguous year"
        )
    if _lettered(found, verdict):
        return None  # the entries lack their letters, and that is said once, at the entries
    message = f"More than one entry fits this citation: {meant}."
    return Finding(
        span,
        message,
        "Say which one: by the year's letter, an initial or a short title.",
        severity="minor",
        kind="ambiguous citation",
    )


def _years(found: Listing, verdict: Verdict) -> str:
    return " and ".join(f"{listed(found.entry(place))}, {found.entry(place).year}" for place in verdict.entries[:3])


def _lettered(found: Listing, verdict: Verdict) -> bool:
    return any(second in verdict.entries for _, second in _same_year(found))


def _same_year(found: Listing) -> list[tuple[int, int]]:
    """Pairs of different works by the same authors with the same year and no letter to tell them apart."""
    if found.system != "author-year":
        return []
    seen: dict[tuple[object, ...], int] = {}
    pairs = []
    for place, one in enumerate(found.entries):
        entry = one.entry
        if not entry.authors or not entry.year[:4].isdigit():
            continue
        key = (tuple((name.family, name.given) for name in entry.authors), entry.year)
        if key in seen and not any(place in pair for pair in found.twins):
            pairs.append((seen[key], place))
        seen.setdefault(key, place)
    return pairs


def _of_entries(found: Listing) -> Iterable[Finding]:
    for first, second in found.twins:
        yield Finding(
            found.entries[second].span,
            f"This work is in the list twice: {called(found.entry(first))}.",
            "Keep one of the two entries.",
            severity="minor",
            kind="listed twice",
        )
    for first, second in _same_year(found):
        entry = found.entry(first)
        yield Finding(
            found.entries[second].span,
            f"Two entries by {listed(entry)} bear {entry.year}: a citation cannot tell them apart.",
            "Add a and b to the years, in the list and in the text.",
            severity="minor",
            kind="ambiguous year",
        )
    for span, place in found.slips:
        entry = found.entry(place)
        yield Finding(
            span,
            f"Nothing cites {called(entry)}, but this name is nearly its author's: did you mean {entry.authors[0].family}?",
            "Write the name alike in the text and in the list.",
            severity="minor",
            kind="name differs",
        )
    double = {second for _, second in found.twins}
    for place, (one, standing) in enumerate(zip(found.entries, found.standings, strict=True)):
        if standing == "not cited" and place not in double:
            yield Finding(
                one.span,
                f"No citation of this entry was found in the text: {called(one.entry)}.",
                "Cite it where you used it, or take it out.",
                severity="minor",
                kind="not cited",
            )
