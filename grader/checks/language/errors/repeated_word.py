"""A word written twice in a row.

Doubled words come from copying out and from cuttings; they are always worth a look. "Had had", "that that" and the like can
be right and are left alone.

Good: "in the middle of the century"
Bad: "in the the middle"
"""

import re

from grader.context import Context
from grader.facts.prose import correction, matches
from grader.model import Essay, Measurement

TITLE = "Doubled words"
_DOUBLED = re.compile(
    r"\b(?!(?:had|that|do|so|very|far|many|more|long|bye|no|who|what|is|her|in)\b)([a-z]{2,})\s+\1\b(?![-'’])",
    re.IGNORECASE,
)


def check(essay: Essay, context: Context) -> Measurement:
    """Number of doubled words."""
    found = [
        correction(passage, *match.span(), "The same word stands here twice.", (match.group(1),), "doubled word")
        for passage, match in matches(_DOUBLED, essay, context)
        if match.group(1)[0].isupper() == match.group().split()[1][0].isupper()  # "Bora Bora", "New York York" aside
        and not match.group(1)[0].isupper()
    ]
    return Measurement(float(len(found)), "findings", findings=tuple(found))
