"""The small words of citations as patterns: "see also", "as cited in", "'s well-known study"."""

from __future__ import annotations

import re
from functools import cache

from grader.lexicon import compile_phrases, load


@cache
def before_names() -> re.Pattern[str]:
    """ "see also ", "for a review, see ", "as cited in " at the head of a bracket."""
    return re.compile(rf"\s*(?:{_any('before', 'second_hand')}[,:]?\s+)+", re.IGNORECASE)


@cache
def same_work() -> re.Pattern[str]:
    """ "ibid."."""
    return re.compile(_any("same_work"), re.IGNORECASE)


@cache
def second_hand() -> re.Pattern[str]:
    """ ", as cited in "."""
    return re.compile(rf"\s*[,;]?\s*{_any('second_hand')}\s+", re.IGNORECASE)


@cache
def work_of() -> re.Pattern[str]:
    """ "'s well-known study" before a bracket."""
    return re.compile(
        rf"(?:['’]s|s['’])(?P<work>)\s+(?:[a-z-]+\s+){{0,2}}{_any('works')}(?:\s+of(?:\s+[a-z-]+){{1,3}})?(?=\s*(?:[(\[]|\Z))"
    )


@cache
def titled_work_of() -> re.Pattern[str]:
    """ "'s study *Quays and Tolls*" before a bracket."""
    title = r"[\"“*_]?[A-Z][^()\[\].;:,\n]{2,90}"
    return re.compile(rf"(?:['’]s|s['’])(?P<work>)\s+(?:[a-z-]+\s+){{0,2}}{_any('works')}\s+{title}\Z")


@cache
def work_after() -> re.Pattern[str]:
    """ " influential study" after a year."""
    return re.compile(rf"\s(?:[a-z-]+\s){{0,2}}?{_any('works')}")


@cache
def made_after() -> re.Pattern[str]:
    """ ", a film" after a name and a year."""
    return re.compile(rf",?\s+(?:is|was|,)?\s*(?:a|an|the|his|her)\s+(?:\w+\s+){{0,2}}{_any('made')}", re.IGNORECASE)


@cache
def deed_after() -> re.Pattern[str]:
    """ " was hanged", " marched" after a name and a year: what somebody did that year and did not write."""
    return re.compile(rf"\s+{_any('deeds')}")


@cache
def handing() -> re.Pattern[str]:
    """Words right before a name that hand the claim over to it: "according to", "a report from"."""
    return re.compile(
        rf"(?:\baccording\s+to(?:\s+\w+){{0,3}}|{_any('handing')}|{_any('reports')}\s+(?:from|of|by))$", re.IGNORECASE
    )


def _any(*keys: str) -> str:
    return compile_phrases(tuple(phrase for key in keys for phrase in load("citing")[key])).pattern
