"""Whether a sentence hands its claim to somebody nobody could look up: "experts say", "it is said", "a recent report"."""

from __future__ import annotations

import re
from functools import cache

from grader.lexicon import compile_phrases, load, phrase_pattern


def is_vague(text: str) -> bool:
    """Whether the claim of a sentence is vouched for by nameless people, papers or hearsay."""
    patterns = (phrase_pattern("sources", "vague"), _nameless(), _one(), _hearsay())
    return any(pattern.search(text) for pattern in patterns)


def somebody_speaks(text: str) -> bool:
    """Whether words are handed on of somebody whom the sentence does not name: "the company said", ", he argued"."""
    return bool(_spoken().search(text) or _according().search(text))


@cache
def _nameless() -> re.Pattern[str]:
    """ "Analysts warned ...", "many observers have noted ...", "newspaper owners complain": at the head of a clause."""
    people = compile_phrases(tuple(load("sources")["vague_people"])).pattern
    verbs = phrase_pattern("sources", "vague_says").pattern
    lead = r"(?:(?:some|many|most|several|few|other|all|the|our|these)\s+)?(?:[a-z][a-z-]{2,20}\s+){0,2}?"
    return re.compile(
        rf"(?:^|[,;:“\"]\s*|\b(?i:and|but|that|while|as|when)\s+)(?i:{lead}{people})(?:,[^,.;]{{3,60}},)?\s+(?:(?:have|had|has|also|often|now|still|themselves|used to|are|who)\s+){{0,2}}{verbs}(?!\s+(?:in|on)\b)"
    )


@cache
def _one() -> re.Pattern[str]:
    """ "A study found that ...", "..., a spokesman said": one of them, or a paper without its name."""
    ones = compile_phrases(tuple(load("sources")["vague_one"])).pattern
    verbs = phrase_pattern("sources", "vague_says").pattern
    return re.compile(rf"(?i:{ones})\s+(?:(?:has|had|have|also|once|even)\s+){{0,2}}{verbs}")


@cache
def _hearsay() -> re.Pattern[str]:
    """ "It is sometimes argued that ...", "India, it is pointed out, ..."; but "it may be argued" is the writer's own supposing."""
    verbs = phrase_pattern("sources", "hearsay").pattern
    return re.compile(rf"\b[Ii]t\s+(?:is|was|has been|had been)\s+(?:\w+\s+){{0,2}}?{verbs}(?:\s+that\b|,)")


@cache
def _spoken() -> re.Pattern[str]:
    """ "The company said ...", "..., he argued": somebody speaks, and the sentence does not say who he is."""
    verbs = phrase_pattern("sources", "spoken").pattern
    who = r"(?:[Hh]e|[Ss]he|[Tt]hey|(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ne|[Aa]nother)\s+(?:[a-z][\w’'-]*\s+){0,3}?[a-z][\w’'-]+)"
    adverbs = r"(?:(?:has|had|have|also|then|later|once|rightly|still|now)\s+){0,2}"
    return re.compile(rf"(?:^|[,;:”\"]\s*|\b(?:that|but|and|as|while|although|because)\s+){who}\s+{adverbs}{verbs}")


@cache
def _according() -> re.Pattern[str]:
    """ "..., according to her daughter": not "according to need", which hands on nothing."""
    measures = phrase_pattern("sources", "measures").pattern
    return re.compile(rf"\baccording to\s+(?!(?:(?:the|their|its|his|her|our)\s+)?{measures})(?=[a-z])", re.IGNORECASE)
