"""Two joining words that do one work: "although ... but", "because ... so"; and half a pair with the wrong partner.

English marks the clause once, where many languages mark both halves ("agarche ... lekin"). Only after a clause too
short to hold a main clause of its own, and where the second word stands before a subject; the words are data
(lexicon/conjunctions.yaml). Authority: Swan, Practical English Usage, §510 (double conjunctions).

Good: "Although the state is poor, it pays.", "No sooner had they met than they fought."
Bad: "Although the state is poor, but it pays.", "No sooner had they met when they fought."
"""

import re
from functools import cache

from grader.context import Context
from grader.facts.prose import correction, matches
from grader.lexicon import load
from grader.model import Essay, Finding, Measurement

TITLE = "Double conjunctions"
_HEAD = r"(?:(?<=^)|(?<=[.!?]\s))(?:(?:And|But|So|Now)\s+)?"
_NO_SOONER = re.compile(
    r"\bno\s+sooner\s+(?:had|did|has|have|was|were|is)\s(?:(?!\bthan\b)[^.;?!]){1,120}?\s(?P<wrong>when|then|that)\b(?![^.;?!]*\bthan\b)",
    re.IGNORECASE,
)
_HARDLY = re.compile(r"\b(?:hardly|scarcely)\s+had\s(?:(?!\bwhen\b)[^.;?!]){1,120}?\s(?P<wrong>than)\b", re.IGNORECASE)


def check(essay: Essay, context: Context) -> Measurement:
    """Number of joining words doubled or wrongly paired."""
    found: list[Finding] = []
    for pattern in _pairs():
        for passage, match in matches(pattern, essay, context):
            message = (
                f"“{match['first'].capitalize()}” joins the two halves already; “{match['second']}” joins them again."
            )
            found.append(correction(passage, *match.span("second"), message, ("",), "sentence structure", major=True))
    for pattern, right in ((_NO_SOONER, "than"), (_HARDLY, "when")):
        for passage, match in matches(pattern, essay, context):
            message = f"“{match.group().split()[0].capitalize()}” goes with “{right}”."
            found.append(correction(passage, *match.span("wrong"), message, (right,), "sentence structure", major=True))
    return Measurement(float(len(found)), "findings", findings=tuple(sorted(found, key=lambda finding: finding.span)))


@cache
def _pairs() -> tuple[re.Pattern[str], ...]:
    """Each pair: the first word at the head of a sentence, its clause without another joint, the second before a subject."""
    subject = "|".join(load("conjunctions")["subjects"])
    return tuple(
        re.compile(
            rf"{_HEAD}(?P<first>{'|'.join(pair['first'])})\s[^,;:.?!]{{3,{pair['longest']}}}?,?\s(?P<second>{'|'.join(pair['second'])})\s(?=(?:{subject})\b)",
            re.IGNORECASE,
        )
        for pair in load("conjunctions")["pairs"]
    )
