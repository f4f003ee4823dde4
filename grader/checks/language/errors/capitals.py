"""A capital letter missing: "i" for "I", a sentence that begins small.

A sentence is taken to begin small only after a word of four letters and a stop, and with a word that opens sentences
(lexicon/capitals.yaml), so that no abbreviation is taken for an end. Names in small letters are the speller's. Authority:
New Hart's Rules, chapter 5.

Good: "It was late, and I left. Then it rained."
Bad: "It was late, and i left. then it rained."
"""

import re

from grader.context import Context
from grader.facts.prose import Passage, correction, gathered, matches
from grader.lexicon import words
from grader.model import Essay, Finding, Measurement

TITLE = "Capital letters"
# Not in "(i)", "i.", "i)", "i-" or "i.e."; a word follows it, or an apostrophe.
_I = re.compile(r"(?:(?<=^)|(?<=[a-z,;] ))i(?=(?:['’](?:m|ve|d|ll)\b)| [a-z]{2,})")
_SMALL_START = re.compile(r"(?<=[a-z]{4}[.!?] )[a-z]{2,}(?= [a-z])")


def check(essay: Essay, context: Context) -> Measurement:
    """Number of capitals missed."""
    found = [
        _capital(passage, match, "The pronoun “I” is a capital.") for passage, match in matches(_I, essay, context)
    ]
    found += [
        _capital(passage, match, "A sentence begins with a capital.")
        for passage, match in matches(_SMALL_START, essay, context)
        if match.group() in words("capitals", "sentence_openers")
    ]
    return gathered(found)


def _capital(passage: Passage, match: re.Match[str], message: str) -> Finding:
    word = match.group()
    return correction(passage, *match.span(), message, (word[:1].upper() + word[1:],), "capitals")
