"""Articles before the names of countries and bodies.

"The" goes with names that are plurals or hold a common noun (the United States, the United Nations, the European
Union) and with no other country. Seen only where the name stands alone as a noun: "US policy" and "the Pakistan Army" are
right. Authority: Swan, Practical English Usage (articles with place names).

Good: "relations with the United States", "Pakistan has", "talks with the US"
Bad: "relations with United States", "The Pakistan has", "talks with US"
"""

import re
from functools import cache

from grader.context import Context
from grader.facts.prose import correction, matches
from grader.lexicon import lines, words
from grader.model import Essay, Finding, Measurement

TITLE = "Articles with names of countries"
_WITH_THE = r"United\s+States(?:\s+of\s+America)?|United\s+Kingdom|United\s+Nations|United\s+Arab\s+Emirates|European\s+Union|Soviet\s+Union|Middle\s+East|Security\s+Council|World\s+Bank|US|USA|UK|UN|EU|UAE|IMF|USSR"
_AFTER = r"(?=\s*(?:[.,;:!?)]|$)|\s+(?:and|or|in|to|is|are|was|were|has|have|had|for|with|that|which|who|will|would|can|could|should|must|may|on|by|from|as|because|but|also|wants?|needs?)\b)"
_LACKS = re.compile(
    rf"\b(?:of|with|from|between|by|to|in|against|for|and|towards?|for)\s+(?P<name>{_WITH_THE}){_AFTER}",
)
_OPENS = re.compile(
    rf"(?:(?<=^)|(?<=[.!?]\s))(?P<name>{_WITH_THE})\s+(?=(?:is|was|has|have|had|wants|needs|will|can|should|must|tries|tried|wished|wishes|did|does|says|said)\b)"
)


@cache
def _superfluous() -> re.Pattern[str]:
    names = [
        name
        for name in lines("countries")
        if name.lower() not in words("articles", "countries_with_the")
        and " " not in name
        and len(name) > 3
        and name.isalpha()
    ]
    return re.compile(
        rf"\b[Tt]he\s+(?P<name>{'|'.join(sorted(names, key=len, reverse=True))})(?P<own>['’]s\b)?(?=\s*[.,;:!?)]|$|\s+(?:has|have|is|was|had|will|should|must|can|and|to|in|for|with|by|also)\b|(?<=s)\s+[a-z])"
    )


def check(essay: Essay, context: Context) -> Measurement:
    """Number of articles missing or too many before such names."""
    found: list[Finding] = []
    for pattern in (_LACKS, _OPENS):
        for passage, match in matches(pattern, essay, context):
            name = match.group("name")
            article = "The" if pattern is _OPENS else "the"
            found.append(
                correction(
                    passage,
                    *match.span("name"),
                    f"“{name}” takes the article “the” here.",
                    (f"{article} {name}",),
                    "article",
                )
            )
    for passage, match in matches(_superfluous(), essay, context):
        found.append(
            correction(
                passage,
                match.start(),
                match.end(),
                f"“{match.group('name')}” takes no article.",
                (match.group("name") + (match.group("own") or ""),),
                "article",
            )
        )
    unique = {finding.span: finding for finding in found}
    return Measurement(float(len(unique)), "findings", findings=tuple(unique[span] for span in sorted(unique)))
