"""Words in the wrong order: questions, indirect questions, and what a negative word or "enough" does to the order.

A question turns subject and verb round ("How can they?"), an indirect one does not ("asked why they did"); "that" does
not stand before "whether"; after "never before" or "not only" at the head the verb comes first. Only orders that have no
other reading; the words are data (lexicon/word_order.yaml). Authority: Swan, Practical English Usage, §274, 302, 480.

Good: "He asked why they had failed.", "How can such students run a country?"
Bad: "He asked that why had they failed.", "How such students can run a country?"
"""

import re
from functools import cache

from grader.context import Context
from grader.facts.prose import Passage, as_written, correction, matches
from grader.lexicon import load
from grader.model import Essay, Finding, Measurement

TITLE = "Word order"
_HEAD = r"(?:(?<=^)|(?<=[.!?]\s))"
_ASKED = "In an indirect question the subject comes before the verb, as in “why they did it”."


def check(essay: Essay, context: Context) -> Measurement:
    """Number of places with words in the wrong order."""
    found = [
        _finding(passage, match, message)
        for pattern, message in _rules()
        for passage, match in matches(pattern, essay, context)
    ]
    kept: list[Finding] = []
    for finding in sorted(found, key=lambda finding: finding.span):
        if not (kept and kept[-1].span.touches(finding.span)):
            kept.append(finding)
    return Measurement(float(len(kept)), "findings", findings=tuple(kept))


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each wrong order, in the group ``wrong``, and what is said; ``front`` and ``back`` change places in the right one."""
    verb, do, pronoun, noun = _any("be_and_modals"), _any("do"), _any("pronouns"), _any("determiners")
    asked = rf"\b(?:{_any('asking')})\s+(?:(?:{_any('persons')})\s+)?"
    degree = rf"how\s+(?:{_any('degrees')})"
    swap = rf"(?P<front>{verb})\s+(?P<back>{pronoun})\b(?!\s+(?:{pronoun})\b)"
    question = rf"{_HEAD}(?:(?:So|But|Then|And)\s+)?"
    rules = (
        (rf"{asked}(?P<wrong>(?:why|how|where|when|what|{degree})\s+{swap})", _ASKED),
        (rf"{asked}(?P<wrong>(?:why|how|where|when|{degree})\s+(?:{verb})\s+(?:{noun}))\b(?!\s*[?,])", _ASKED),
        (rf"{asked}(?P<wrong>(?:why|how|where|what|whom|which|{degree})\s+(?:{do})\s+(?:{pronoun}|{noun}))\b", _ASKED),
        (rf"{asked}(?P<wrong>what\s+(?:is|are|was|were)\s+the\s+(?:\w+\s+)?(?:{_any('asked_for')}))\b", _ASKED),
        (
            rf"\b(?:{_any('only_asking')})\s+(?:(?:{_any('persons')})\s+)?(?P<wrong>(?P<drop>that\s+)(?:whether|why|how|what|where|who))\b",
            "A question word needs no “that” before it.",
        ),
        (
            rf"{question}(?P<wrong>(?:[Ww]hy|[Hh]ow)\s+(?:{pronoun}|I))\s+(?!\w+\s*\?)[^.?!,]*\?",
            "In a question the verb, or “do”, comes before the subject.",
        ),
        (
            rf"{question}(?P<wrong>(?:[Ww]hy|[Hh]ow)\s+(?:(?!many\b)(?:{noun})|[A-Z]\w+))\s+[^.?!,]*\b(?:{verb}|{do})\b[^.?!,]*\?",
            "In a question the verb, or “do”, comes before the subject.",
        ),
        (
            rf"(?i:{_HEAD}(?P<wrong>(?:{_any('negatives')})\s+(?:{pronoun})\s+(?!(?:{_any('not_after_negative')})\b)\w+))",
            "After a negative word at the head of a sentence the verb comes before the subject.",
        ),
        (
            rf"\b(?:is|are|was|were|be|not|been)\s+(?P<wrong>(?P<front>enough)\s+(?P<back>{_any('adjectives')}))(?=\s+(?:to|for|and|that)\b|[.,;])",
            "“Enough” comes after the adjective.",
        ),
        (
            rf"\b(?:{_any('liking')})\s+(?P<wrong>(?:very\s+much|a\s+lot))\s+(?:the|to|my|this|it|your|our|his|\w+ing)\b",
            "“Very much” and “a lot” come after the object, not between verb and object.",
        ),
        (r"\b(?P<wrong>(?P<drop>that\s+)how\s+to)\b", "A question word needs no “that” before it."),
        (r"\b(?:not|n['’]t)\s+(?P<wrong>(?P<front>long)\s+(?P<back>last))\b", "The adverb comes after the verb here."),
    )
    return tuple((re.compile(pattern), message) for pattern, message in rules)


def _any(key: str) -> str:
    return "|".join(word.replace(" ", r"\s+") for word in load("word_order")[key])


def _finding(passage: Passage, match: re.Match[str], message: str) -> Finding:
    return correction(passage, *match.span("wrong"), message, _right(match), "word order", major=True)


def _right(match: re.Match[str]) -> tuple[str, ...]:
    """What is right where two words change places or one is left out; nothing where the sentence must be recast."""
    groups, wrong = match.groupdict(), match["wrong"]
    if groups.get("drop"):
        return (as_written(wrong, wrong.removeprefix(groups["drop"])),)
    if groups.get("front"):
        before = wrong[: match.start("front") - match.start("wrong")]
        return (f"{before}{groups['back']} {groups['front']}",)
    return ()
