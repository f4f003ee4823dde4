"""Whether quotations are short enough to leave the answer to its author.

More than forty words of somebody else inside a paragraph should be cut down or set apart as a block; where every fourth word of an
answer is quoted, the sources speak in the writer's place. Looked at only where the answer cites or has a list. Authority: APA 7,
sections 8.26 and 8.27; MLA 9, section 6.35.

Good: a line quoted for its wording, the rest said in one's own words.
Bad: half a paragraph copied between quotation marks.
"""

from __future__ import annotations

from grader.context import Context
from grader.facts.citations import citations
from grader.facts.quoted import quoted
from grader.facts.references import references
from grader.model import Essay, Finding, Measurement
from grader.segment.tokens import count_words

TITLE = "Length of the quotations"

LONGEST = 40  # words inside a paragraph
MUCH = 0.25  # of the prose and its block quotations


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the words, block quotations too, that are quoted, 0 to 1; None without quotations, citations or a list."""
    if not context.fact(citations) and not context.fact(references):
        return Measurement(None, note="neither citations nor a reference list")
    found = context.fact(quoted)
    if not found:
        return Measurement(None, note="no quotations")
    counts = {one.span: count_words(one.text) for one in found}
    inside = sum(counts[one.span] for one in found if not one.block)
    blocks = sum(counts.values()) - inside
    share = min(1.0, sum(counts.values()) / max(1, essay.prose_words + blocks))
    findings = [
        Finding(
            one.span,
            f"This quotation runs to {counts[one.span]} words inside a paragraph.",
            "Keep the words that matter, and say the rest in your own; or set it apart as a block.",
            kind="long quotation",
        )
        for one in found
        if not one.block and counts[one.span] > LONGEST
    ]
    if share > MUCH and len(found) > 1:
        longest = max(found, key=lambda one: counts[one.span])
        findings.append(
            Finding(
                longest.span,
                f"Quotations make up {share:.0%} of the answer; this is the longest of {len(found)}.",
                "Cut them down, and say in your own words what they show.",
                kind="much quoted",
            )
        )
    note = f"{share:.0%} of the words stand in {len(found)} quotation{'s' * (len(found) > 1)}"
    return Measurement(share, "share of the words", note, tuple(sorted(findings, key=lambda one: (one.span, one.kind))))
