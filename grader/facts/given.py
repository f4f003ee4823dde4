"""Sentences whose dates and figures all stand in the question: who set it vouches for them, and nobody asks for their source."""

from __future__ import annotations

import re

from grader.context import Context
from grader.facts.evidence import DATE, FIGURE, data
from grader.facts.question import question
from grader.model import Essay, Span

_YEARS = re.compile(r"\d{4}(?:\W+\d{4})*")
_PER_CENT = re.compile(r"per\s?cent\b", re.IGNORECASE)


def given(essay: Essay, context: Context) -> frozenset[Span]:
    """Spans of those sentences; none without a question."""
    asked = context.fact(question)
    if asked is None:
        return frozenset()
    stated = {_plain(match.group()) for pattern in (DATE, FIGURE) for match in pattern.finditer(asked.text)}
    years = {year for one in stated for year in re.findall(r"(?<!\d)\d{4}(?!\d)", one)}
    new: dict[Span, bool] = {}
    for datum in context.fact(data):
        said = _plain(essay.text[slice(*datum.span)])
        told = said in stated or (bool(_YEARS.fullmatch(said)) and set(re.findall(r"\d{4}", said)) <= years)
        new[datum.sentence.span] = new.get(datum.sentence.span, False) or not told
    return frozenset(span for span, untold in new.items() if not untold)


def _plain(datum: str) -> str:
    """ "4,000 Rupees" and "4000 rupees" are one, and so are "40 per cent" and "40%"."""
    return re.sub(r"[\s,]", "", _PER_CENT.sub("%", datum)).lower()
