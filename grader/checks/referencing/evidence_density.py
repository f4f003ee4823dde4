"""How many dates and figures the argument rests on, for its length.

Examiners ask for "evidence-based reasoning" (FPSC 2016). Dates and figures are the evidence that can be counted; the
number says nothing about whether they are true or well chosen. In coursework, with its list of references, the works cited
are such evidence too.

Good: "In March 2023 reserves covered four weeks of imports."
Bad: a page without one date.
"""

from collections.abc import Set

from grader.context import Context
from grader.facts.citations import citations
from grader.facts.evidence import data
from grader.facts.fresh import fresh_sentences, padding
from grader.facts.mode import mode
from grader.model import Essay, Finding, Measurement, Span

TITLE = "Dates and figures"


def check(essay: Essay, context: Context) -> Measurement:
    """Dates and figures, where there is a list citations too, per 100 words of prose; None without prose."""
    words = essay.prose_words - context.fact(padding)
    if not words:
        return Measurement(None, note="no prose to look at")
    fresh = {sentence.span for sentence in context.fact(fresh_sentences)}
    found = [datum for datum in context.fact(data) if datum.sentence.span in fresh]
    dates = sum(datum.kind == "date" for datum in found)
    cited = _cited(context, fresh) if context.fact(mode).kind == "list" else []
    held = {"date": dates, "figure": len(found) - dates} | ({"citation": len(cited)} if cited else {})
    *first, last = [f"{count} {name}{'s' * (count != 1)}" for name, count in held.items()]
    note = f"{', '.join(first)} and {last} in {words:,} words of prose"
    findings = []
    places = sorted([*(datum.sentence.span for datum in found), *cited])
    if not places:
        advice = "Give the two or three facts that a reader could look up: a year, a number, the name of a law."
        findings = [
            Finding(essay.sentences[0].span, "No date or figure was found in the answer.", advice, kind="evidence")
        ]
    value = 100 * len(places) / words
    return Measurement(value, "per 100 words", note, tuple(findings), quote=places[0] if places else None)


def _cited(context: Context, fresh: Set[Span]) -> list[Span]:
    """The sentence of every citation in fresh prose."""
    return [sentence for citation in context.fact(citations) for sentence in fresh if sentence.touches(citation.span)]
