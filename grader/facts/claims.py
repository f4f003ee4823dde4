"""Checkable claims and who vouches for them: statistics, dated facts, quotations, reported claims.

Attribution is ``named`` (a person, body or document that a reader could look for), ``vague`` ("a report says")
or ``none``. Nothing here judges whether a claim is true.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from grader.context import Context
from grader.facts.citations import Citation, citations
from grader.facts.evidence import Datum, data
from grader.lexicon import compile_phrases, lines, load, phrase_pattern
from grader.model import Essay, Sentence, Span

Kind = Literal["statistic", "dated fact", "quotation", "reported claim"]
Attribution = Literal["named", "vague", "none"]

_CAPITALISED = r"(?:[A-Z][\w.’'-]*|[A-Z]{2,})"
_SOURCE = rf"(?P<source>{_CAPITALISED}(?:\s+(?:(?:of|the|for|on|and|al|ul|bin)\s+)*{_CAPITALISED})*)"
_QUOTE = re.compile(r"[\"“]([^\"“”]{8,600})[\"”]")
_PROPOSAL = re.compile(r"\b(?:should|must|ought to|needs? to|will have to|let us|may|might)\b")
_NOT_A_SOURCE = frozenset(
    [
        "i",
        "others",
        "he",
        "she",
        "it",
        "they",
        "we",
        "you",
        "this",
        "that",
        "these",
        "those",
        "there",
        "who",
        "which",
        "the",
        "a",
        "an",
        "our",
        "his",
        "their",
        "its",
        "her",
        "some",
        "many",
        "most",
        "people",
        "nobody",
        "everyone",
    ]
)

_OPENERS = frozenset(
    ["as", "but", "and", "in", "when", "while", "later", "earlier", "recently", "even", "if", "besides", "moreover"]
)


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence that states something a reader could check. ``source`` is the name it is attributed to, as written."""

    span: Span
    kind: Kind
    attribution: Attribution
    source: str = ""


def claims(essay: Essay, context: Context) -> tuple[Claim, ...]:
    """Checkable claims of the prose, one a sentence at most, in order."""
    found: list[Claim] = []
    facts = context.fact(data)
    cited = context.fact(citations)
    for i, sentence in enumerate(essay.sentences):
        inside = [datum for datum in facts if sentence.span.holds(datum.span)]
        citation = next((c for c in cited if sentence.span.touches(c.span)), None)
        claim = _claim(sentence, inside, citation)
        if claim is None:
            continue
        if claim.attribution == "none" and found and _carries_over(essay.sentences[i - 1], sentence, found[-1]):
            claim = Claim(claim.span, claim.kind, "named", found[-1].source)
        found.append(claim)
    return tuple(found)


def _claim(sentence: Sentence, inside: list[Datum], citation: Citation | None) -> Claim | None:
    attribution, source = _attribution(sentence.text, citation)
    if _QUOTE.search(sentence.text) and len(_QUOTE.search(sentence.text).group(1).split()) >= 3:  # type: ignore[union-attr]
        kind: Kind = "quotation"
    elif attribution == "none" and _PROPOSAL.search(sentence.text):
        return None
    elif any(datum.kind == "figure" for datum in inside):
        kind = "statistic"
    elif inside:
        kind = "dated fact"
    elif attribution != "none" and not phrase_pattern("roles", "evasion").search(sentence.text):
        kind = "reported claim"
    else:
        return None
    return Claim(sentence.span, kind, attribution, source)


def _attribution(text: str, citation: Citation | None) -> tuple[Attribution, str]:
    if citation is not None:
        return "named", citation.author or f"[{citation.number}]"
    if (match := _handed_over().search(text)) and match.group("source").lower() not in _NOT_A_SOURCE:
        return "named", _tidy(match.group("source"))
    if phrase_pattern("sources", "vague").search(text):
        return "vague", ""
    if match := _reported().search(text):
        words = match.group("source").split()
        while words and words[0].lower() in _NOT_A_SOURCE | _OPENERS:
            words = words[1:]
        if words and " ".join(words) not in lines("countries"):
            return "named", _tidy(" ".join(words))
    figure = phrase_pattern("sources", "known_figures").search(text)
    if figure and (phrase_pattern("sources", "reporting").search(text) or _QUOTE.search(text)):
        return "named", figure.group()
    return ("named", name) if (name := _known_body(text)) else ("none", "")


def _tidy(source: str) -> str:
    return re.sub(r"['’]s$", "", source.strip(" ."))


@cache
def _handed_over() -> re.Pattern[str]:
    """ "According to the World Bank ..." ."""
    phrases = compile_phrases(tuple(load("sources")["according"])).pattern
    return re.compile(rf"(?i:{phrases})\s+(?:the\s+|a\s+|an\s+|its\s+)?(?:\d{{4}}\s+)?{_SOURCE}")


@cache
def _reported() -> re.Pattern[str]:
    """ "Husain described ...", "the National Nutrition Survey of 2018 found that ..." ."""
    verbs = compile_phrases(
        tuple(load("sources")["reporting"])
    ).pattern  # small letters only: "United States" is no verb
    between = r"(?:['’]s\s+(?:\w+\s+){1,4}|\s+of\s+\d{4}|\s*\([^()]*\)|,[^,]{1,40},)?\s+(?:(?:has|have|had|also|rightly|once|famously|recently|itself|too|further|then|later)\s+)*"
    return re.compile(rf"{_SOURCE}{between}{verbs}\b(?!\s+(?:to\s+(?:a|the|its|his)\b|about|with|over|forward|by\b))")


@cache
def _bodies() -> re.Pattern[str]:
    names = [name for name in (*lines("institutions"), *lines("thinkers")) if len(name) > 3]
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(name) for name in sorted(names, key=len, reverse=True))})(?!\w)")


def _known_body(text: str) -> str:
    """A document named with its year or number is a source even without a reporting verb ("the Economic Survey 2022")."""
    documents = phrase_pattern("sources", "documents").pattern
    match = re.search(
        rf"{_CAPITALISED}(?:\s+(?:of|on|for|and|the|{_CAPITALISED}))*\s+(?i:{documents})(?:\s+of)?(?:\s+\(?(?:(?:1[5-9]|20)\d\d))",
        text,
    )
    if match:
        return match.group()
    verb = phrase_pattern("sources", "reporting").search(text)
    body = _bodies().search(text)
    return body.group() if body and verb and 0 <= verb.start() - body.end() <= 40 else ""


def _carries_over(before: Sentence, sentence: Sentence, last: Claim) -> bool:
    """ "It added that ...", "The same report ...": the sentence goes on with the source of the one before it."""
    opener = re.match(r"(?:It|He|She|They|The (?:same )?(?:report|survey|study|bank|fund|authors?))\b", sentence.text)
    return (
        bool(opener)
        and last.attribution == "named"
        and last.span == before.span
        and bool(phrase_pattern("sources", "reporting").search(sentence.text[:60]))
    )


def named_sources(essay: Essay, context: Context) -> tuple[str, ...]:
    """Distinct sources behind statistics, dated facts and reported claims, in order of first mention."""
    seen: dict[str, str] = {}
    for claim in context.fact(claims):
        if claim.attribution == "named" and claim.kind != "quotation" and claim.source:
            key = re.sub(r"\W+", " ", claim.source.lower()).strip().removeprefix("the ")
            seen.setdefault(key, claim.source.removeprefix("The ").removeprefix("the "))
    return tuple(seen.values())
