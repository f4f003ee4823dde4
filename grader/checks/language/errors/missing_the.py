"""A superlative, "same", an ordinal or "few" without the article it needs.

A superlative before its noun and "same" point at one thing and take "the" ("the biggest problem", "at the same place"); so does
an ordinal that heads a sentence as part of its subject. "Few" with a length of time takes "a" ("within a few years"). Seen only
where no other determiner stands before. Authority: Swan, Practical English Usage (superlatives: articles; few and a few).

Good: "The second reason is", "within a few years"
Bad: "Second reason is", "within few years"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from grader.context import Context
from grader.facts.nounphrase import is_bare, run_start
from grader.facts.parse import Parsed, parsed
from grader.facts.prose import as_written, correction, gathered, matches
from grader.lexicon import load, words
from grader.model import Essay, Finding, Measurement

TITLE = "“The” and “a” in set places"
_START = r"(?:(?<=^)|(?<=[.!?]\s))"
_PLAIN = ("nsubj", "nsubjpass", "attr", "dobj", "pobj")


def check(essay: Essay, context: Context) -> Measurement:
    """Number of such places without their article."""
    found = [
        correction(passage, *match.span("wrong"), message, (_with(right, match["wrong"]),), "article")
        for pattern, right, message in _patterns()
        for passage, match in matches(pattern, essay, context)
    ]
    found += [finding for one in context.fact(parsed) for finding in _superlatives(one)]
    return gathered(found)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    """Each set place, the article it lacks and what is said."""
    data = load("articles")
    times, ordinals, nouns, before = (
        "|".join(data[key]) for key in ("times", "ordinals", "after_ordinals", "before_same")
    )
    return (
        (
            re.compile(rf"\b(?:within|after|for|in|since|only|just)\s+(?P<wrong>few)\s+(?:{times})\b", re.IGNORECASE),
            "a ",
            "“Few” means hardly any; “a few” means some.",
        ),
        (
            re.compile(rf"{_START}(?P<wrong>Few\s+(?:{times}))\s+(?:ago|back|later|before|after)\b"),
            "a ",
            "“Few” means hardly any; “a few” means some.",
        ),
        (
            re.compile(rf"\b(?:{before})\s+(?P<wrong>same\s+(?!sex|day|old|same)[a-z]+)\b(?!-)"),
            "the ",
            "“Same” takes the article “the”.",
        ),
        (
            re.compile(
                rf"{_START}(?P<wrong>(?:{ordinals})\s+(?:\w+\s+)?(?:{nouns}))\s+(?:is|was|of|that|which|behind|in|for)\b"
            ),
            "the ",
            "“First”, “second” and the like take the article “the” before their noun.",
        ),
        (
            re.compile(
                r"\b(?:spend|spends|spent|for|throughout)\s+(?P<wrong>whole\s+(?:day|night|life|year|month|week|time))\b"
            ),
            "the ",
            "“Whole” takes an article or a word such as “my” before it.",
        ),
        (
            re.compile(
                r"\b(?:is|are|was|were)\s+(?P<wrong>(?:best|worst|biggest|largest|oldest|richest|poorest)\s+in\s+the)\b"
            ),
            "the ",
            "“Best”, “biggest” and the like take the article “the”.",
        ),
    )


def _with(article: str, phrase: str) -> str:
    return as_written(phrase, article + phrase[0].lower() + phrase[1:])


def _superlatives(one: Parsed) -> Iterator[Finding]:
    for noun in one.doc:
        if noun.tag_ != "NN" or noun.dep_ not in _PLAIN or one.quoted(noun) or not noun.text.islower():
            continue
        first = _superlative(noun)
        if first is not None and is_bare(noun) and not any(child.dep_ in ("conj", "cc") for child in noun.rights):
            start, end = one.place(first, noun)
            phrase = one.doc[first.i : noun.i + 1].text
            message = "“Biggest”, “most important” and the like take the article “the” before a noun."
            yield correction(one.passage, start, end, message, (_with("the ", phrase),), "article")


def _superlative(noun: Any) -> Any | None:
    """The superlative that begins a noun's phrase: "biggest" problem, "most" important reason."""
    start = run_start(noun)
    if start.i == noun.i or {start.lower_, noun.lower_} & words("articles", "no_superlative"):
        return None
    if start.tag_ == "JJS" and start.head == noun and start.lower_ != "most":
        return start
    after = start.nbor(1)
    return (
        start if start.lower_ == "most" and after.tag_ == "JJ" and after.head == noun and start.head == after else None
    )
