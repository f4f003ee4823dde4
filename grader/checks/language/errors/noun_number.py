"""A noun in the singular where its determiner asks for the plural, or the other way round.

"Many", "these", "several", "two" and the like go with a plural, "every", "each", "another", "a" and "this" with a singular;
"other" without an article and "a lot of" go with a plural of what can be counted. Seen only where the parser joins the two
and nothing but adjectives stands between them. Nouns that look alike in both numbers, measures, pairs and set phrases are data
(lexicon/nouns.yaml). Authority: Swan, Practical English Usage (singular and plural; determiners).

Good: "many reasons", "every country", "30 billion dollars"
Bad: "many reason", "every countries", "30 billions dollars"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from grader.context import Context
from grader.facts.nounphrase import is_bare, plural_of, run_start, singular_of, stands_alone
from grader.facts.parse import Parsed, parsed
from grader.facts.prose import correction, gathered, matches
from grader.lexicon import words
from grader.model import Essay, Finding, Measurement

TITLE = "Singular and plural"
_ADJECTIVES = frozenset(("JJ", "JJR", "JJS", "VBN", "VBG"))
_ROUND = re.compile(
    r"(?:\b(?:two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty|hundred|one)|\d)\s+"
    r"(?P<word>thousand|million|billion|trillion|crore|lakh)s\b(?!['’-])(?=\s+(?!of\b|and\b|or\b|to\b)[a-z])",
    re.IGNORECASE,
)


_ROLES = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "attr"))


def check(essay: Essay, context: Context) -> Measurement:
    """Number of nouns in the wrong number."""
    found = [finding for one in context.fact(parsed) for finding in _findings(one)]
    for passage, match in matches(_ROUND, essay, context):
        place = match.start("word"), match.end("word") + 1
        found.append(
            correction(passage, *place, "After a number this word has no -s.", (match["word"],), "noun number")
        )
    return gathered(found)


def _findings(one: Parsed) -> Iterator[Finding]:
    for noun in one.doc:
        if noun.dep_ not in _ROLES or not (noun.text.islower() and noun.is_alpha) or one.quoted(noun):
            continue
        if noun.tag_ == "NN" and _should_be_plural(noun):
            message = f"“{noun.text}” stands for several here: it should be in the plural."
            yield _finding(one, noun, plural_of(noun.text), message)
        elif noun.tag_ == "NNS" and (determiner := _of_one(noun)):
            message = f"“{determiner.text.capitalize()}” goes with a noun in the singular."
            yield _finding(one, noun, singular_of(noun.text), message)


def _finding(one: Parsed, noun: Any, right: str, message: str) -> Finding:
    """A finding over the determiner, where it stands before the noun and its adjectives, and the noun."""
    start = run_start(noun)
    first = start.nbor(-1) if start.i and start.nbor(-1).head == noun else start
    begin, end = one.place(first, noun)
    phrase = one.doc[first.i : noun.i + 1].text
    return correction(one.passage, begin, end, message, (phrase.removesuffix(noun.text) + right,), "noun number")


def _should_be_plural(noun: Any) -> bool:
    if noun.lower_ not in words("nouns", "counted") or not stands_alone(noun):
        return False
    start = run_start(noun)
    described = noun.doc[start.i : noun.i]
    if not all(word.tag_ in _ADJECTIVES for word in described):
        return False
    if start.lower_ == "other" or any(word.lower_ in words("nouns", "of_several") for word in described):
        return _is_described_as_several(start, described)
    return _follows_several(start, noun) or _after_many_of(noun)


def _is_described_as_several(start: Any, described: Any) -> bool:
    """Whether nothing before "other", "many", "several" makes them right before a singular: "no other country", "a few"."""
    determined = start.i and start.nbor(-1).tag_ in ("DT", "PRP$", "POS", "CD", "WDT", "WP$")
    kind = described[-1].nbor(1).lower_ in words("nouns", "kinds") and start.lower_ == "other"
    return not determined and not kind and not (start.i and start.nbor(-1).lower_ in words("articles", "may_determine"))


def _follows_several(start: Any, noun: Any) -> bool:
    """Whether "these", "many" or a number stands right before a noun and its adjectives."""
    if not start.i:
        return False
    word = start.nbor(-1)
    if word.lower_ not in words("nouns", "of_several") or word.head != noun:
        return False
    if word.lower_ in ("these", "those"):
        return noun.lower_ not in words("nouns", "kinds") and start.tag_ not in ("VBG", "VBN")
    return not word.i or word.nbor(-1).lower_ not in words("nouns", "before_number")


def _after_many_of(noun: Any) -> bool:
    of = noun.head
    return (
        noun.dep_ == "pobj" and of.lower_ == "of" and of.head.lower_ in words("nouns", "several_of") and is_bare(noun)
    )


def _of_one(noun: Any) -> Any | None:
    """The word right before a plural noun and its adjectives that asks for a singular, if there is one."""
    start = run_start(noun)
    described = noun.doc[start.i : noun.i]
    if not start.i or noun.lower_ in words("nouns", "plural_for_one") or not stands_alone(noun):
        return None
    if any(word.tag_ not in _ADJECTIVES or word.lower_ in words("nouns", "make_plural") for word in described):
        return None
    word = start.nbor(-1)
    if word.lower_ not in words("nouns", "of_one") or word.head != noun:
        return None
    if word.lower_ == "this" and not described and noun.dep_ not in ("pobj", "dobj"):
        return None
    surely_noun = described and not any(
        adjective.lower_ in words("nouns", "adjective_or_noun") for adjective in described
    )
    return word if surely_noun or singular_of(noun.lower_) in words("nouns", "counted") else None
