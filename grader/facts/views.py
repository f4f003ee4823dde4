"""Statements that a reader would ask about though no figure or date stands in them: feelings and designs ascribed to a
state or a people as if from within, and superlatives over the whole world or all of history."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from grader.context import Context
from grader.facts.attribution import attribution
from grader.facts.citations import citations
from grader.lexicon import compile_phrases, lines, load, phrase_pattern
from grader.model import Essay, Span

_REACH = 40  # characters between the holder and the feeling, or the superlative and its field


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A sentence to check, and why: a feeling told as if from within, or a superlative."""

    span: Span
    why: Literal["feeling", "superlative"]
    words: str  # the words that show it


def doubtful(essay: Essay, context: Context) -> tuple[Doubtful, ...]:
    """Such sentences of the prose that nobody vouches for, in order."""
    cited = [citation.span for citation in context.fact(citations)]
    found = []
    for sentence in essay.sentences:
        vouched = attribution(sentence.text)[0] == "named" or any(sentence.span.touches(span) for span in cited)
        if vouched or sentence.text.rstrip().endswith("?"):
            continue
        if match := _felt().search(sentence.text):
            found.append(Doubtful(sentence.span, "feeling", match.group()))
        elif match := _superlative().search(sentence.text):
            found.append(Doubtful(sentence.span, "superlative", match.group()))
    return tuple(found)


@cache
def _felt() -> re.Pattern[str]:
    """ "The US was threatened that ...", "impressed by this, America ..." ."""
    holders = "|".join(sorted(map(re.escape, (*load("views")["states"], *lines("countries"))), key=len, reverse=True))
    feelings = phrase_pattern("views", "feelings").pattern
    return re.compile(rf"(?<!\w)(?:[Tt]he\s+)?(?:{holders})(?:\s+[a-z]+){{0,2}}\s+(?i:{feelings})")


@cache
def _superlative() -> re.Pattern[str]:
    most, field = compile_phrases(tuple(load("views")["most"])).pattern, phrase_pattern("views", "field").pattern
    everybody = phrase_pattern("views", "everybody").pattern
    return re.compile(rf"{most}[^.;:]{{0,{_REACH}}}?{field}|{everybody}", re.IGNORECASE)
