"""Words that are misspelt in every variety of English.

A list of common misspellings (lexicon/misspellings.yaml); each is no word at all, so a hit is an error. It stands in
where no language engine is installed, and names the right word where one is.

Good: "hindrance", "government"
Bad: "hinderance", "goverment"
"""

import re
from functools import cache

from grader.context import Context
from grader.facts.prose import as_written, correction, matches
from grader.lexicon import load
from grader.model import Essay, Measurement

TITLE = "Misspellings"


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(load('misspellings'), key=len, reverse=True))})\b", re.IGNORECASE)


def check(essay: Essay, context: Context) -> Measurement:
    """Number of misspelt words, headings included."""
    found = [
        correction(
            passage,
            *match.span(),
            "This word is misspelt.",
            (as_written(passage.view.text[match.start() : match.end()], load("misspellings")[match.group().lower()]),),
            "spelling",
        )
        for passage, match in matches(_pattern(), essay, context, headings=True)
    ]
    return Measurement(float(len(found)), "findings", findings=tuple(found))
