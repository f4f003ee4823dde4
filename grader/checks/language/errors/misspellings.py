"""Words that are misspelt in every variety of English.

A list of common misspellings (lexicon/misspellings.yaml); each is no word at all, so a hit is an error. It stands in
where no language engine is installed, and names the right word where one is.

Good: "hindrance", "government"
Bad: "hinderance", "goverment"
"""

import re

from grader.context import Context
from grader.facts.prose import as_written, correction, matches
from grader.lexicon import load
from grader.model import Essay, Measurement

TITLE = "Misspellings"
_WORD = re.compile(r"\b[A-Za-z]+\b")


def check(essay: Essay, context: Context) -> Measurement:
    """Number of misspelt words, headings included."""
    listed: dict[str, str] = load("misspellings")
    found = [
        correction(
            passage,
            *match.span(),
            "This word is misspelt.",
            (as_written(passage.view.text[match.start() : match.end()], listed[match.group().lower()]),),
            "spelling",
        )
        for passage, match in matches(_WORD, essay, context, headings=True)
        if match.group().lower() in listed
    ]
    return Measurement(float(len(found)), "findings", findings=tuple(found))
