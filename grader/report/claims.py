"""What can be checked in the answer and who vouches for it, counted as the checks count it: quotations apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from grader.lexicon import load
from grader.records import ClaimRecord, MapStep
from grader.result import FindingRecord, Result

_MOST = 5
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_LISTS = (
    ("list-match", "Text and list"),
    ("entry-fields", "What entries lack"),
    ("identifiers", "DOIs, ISBNs and web addresses"),
    ("citation-form", "Form of the citations"),
    ("quotation-pages", "Pages of quotations"),
    ("list-order", "Order of the list"),
    ("style-mix", "Style of the entries"),
    ("long-quotations", "Long quotations"),
)
_FIRM = ("statistic", "dated fact", "reported claim")  # found by rules; other facts are shown and cost nothing


@dataclass(frozen=True, slots=True)
class Claims:
    """Counts of claims by attribution and of quotations, and the lines to look at, the neediest first. ``asked``: by
    kind, with what to do about it."""

    found: int
    named: int
    vague: int
    bare: int
    others: int
    quotations: int
    authored: int
    asked: tuple[tuple[str, str, tuple[ClaimRecord, ...]], ...]
    more: int
    doubtful: tuple[FindingRecord, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One part of the answer: its heading (or first sentence), its sources by name, its claims without one, its newest year."""

    number: str
    title: str
    titled: bool
    line: int
    sources: tuple[str, ...]
    vague: int
    bare: int
    newest: str


@dataclass(frozen=True, slots=True)
class Parts:
    """Parts that hold a claim or a year, and parts of the body that hold none."""

    rows: tuple[Row, ...]
    bare: tuple[Row, ...]


def claims(result: Result) -> Claims:
    """The claims of a result, counted."""
    stated = [claim for claim in result.claims if claim.kind in _FIRM]
    quoted = [claim for claim in result.claims if claim.kind == "quotation"]
    asked = sorted((claim for claim in result.claims if claim.need), key=lambda claim: (-claim.need, claim.span))
    doubtful = [finding for finding in result.findings if finding.check == "referencing.check-this"]
    told = {finding.span for finding in doubtful}
    asked = list({claim.quote: claim for claim in reversed(asked) if claim.span not in told}.values())[::-1]
    return Claims(
        found=len(stated),
        named=sum(claim.attribution == "named" for claim in stated),
        vague=sum(claim.attribution == "vague" for claim in stated),
        bare=sum(claim.attribution == "none" for claim in stated),
        others=sum(claim.kind == "other fact" for claim in result.claims),
        quotations=len(quoted),
        authored=sum(claim.attribution == "named" for claim in quoted),
        asked=tuple(_by_kind(asked[:_MOST])),
        more=max(0, len(asked) - _MOST),
        doubtful=tuple(doubtful[:_MOST]),
    )


def _by_kind(asked: Sequence[ClaimRecord]) -> Iterator[tuple[str, str, tuple[ClaimRecord, ...]]]:
    advice: dict[str, str] = load("sourcing")
    kinds = ["vague source" if claim.attribution == "vague" else claim.kind for claim in asked]
    for kind in dict.fromkeys(kinds):
        yield kind, advice[kind], tuple(claim for claim, its in zip(asked, kinds, strict=True) if its == kind)


def by_part(result: Result) -> Parts:
    """The evidence of every part of the map that has words, in order."""
    parts = [step for step in result.structure.steps if step.words]
    ends = [*(part.span[0] for part in parts[1:]), len(result.essay.text)][: len(parts)]
    rows = [(part.role, _row(result, part, end)) for part, end in zip(parts, ends, strict=True)]
    held = [row for _, row in rows if row.sources or row.vague or row.bare or row.newest]
    return Parts(tuple(held), tuple(row for role, row in rows if role == "body" and row not in held))


def _row(result: Result, part: MapStep, end: int) -> Row:
    held = [claim for claim in result.claims if part.span[0] <= claim.span[0] < end]
    firm = [claim for claim in held if claim.kind != "other fact"]
    sources = dict.fromkeys(claim.source for claim in firm if claim.attribution == "named" and claim.source)
    return Row(
        part.number,
        part.title or part.quote,
        bool(part.title),
        part.line,
        tuple(sources),
        sum(claim.attribution == "vague" for claim in firm),
        sum(claim.attribution == "none" for claim in firm),
        max((year for claim in held for year in _YEAR.findall(claim.quote)), default=""),
    )


def of_lists(result: Result) -> list[tuple[str, list[FindingRecord]]]:
    """What was found of citations and reference list, by check, in the order in which a reader mends them."""
    found = [
        (title, [one for one in result.findings if one.check == f"referencing.{check}"]) for check, title in _LISTS
    ]
    return [(title, findings) for title, findings in found if findings]
