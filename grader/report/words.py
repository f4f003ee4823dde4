"""The essay's words as a reader sees them: without struck words and transcription marks."""

from __future__ import annotations

import re

from grader.model import Span
from grader.result import Result

# What is said of a criterion without marks.
STATES = {
    "marked": "marked",
    "not judged": "not judged",
    "needs a person": "somebody has to mark this",
    "tutor": "for your tutor to mark",
}


def shown(result: Result, span: Span) -> str:
    """The text at a span without what no view shows."""
    text = result.essay.text
    parts: list[str] = []
    at = span.start
    for gap in result.essay.hidden:
        if gap.touches(span):
            parts.append(text[at : max(at, gap.start)])
            at = max(at, gap.end)
    parts.append(text[at : span.end])
    return re.sub(r" {2,}", " ", "".join(parts))
