"""A word written twice in a row.

Doubled words come from copying out and from cuttings; they are always worth a look. "Had had", "that that" and the like can
be right and are left alone (lexicon/doubled.yaml).

Good: "in the middle of the century"
Bad: "in the the middle"
"""

import re
from functools import cache

from grader.context import Context
from grader.facts.prose import correction, matches
from grader.lexicon import load
from grader.model import Essay, Measurement

TITLE = "Doubled words"


@cache
def _doubled() -> re.Pattern[str]:
    allowed = "|".join(load("doubled")["may_stand_twice"])
    return re.compile(rf"\b(?!(?:{allowed})\b)([a-z]{{2,}})\s+\1\b(?![-'’])")  # small letters: "Bora Bora" is a name


def check(essay: Essay, context: Context) -> Measurement:
    """Number of doubled words."""
    found = [
        correction(passage, *match.span(), "The same word stands here twice.", (match.group(1),), "doubled word")
        for passage, match in matches(_doubled(), essay, context)
    ]
    return Measurement(float(len(found)), "findings", findings=tuple(found))
