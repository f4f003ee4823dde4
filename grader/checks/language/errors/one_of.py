"""A singular noun after "one of the".

"One of the" picks one out of several, so the noun after it is plural. Seen only where no plural, collective noun,
number or name comes before the phrase ends.

Good: "one of the main reasons is"
Bad: "one of the main reason is"
"""

import re

from grader.context import Context
from grader.facts.nounphrase import plural_of
from grader.facts.prose import correction, matches
from grader.lexicon import words
from grader.model import Essay, Measurement
from grader.words import is_stopword

TITLE = "Plural after “one of the”"
_OF_SEVERAL = r"(?:(?P<counted>[a-z]+)\s+)?\bone of (?:the|its|our|their|his|her|my|these|those)"
_ONE_OF = re.compile(
    rf"\b{_OF_SEVERAL}(?P<named>(?:\s+[a-z-]+){{1,4}}?)"
    r"(?:\s+(?=(?:is|was|has|had|in|of|for|to|that|which|who|behind|are|were)\b)|(?=[.;:]))",
    re.IGNORECASE,
)


def check(essay: Essay, context: Context) -> Measurement:
    """Number of singular nouns after "one of the"."""
    found = []
    for passage, match in matches(_ONE_OF, essay, context):
        named = match["named"].split()
        noun = named[-1]
        if _is_number(match["counted"]) or any(_may_be_plural(word) for word in named) or _stands_for_several(named):
            continue
        start = match.end("named") - len(noun)
        found.append(
            correction(
                passage,
                start,
                match.end("named"),
                "After “one of the” the noun is plural: it is one out of several.",
                (plural_of(noun),),
                "noun number",
            )
        )
    return Measurement(float(len(found)), "findings", findings=tuple(found))


def _is_number(counted: str | None) -> bool:
    """Whether "one" counts the word before it: "chapter one of the book"."""
    return (counted or "").lower() in words("nouns", "numbered")


def _may_be_plural(word: str) -> bool:
    """Whether a word is plural, or a number that stands for a plural, or a name."""
    plain = word.lower()
    return (
        (plain.endswith("s") and not plain.endswith("ss"))
        or plain.endswith(("th", "nd", "rd", "ing", "ly"))
        or plain in words("nouns", "irregular_plurals")
        or not word.islower()
        or is_stopword(plain)
    )


def _stands_for_several(named: list[str]) -> bool:
    """Whether the last word is no singular noun ("the earliest", "the accused", "women"), or alone is that of a group."""
    last = named[-1].lower()
    return last.endswith(("est", "ed", "en")) or (len(named) == 1 and last in words("nouns", "collectives"))
