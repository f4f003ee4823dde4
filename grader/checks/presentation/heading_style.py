"""Whether headings of one level look alike; introduction and conclusion, which are often left unnumbered, aside.

Numbered beside unnumbered, capitals beside small letters, "2." beside "3" without its stop: small things that make a page
look careless. The minority style is the finding, never "the wrong style".

Good: 1., 2., 3. throughout.
Bad: "1. CAUSES", "2. Effects", "3 REMEDIES".
"""

import re
from collections import Counter
from itertools import groupby

from grader.context import Context
from grader.facts.sections import Section, headed_sections
from grader.model import Essay, Finding, Measurement

TITLE = "Look of headings"
# Headings alike one after another: a level below, whose numbers were left out ("Strengths", "Weaknesses" ...).
_OWN_LEVEL = 3
_STOP = re.compile(r"^\(?[\w.]+?([.):]*)\s")


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the headings in the style of most others of their level, 0 to 1; None with fewer than two in the body."""
    headed = [one for one in context.fact(headed_sections) if one.role not in ("introduction", "conclusion")]
    if len(headed) < 2:
        return Measurement(None, note="fewer than two headings in the body")
    odd: list[Section] = []
    for level in sorted({section.level for section in headed}):
        members = [section for section in headed if section.level == level]
        usual, _ = Counter(_style(essay, section) for section in members).most_common(1)[0]
        for style, run in groupby(members, key=lambda section: _style(essay, section)):
            alike = list(run)
            odd += alike if style != usual and len(alike) < _OWN_LEVEL else []
    findings = tuple(
        Finding(
            section.heading.span,
            "This heading is written unlike most others of its level.",
            "Use one pattern: same numbering, same capitals, same full stop.",
            kind="heading style",
        )
        for section in odd
        if section.heading
    )
    share = (len(headed) - len(odd)) / len(headed)
    return Measurement(
        share,
        "share of the headings",
        f"{len(headed) - len(odd)} of {len(headed)} headings alike within their level",
        findings,
    )


def _style(essay: Essay, section: Section) -> tuple[str, bool]:
    """How the number is written, and whether the words are in capitals."""
    assert section.heading is not None
    stop = _STOP.match(essay.view_of(section.heading).text) if section.heading.number else None
    return (stop.group(1) if stop else "none"), section.title.isupper()
