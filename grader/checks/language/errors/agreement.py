"""A subject and verb side by side that do not agree.

Only pairs that stand next to each other and can be nothing else: a pronoun and its verb at the start of a sentence or
clause, "people" and its verb, "everyone are", "there is many". Agreement across words needs a parse and is not tried here.

Good: "It has", "people believe", "everyone is"
Bad: "It have", "people believes", "everyone are"
"""

import re

from grader.context import Context
from grader.facts.prose import as_written, correction, matches
from grader.model import Essay, Finding, Measurement

TITLE = "Agreement of subject and verb"
_START = r"(?:(?<=^)|(?<=[.;:!?]\s)|(?<=,\s)|(?<=\band\s)|(?<=\bbut\s)|(?<=\bthat\s)|(?<=\bbecause\s))"
_SINGULAR = {"have": "has", "do": "does", "are": "is", "were": "was", "don't": "doesn't", "don’t": "doesn’t"}
_PLURAL = {"has": "have", "does": "do", "is": "are", "was": "were", "doesn't": "don't", "doesn’t": "don’t"}
_HE_HAVE = re.compile(rf"{_START}(?:he|she|it|this)\s+(?P<verb>{'|'.join(_SINGULAR)})\b(?!\s*\?)", re.IGNORECASE)
_THEY_HAS = re.compile(rf"{_START}(?:they|we|these|those)\s+(?P<verb>{'|'.join(_PLURAL)})\b", re.IGNORECASE)
_EVERYONE = re.compile(
    r"\b(?:everyone|everybody|nobody|anyone|someone|somebody|everything|nothing)\s+(?P<verb>have|are|were)\b",
    re.IGNORECASE,
)
_THERE_IS = re.compile(
    r"\bthere\s+(?P<verb>is|was)\s+(?=(?:many|several|few|a few|various|numerous|two|three|four|five|six|seven|eight|nine|ten|some\s+[a-z]+s)\b)",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"(?:(?<=^)|(?<=[.;,]\s)|(?<=\bthe\s)|(?<=\bmany\s)|(?<=\bsome\s)|(?<=\bmost\s)|(?<=\bour\s)|(?<=\bpoor\s)|(?<=\bthese\s))people\s+"
    r"(?P<verb>is|was|has|does|likes|believes|wants|thinks|lives|says|uses|makes|takes|goes|needs|suffers|faces|dies|gets|knows|works|comes|gives|feels|loses|pays)\b",
    re.IGNORECASE,
)
_I_AM = re.compile(r"\b(?:I am|we are|they are|I'm)\s+(?P<verb>agree|disagree|believe|think)\b", re.IGNORECASE)
_THIRD = re.compile(
    r"\b(?:each|every)\s+(?:one\s+)?of\s+(?:the|these|those|our|their|its|us|them)\s+(?:[a-z]+\s+)?[a-z]+s\s+(?P<verb>have|are|were)\b",
    re.IGNORECASE,
)


def check(essay: Essay, context: Context) -> Measurement:
    """Number of disagreements found."""
    found: list[Finding] = []
    for pattern, forms in (
        (_HE_HAVE, _SINGULAR),
        (_THEY_HAS, _PLURAL),
        (_EVERYONE, _SINGULAR),
        (_THERE_IS, _PLURAL),
        (_THIRD, _SINGULAR),
    ):
        for passage, match in matches(pattern, essay, context):
            right = as_written(match.group("verb"), forms[match.group("verb").lower()])
            found.append(
                correction(
                    passage, *match.span("verb"), "Subject and verb do not agree.", (right,), "agreement", major=True
                )
            )
    for passage, match in matches(_PEOPLE, essay, context):
        verb = match.group("verb").lower()
        right = _PLURAL.get(verb) or ("go" if verb == "goes" else verb.removesuffix("s"))
        found.append(correction(passage, *match.span("verb"), "“People” is plural.", (right,), "agreement", major=True))
    for passage, match in matches(_I_AM, essay, context):
        start = match.start()
        message = "“Agree” is the verb here; it needs no “am” or “are”."
        right = f"{match.group().split()[0].removesuffix(chr(39) + 'm')} {match.group('verb')}"
        found.append(correction(passage, start, match.end("verb"), message, (right,), "verb form", major=True))
    return Measurement(float(len(found)), "findings", findings=tuple(sorted(found, key=lambda finding: finding.span)))
