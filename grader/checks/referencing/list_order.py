"""Whether the reference list is in order.

A list by name is in the order of the alphabet, so that a reader finds an entry without reading the list; a numbered list goes by
first mention in the text. The list itself says which it is: only where most of it keeps to one order is the rest out of place.
Surnames with particles may stand under either word, and one author's works in any order. Authority: APA 7, section 9.44;
IEEE Reference Guide.

Good: Abbasi, Baig, Khan.
Bad: Abbasi, Khan, Baig.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from grader.citing.called import called
from grader.citing.model import Entry
from grader.citing.sameness import keys, plain
from grader.context import Context
from grader.facts.listing import Listing, listing, span_of
from grader.lexicon import words
from grader.model import Essay, Finding, Measurement

TITLE = "Order of the reference list"
OF_LISTS = True  # no marks rest on it where sources are to be named in the prose

Key = TypeVar("Key", str, int)

FEWEST = 4  # entries, below which no order can be told
MOSTLY = 0.7  # of the entries keep to an order: it is meant


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the entries that stand where the list's own order puts them, 0 to 1; None for a list of fewer than four."""
    found = context.fact(listing)
    if len(found.entries) < FEWEST:
        return Measurement(None, note="no reference list of four entries or more")
    entries = [one.entry for one in found.entries]
    shown = [_sort_keys(entry) for entry in entries]
    kept = _longest_run(shown)
    if len(kept) == len(entries):
        return Measurement(1.0, "share of the entries", "the entries are in the order of the alphabet")
    numbered = found.system == "numeric" or sum(entry.number is not None for entry in entries) > len(entries) / 2
    if numbered:
        return _by_mention(found)
    if len(kept) < MOSTLY * len(entries):
        return Measurement(None, note="the list keeps to no order by name")
    findings = tuple(
        Finding(
            found.entries[place].span,
            f"Out of the order of the alphabet: {called(entries[place])} stands {_where(place, kept, entries)}.",
            "Move it to its place by the first author's surname.",
            severity="minor",
            kind="order of the list",
        )
        for place in range(len(entries))
        if place not in kept
    )
    note = f"{len(kept)} of {len(entries)} entries are in the order of the alphabet"
    return Measurement(len(kept) / len(entries), "share of the entries", note, findings)


def _by_mention(found: Listing) -> Measurement:
    """A numbered list: numbers as the text first brings them."""
    first: dict[int, int] = {}  # number -> place among the citations
    for i, one in enumerate(found.cited):
        for number in one.numbers:
            first.setdefault(number, i)
    brought = list(first)
    if len(brought) < FEWEST:
        return Measurement(None, note="fewer than four numbers are cited")
    kept = _longest_run([frozenset({number}) for number in brought])
    if len(kept) < MOSTLY * len(brought):
        return Measurement(None, note="the list keeps to no order by number")
    findings = []
    for i, number in enumerate(brought):
        if i not in kept:
            findings.append(
                Finding(
                    span_of(found.cited[first[number]]),
                    f"Number {number} is first cited here, out of turn: most numbers rise with their first mention.",
                    "Number the sources in the order in which the text first cites them, in the text and in the list.",
                    severity="minor",
                    kind="order of the list",
                )
            )
    note = f"{len(kept)} of {len(brought)} numbers are in the order of first mention"
    return Measurement(
        len(kept) / len(brought),
        "share of the numbers",
        note,
        tuple(sorted(findings, key=lambda finding: finding.span)),
    )


def _sort_keys(entry: Entry) -> frozenset[str]:
    """What an entry may be put in order by: the surname with or without its particles, else its first words."""
    start = "".join(_without_article(plain(" ".join(entry.text.split()[:4]))))
    if not entry.authors:
        title = "".join(_without_article(plain(entry.title)))
        return frozenset(key for key in (start, title) if key) or frozenset({""})
    family = entry.authors[0].family
    found = set(keys(family)) | {
        "".join(_without_article(plain(family))),
        " ".join(plain(family)),
    }  # letter by letter, word by word
    if not start.startswith("".join(plain(family))):
        found.add(start)  # the list has the given name first, or the name was read wrongly
    return frozenset(key for key in found if key) or frozenset({""})


def _without_article(held: tuple[str, ...]) -> tuple[str, ...]:
    return held[1:] if held[:1] and held[0] in words("listing", "articles") else held


def _longest_run(items: Sequence[frozenset[Key]]) -> set[int]:
    """Places of the longest part of a row that rises; an item with several keys takes one of them."""
    chains: list[tuple[Key, int, int, int]] = []  # (key, length, place, link before)
    for place, keyed in enumerate(items):
        earlier = list(enumerate(chains))
        for key in sorted(keyed):
            length, link = 1, -1
            for at, (before, run, its_place, _) in earlier:
                if its_place >= place or before > key:
                    continue
                if run >= length or (
                    run + 1 == length and before < chains[link][0]
                ):  # of two, the one that jumped ahead goes
                    length, link = run + 1, at
            chains.append((key, length, place, link))
    at = max(range(len(chains)), key=lambda at: (chains[at][1], -at), default=-1)
    kept = set()
    while at >= 0:
        kept.add(chains[at][2])
        at = chains[at][3]
    return kept


def _where(place: int, kept: set[int], entries: Sequence[Entry]) -> str:
    before = max((i for i in kept if i < place), default=-1)
    after = min((i for i in kept if i > place), default=-1)
    if before >= 0:
        return f"after {called(entries[before])}"
    return f"before {called(entries[after])}"
