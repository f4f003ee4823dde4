"""How many dates and figures the argument rests on, for its length.

Examiners ask for "evidence-based reasoning" (FPSC 2016). Dates and figures are the evidence that can be counted; the
number says nothing about whether they are true or well chosen.

Good: "In March 2023 reserves covered four weeks of imports."
Bad: a page without one date.
"""

from grader.context import Context
from grader.facts.evidence import data
from grader.facts.fresh import fresh_sentences, padding
from grader.model import Essay, Finding, Measurement

TITLE = "Dates and figures"


def check(essay: Essay, context: Context) -> Measurement:
    """Dates and figures per 100 words of prose; None without prose."""
    words = essay.prose_words - context.fact(padding)
    if not words:
        return Measurement(None, note="no prose to look at")
    fresh = {sentence.span for sentence in context.fact(fresh_sentences)}
    found = [datum for datum in context.fact(data) if datum.sentence.span in fresh]
    dates = sum(datum.kind == "date" for datum in found)
    figures = len(found) - dates
    note = f"{dates} date{'s' * (dates != 1)} and {figures} figure{'s' * (figures != 1)} in {words:,} words of prose"
    findings = []
    if not found:
        advice = "Give the two or three facts that a reader could look up: a year, a number, the name of a law."
        findings = [
            Finding(essay.sentences[0].span, "No date or figure was found in the answer.", advice, kind="evidence")
        ]
    first = found[0].sentence.span if found else None
    return Measurement(100 * len(found) / words, "per 100 words", note, tuple(findings), quote=first)
