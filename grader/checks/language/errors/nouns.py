"""Plurals that English does not have.

Uncountable nouns with an -s ("equipments", "informations") and plurals made twice ("womens", "criterias"). The words and
their right forms are data (lexicon/nouns.yaml).

Good: "military equipment", "two pieces of information", "women"
Bad: "military equipments", "two informations", "womens"
"""

import re
from functools import cache

from grader.context import Context
from grader.facts.prose import as_written, correction, matches
from grader.lexicon import load
from grader.model import Essay, Measurement

TITLE = "Plurals"


@cache
def _pattern() -> re.Pattern[str]:
    wrong = {**load("nouns")["uncountable"], **load("nouns")["doubled"]}
    return re.compile(rf"\b(?:{'|'.join(sorted(wrong, key=len, reverse=True))})\b(?!['’])", re.IGNORECASE)


def check(essay: Essay, context: Context) -> Measurement:
    """Number of plurals that do not exist."""
    found = []
    for passage, match in matches(_pattern(), essay, context, headings=True):
        word = match.group().lower()
        uncountable = word in load("nouns")["uncountable"]
        right = as_written(
            passage.view.text[match.start() : match.end()],
            load("nouns")["uncountable" if uncountable else "doubled"][word],
        )
        message = (
            "This noun is not counted and has no plural."
            if uncountable
            else "The plural of this noun is made in another way."
        )
        found.append(correction(passage, *match.span(), message, (right,), "noun number"))
    return Measurement(float(len(found)), "findings", findings=tuple(found))
