"""A capital letter missing: "i" for "I", a name in small letters, a sentence that begins small.

Names are those of countries, peoples, languages, religions, days and months that no editor writes small
(lexicon/capitals.yaml, lexicon/countries.txt). A sentence is taken to begin small only after a word of four
letters and a stop, and with a word that opens sentences, so that no abbreviation is taken for an end. Authority: New Hart's Rules, chapter 5.

Good: "In Pakistan, English is an official language, and I use it."
Bad: "In pakistan, english is an official language, and i use it."
"""

import re
from functools import cache

from grader.context import Context
from grader.facts.prose import Passage, correction, matches
from grader.lexicon import lines, words
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
        _capital(passage, match, "A name takes a capital.") for passage, match in matches(_names(), essay, context)
    ]
    found += [
        _capital(passage, match, "A sentence begins with a capital.")
        for passage, match in matches(_SMALL_START, essay, context)
        if match.group() in words("capitals", "sentence_openers")
    ]
    unique = {finding.span: finding for finding in found}
    return Measurement(float(len(unique)), "findings", findings=tuple(unique[span] for span in sorted(unique)))


@cache
def _names() -> re.Pattern[str]:
    countries = {line.lower() for line in lines("countries") if line.isalpha()}
    names = (words("capitals", "names") | countries) - words("capitals", "also_words")
    return re.compile(rf"(?<![\w@#./’'-])(?:{'|'.join(sorted(names))})(?![\w@/-]|\.\w)")


def _capital(passage: Passage, match: re.Match[str], message: str) -> Finding:
    word = match.group()
    return correction(passage, *match.span(), message, (word[:1].upper() + word[1:],), "capitals")
