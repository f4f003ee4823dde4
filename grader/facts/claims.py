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
from grader.facts.attribution import Attribution, attribution
from grader.facts.citations import Citation, citations
from grader.facts.evidence import Datum, data
from grader.facts.speakers import carried_name, speaker
from grader.facts.writer import writer_contends
from grader.lexicon import phrase_pattern
from grader.model import Essay, Sentence, Span
from grader.words import is_stopword

Kind = Literal["statistic", "dated fact", "quotation", "reported claim"]

_PUT = re.compile(r"\bquestions?\W*$", re.IGNORECASE)
_QUOTE = re.compile(r"[\"“]([^\"“”]{8,600})[\"”]")
_SO_MANY = re.compile(r"If [\w\s]{1,30}? (?:is|are|were|was) (?:only )?[-–−]?\d")
_VERSE = re.compile(r"\d:\s?\d")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_PROPOSAL = re.compile(r"\b(?:should|must|ought to|needs? to|will have to|let us|may|might)\b")


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence that states something a reader could check. ``source`` is the name it is attributed to, as written;
    ``carried``: that name stands in the sentence before."""

    span: Span
    kind: Kind
    attribution: Attribution
    source: str = ""
    carried: bool = False


def claims(essay: Essay, context: Context) -> tuple[Claim, ...]:
    """Checkable claims of the prose, one a sentence at most, in order."""
    found: list[Claim] = []
    facts = context.fact(data)
    cited = context.fact(citations)
    passages = [one for one in essay.cited if one.form == "passage"]
    supposing = False
    for i, sentence in enumerate(essay.sentences):
        before = essay.sentences[i - 1] if i and essay.sentences[i - 1].block == sentence.block else None
        supposing = _supposes(sentence) or (supposing and before is not None and _goes_on(sentence))
        inside = [datum for datum in facts if sentence.span.holds(datum.span)]
        citation = next((c for c in cited if sentence.span.touches(c.span)), None)
        passage = next((one.pages for one in passages if sentence.span.touches(Span(one.start, one.end))), "")
        claim = _claim(sentence, inside, citation, passage)
        if claim is None or (supposing and claim.attribution == "none"):
            continue
        if claim.attribution != "named" and found and _carries_over(essay.sentences[i - 1], sentence, found[-1]):
            claim = Claim(claim.span, claim.kind, "named", found[-1].source, carried=True)
        elif claim.attribution != "named" and (name := carried_name(essay, i)):
            claim = Claim(claim.span, claim.kind, "named", name, carried=True)
        found.append(claim)
    return tuple(found)


def _supposes(sentence: Sentence) -> bool:
    """Whether a sentence only supposes a case: "Take a village ...", "If demand is 40 ..."; with a year it tells of one that was."""
    supposed = phrase_pattern("sources", "supposes").match(sentence.text) or _SO_MANY.match(sentence.text)
    return bool(supposed) and not _YEAR.search(sentence.text)


def _goes_on(sentence: Sentence) -> bool:
    """Whether a sentence after a supposed case may go on with it: no year and nobody in it."""
    return not _YEAR.search(sentence.text) and attribution(sentence.text)[0] == "none"


def _claim(sentence: Sentence, inside: list[Datum], citation: Citation | None, passage: str = "") -> Claim | None:
    vouched, source = _vouched(sentence.text, citation)
    if vouched != "named" and passage:
        vouched, source = "named", f"verse {passage}" if passage[0].isdigit() else passage
    quotes = _holds_quotation(sentence.text)
    if quotes and vouched == "none" and (name := speaker(sentence.text)):
        vouched, source = "named", name
    dates = [datum for datum in inside if not datum.in_name]
    if quotes:
        kind: Kind = "quotation"
    elif vouched == "none" and (
        _PROPOSAL.search(sentence.text) or _measure().match(sentence.text) or writer_contends(sentence.text)
    ):
        return None
    elif any(datum.kind == "figure" for datum in inside):
        kind = "statistic"
    elif dates:
        kind = "dated fact"
    elif (
        vouched != "none"
        and not sentence.text.endswith((":", "："))  # "Allah says:" only leads in
        and not phrase_pattern("roles", "closing").match(sentence.text)
        and not phrase_pattern("roles", "evasion").search(sentence.text)
    ):
        kind = "reported claim"
    else:
        return None
    return Claim(sentence.span, kind, vouched, source)


@cache
def _measure() -> re.Pattern[str]:
    """ "Secondly, enforce the 2002 ordinance": a measure that is proposed."""
    counted, measures = (phrase_pattern("directives", key).pattern for key in ("counted_measures", "measures"))
    return re.compile(
        rf"(?i:{counted}),?\s+(?i:{measures})\s+|(?i:{measures})\s+(?:the|a|an|its|their|our|all|more|new|at least)\b"
    )


def _vouched(text: str, citation: Citation | None) -> tuple[Attribution, str]:
    return ("named", citation.author or f"[{citation.number}]") if citation else attribution(text)


def _holds_quotation(text: str) -> bool:
    """Somebody's words between quotation marks; a title ("The Wretched of the Earth"), a term or a question that is put
    ("the question "is it fair to the towns?"") is none."""
    for match in _QUOTE.finditer(text):
        if match.group(1).rstrip().endswith("?") and _PUT.search(text[: match.start()]):
            continue
        said = match.group(1).split()
        small = sum(word[0].islower() and not is_stopword(word) for word in said)
        if len(said) >= 3 and 2 * small >= sum(not is_stopword(word) for word in said):
            return True
    return False


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
    """Distinct sources behind statistics, dated facts and reported claims, in order of first mention; the articles of a
    law are one source, and so are the verses of a scripture."""
    seen: dict[str, str] = {}
    for claim in context.fact(claims):
        if claim.attribution == "named" and claim.kind != "quotation" and claim.source:
            key = re.sub(r"\W+", " ", claim.source.lower()).strip().removeprefix("the ")
            key = "article" if re.match(r"articles? \d", key) else "verse" if _VERSE.search(claim.source) else key
            seen.setdefault(key, claim.source.removeprefix("The ").removeprefix("the "))
    return tuple(seen.values())
