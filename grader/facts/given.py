"""Claims whose dates and figures all stand in the question: who set it vouches for them, and nobody asks for their source."""

from __future__ import annotations

import re

from grader.context import Context
from grader.facts.claims import claims
from grader.facts.evidence import DATE, FIGURE, data
from grader.facts.question import question
from grader.model import Essay, Span

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_YEARS = re.compile(r"\d{4}(?:\W+\d{4})*")
_PER_CENT = re.compile(r"per\s?cent\b", re.IGNORECASE)


def given(essay: Essay, context: Context) -> frozenset[Span]:
    """Spans of such statistics and dated facts, of those that name no source; none without a question."""
    asked = context.fact(question)
    if asked is None:
        return frozenset()
    dates, figures = ({_plain(match.group()) for match in kind.finditer(asked.text)} for kind in (DATE, FIGURE))
    years = {year for date in dates for year in _YEAR.findall(date)}

    def stated(datum: str) -> bool:
        said = _plain(datum)
        return said in dates | figures or (bool(_YEARS.fullmatch(said)) and set(_YEAR.findall(said)) <= years)

    told: dict[Span, list[bool]] = {}
    for datum in context.fact(data):
        told.setdefault(datum.sentence.span, []).append(stated(essay.text[slice(*datum.span)]))
    return frozenset(
        claim.span
        for claim in context.fact(claims)
        if claim.kind in ("statistic", "dated fact") and claim.attribution == "none" and all(told[claim.span])
    )


def _plain(datum: str) -> str:
    """ "4,000 Rupees" and "4000 rupees" are one, and so are "40 per cent" and "40%"."""
    return re.sub(r"[\s,]", "", _PER_CENT.sub("%", datum)).lower()
