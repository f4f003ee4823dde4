"""Articles before the names of countries and bodies.

"The" goes with names that are plurals or hold a common noun (the United States, the United Nations, the European
Union) and with no other country. Seen only where the name stands alone as a noun: "US policy" and "the Pakistan Army" are
right, and so is the second name in "the US and UK". The names are data (lexicon/articles.yaml). Authority: Swan, Practical
English Usage (articles with place names).

Good: "relations with the United States", "Pakistan has", "talks with the US"
Bad: "relations with United States", "The Pakistan has", "talks with US"
"""

import re
from functools import cache

from grader.context import Context
from grader.facts.prose import Passage, correction, matches
from grader.lexicon import load
from grader.model import Essay, Finding, Measurement

TITLE = "Articles with names of countries"
_CLOSES = (
    r"\s*(?:[.;:!?)]|,(?!\s+[A-Z\d])|$)"  # not "with US, Chinese and Russian envoys" nor "the Iran, 1951–1954, volume"
)


def check(essay: Essay, context: Context) -> Measurement:
    """Number of articles missing or too many before such names."""
    found = [
        *(_lacking(passage, match, "the") for passage, match in matches(_after_preposition(), essay, context)),
        *(_lacking(passage, match, "The") for passage, match in matches(_opening(), essay, context)),
        *(_superfluous(passage, match) for passage, match in matches(_needless(), essay, context)),
    ]
    return Measurement(float(len(found)), "findings", findings=tuple(sorted(found, key=lambda finding: finding.span)))


@cache
def _after_preposition() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{_any('prepositions')})\s+(?P<name>{_any('with_the')})(?:(?={_CLOSES})|(?=\s+(?:{_any('go_on')})\b))"
    )


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"(?:(?<=^)|(?<=[a-z\d][.!?]\s))(?P<name>{_any('with_the')})\s+(?=(?:{_any('verbs')})\b)")


@cache
def _needless() -> re.Pattern[str]:
    after = rf"(?P<own>['’]s\b)\s+[a-z]|(?={_CLOSES})|(?=\s+(?:{_any('verbs')})\b)"
    return re.compile(rf"\b[Tt]he\s+(?P<name>{_any('without_the')})(?:{after})")


def _any(key: str) -> str:
    return "|".join(sorted((name.replace(" ", r"\s+") for name in load("articles")[key]), key=len, reverse=True))


def _lacking(passage: Passage, match: re.Match[str], article: str) -> Finding:
    name = " ".join(match["name"].split())
    message = f"“{name}” takes the article “the” here."
    return correction(passage, *match.span("name"), message, (f"{article} {name}",), "article")


def _superfluous(passage: Passage, match: re.Match[str]) -> Finding:
    right = match["name"] + (match["own"] or "")
    end = match.end("own") if match["own"] else match.end("name")
    return correction(
        passage, match.start(), end, f"“{match['name']}” is a name that takes no article.", (right,), "article"
    )
