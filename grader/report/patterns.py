"""Language findings as patterns: the three commonest kinds, each with its rule and the student's own words mended."""

from __future__ import annotations

from dataclasses import dataclass

from grader.lexicon import load
from grader.model import Span
from grader.report.words import shown
from grader.result import FindingRecord, Result

MOST_PATTERNS = 3
MOST_EXAMPLES = 3
_AROUND = 45


@dataclass(frozen=True, slots=True)
class Example:
    """The student's words around an error: ``before``, the words found, what to write instead, ``after``.

    ``sure`` false: the replacement is a dictionary's guess, to be shown as "perhaps".
    """

    line: int
    sure: bool
    before: str
    wrong: str
    right: str
    after: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """One kind of error: its name, how often it was found, its rule in a line, why it matters, examples."""

    kind: str
    title: str
    count: int
    rule: str
    why: str
    examples: tuple[Example, ...]


def main_patterns(result: Result) -> list[Pattern]:
    """The kinds that matter most: those with most grave errors, then those with most errors."""
    return [_pattern(result, kind, findings) for kind, findings in _by_kind(result)[:MOST_PATTERNS]]


def others(result: Result) -> list[tuple[str, int]]:
    """(title, count) of the remaining kinds."""
    return [(_entry(kind)["title"], len(findings)) for kind, findings in _by_kind(result)[MOST_PATTERNS:]]


def _by_kind(result: Result) -> list[tuple[str, list[FindingRecord]]]:
    groups: dict[str, list[FindingRecord]] = {}
    for finding in result.findings:
        if finding.check.startswith("language.errors"):
            groups.setdefault(finding.kind, []).append(finding)
    return sorted(groups.items(), key=lambda pair: (-_major(pair[1]), -len(pair[1]), pair[0]))


def _major(findings: list[FindingRecord]) -> int:
    return sum(finding.severity == "major" for finding in findings)


def _entry(kind: str) -> dict[str, str]:
    entry: dict[str, str] = load("patterns").get(kind) or {"title": kind.capitalize(), "rule": "", "why": ""}
    return entry


def _pattern(result: Result, kind: str, findings: list[FindingRecord]) -> Pattern:
    chosen: list[FindingRecord] = []
    for finding in sorted(
        findings, key=lambda finding: (not finding.replacements, not _sure(finding))
    ):  # mended ones first; each wording once
        if finding.quote.lower() not in {other.quote.lower() for other in chosen}:
            chosen.append(finding)
    chosen = sorted(chosen[:MOST_EXAMPLES], key=lambda finding: finding.span)
    return Pattern(
        kind,
        _entry(kind)["title"],
        len(findings),
        _entry(kind)["rule"],
        _entry(kind)["why"],
        tuple(_example(result, finding) for finding in chosen),
    )


def _sure(finding: FindingRecord) -> bool:
    """Whether the finding says what to write rather than what it might be."""
    return not finding.advice.startswith("Perhaps")


def _example(result: Result, finding: FindingRecord) -> Example:
    text = result.essay.text
    line_start = text.rfind("\n", 0, finding.span.start) + 1
    line_end = text.find("\n", finding.span.end)
    before = shown(result, Span(max(line_start, finding.span.start - _AROUND), finding.span.start))
    after = shown(
        result, Span(finding.span.end, min(line_end if line_end >= 0 else len(text), finding.span.end + _AROUND))
    )
    if finding.span.start - _AROUND > line_start:
        before = "… " + before.partition(" ")[2]
    if finding.span.end + _AROUND < (line_end if line_end >= 0 else len(text)):
        after = after.rpartition(" ")[0] + " …"
    right = finding.replacements[0] if finding.replacements else ""
    return Example(finding.line, _sure(finding), before, shown(result, finding.span), right, after)
