"""How recent the dates in the answer are, beside one another.

Current-affairs markers expect the latest report beside the history. No program without a calendar of its own can say
what is recent enough, so nothing is found fault with: the newest and the oldest year are shown, and the writer judges.

Good: a treaty of 1960 and last year's figure.
Bad: every date lies half a century back in an answer about today.
"""

import re

from grader.context import Context
from grader.facts.citations import citations
from grader.facts.evidence import Datum, data
from grader.model import Essay, Measurement

TITLE = "Newest date"
_BY = re.compile(r"\b(?:by|till|until|beyond|in)\s+$", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:will|would|shall|should|must|aims?|targets?|plans?|pledged|projected|expected|likely)\b")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def check(essay: Essay, context: Context) -> Measurement:
    """The newest year named in the prose or in a citation, but for years that are still to come; None without one."""
    said = [essay[datum.span] for datum in context.fact(data) if not _to_come(essay, datum)]
    said += [one.year for one in context.fact(citations)]
    years = sorted(int(year) for text in said for year in _YEAR.findall(text))
    if not years:
        return Measurement(None, note="no year is named")
    newest, oldest = years[-1], years[0]
    note = f"the newest year named is {newest}" + (f", the oldest {oldest}" if oldest != newest else "")
    return Measurement(float(newest), "year", note)


def _to_come(essay: Essay, datum: Datum) -> bool:
    """ "By 2050 one in five will be over sixty", "until March 2026 it should"."""
    before = essay.text[max(datum.sentence.span.start, datum.span.start - 12) : datum.span.start]
    return bool(_BY.search(before) and _AHEAD.search(datum.sentence.text))
