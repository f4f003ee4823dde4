"""All language errors found in one list: our own detectors first, then the engine; no two over the same words.

It feeds ``language.error-density`` and ``language.faulty-sentences``; no detector counts for marks by itself.
"""

from __future__ import annotations

from bisect import bisect
from dataclasses import replace

from grader.context import Context
from grader.model import Essay, Finding

DETECTORS = "language.errors."
ENGINE = "language.errors.engine"
FED = frozenset(("language.error-density", "language.faulty-sentences"))  # the checks that the list feeds


class DetectorFailed(Exception):
    """A detector crashed, so the list would be short: the caller's measurement must fail rather than flatter."""


def language_errors(essay: Essay, context: Context) -> tuple[Finding, ...]:
    """Findings of every detector, sorted by place; where two touch, the detector's own beats the engine's.

    Raises:
        DetectorFailed: one of the detectors crashed.
    """
    from grader.checks import ids

    kept: list[Finding] = []  # by place; since no two touch, only the neighbours of a place can touch what comes there
    detectors = [check for check in ids() if check.startswith(DETECTORS)]
    for check in sorted(detectors, key=lambda check: check == ENGINE):
        measured = context.measure(check)
        if measured.error:
            raise DetectorFailed(f"{check}: {measured.error}")
        for finding in measured.findings:
            place = bisect(kept, finding.span, key=lambda other: other.span)
            if not any(finding.span.touches(other.span) for other in kept[max(0, place - 1) : place + 1]):
                kept.insert(place, replace(finding, check=check))
    return tuple(kept)
