"""How many sections of the body rest on something a reader could look up.

Evidence gathered in one section leaves the others as assertion; markers look for it under every head ("support each
argument with facts and figures", FPSC 2016). A named source, a dated event, a figure or a quotation counts, one is enough.

Good: every section has one date, figure or named source that bears on its point.
Bad: three figures in the introduction, none below.
"""

from grader.context import Context
from grader.facts.claims import claims
from grader.facts.evidence import data
from grader.facts.sections import Unit, body_units
from grader.model import Essay, Finding, Measurement

TITLE = "Evidence in every section"
LEAST_WORDS = 40  # a shorter step is judged for its length elsewhere


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the body's sections of 40 words and more with a date, a figure, a quotation or a named source, 0 to 1."""
    body = [unit for unit in context.fact(body_units) if unit.words >= LEAST_WORDS]
    if not body:
        return Measurement(None, note="no section of the body is long enough to look at")
    bare = [unit for unit in body if not _rests(unit, context)]
    held = len(body) - len(bare)
    note = f"{held} of {len(body)} sections of the body rest on a date, a figure, a quotation or a named source"
    return Measurement(held / len(body), "share of the sections", note, tuple(map(_finding, bare)))


def _rests(unit: Unit, context: Context) -> bool:
    places = {sentence.span for sentence in unit.sentences}
    dated = any(datum.sentence.span in places for datum in context.fact(data))
    sourced = any(
        claim.span in places and (claim.attribution == "named" or claim.kind == "quotation")
        for claim in context.fact(claims)
    )
    return dated or sourced


def _finding(unit: Unit) -> Finding:
    return Finding(
        unit.sentences[0].span,
        "Nothing that a reader could look up was found in this section.",
        "Give its point one date, one figure or one named source.",
        kind="evidence",
    )
