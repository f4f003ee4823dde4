"""Relative pronouns that do not fit their noun, reflexives that do not exist, and a subject said twice.

"Who" is for people, "which" for things; "whom" is never a subject; "my country it is" has one subject too many. Only right
after nouns that are surely persons or surely none (lexicon/pronouns.yaml); a repeated subject only where the parse is sure.
Authority: Quirk et al., A Comprehensive Grammar of the English Language, 6.32-35 and 17.11-16; Swan, Practical English Usage.

Good: "people who vote", "laws that protect", "themselves", "My country is rich."
Bad: "people which vote", "laws who protect", "theirselves", "My country it is rich."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from grader.context import Context
from grader.facts.parse import parsed
from grader.facts.prose import as_written, correction, matches
from grader.lexicon import compile_phrases, load, words
from grader.model import Essay, Finding, Measurement
from grader.syntax import FINITE

TITLE = "Pronouns"
_OPENERS = ("DET", "PRON")  # "the", "my"
_PHRASE = ("ADJ", "NOUN")


@cache
def _relatives() -> tuple[tuple[re.Pattern[str], str, tuple[str, ...]], ...]:
    """Each pattern with what is said about it and the word that belongs there."""

    def listed(key: str) -> str:
        return compile_phrases(tuple(load("pronouns")[key])).pattern

    def after(noun: str, word: str) -> re.Pattern[str]:
        return re.compile(rf"{noun}\s+(?P<wrong>{word})(?![\w'’-])", re.IGNORECASE)

    verbs = r"whom(?=\s+(?:is|are|was|were|has|have|had|will|can|do\s+not|does)\s)"
    which = rf"which(?!\s+{listed('of_the_clause')})"
    return (
        (after(listed("persons"), which), "“Which” is for things; people take “who”.", ("who",)),
        (after(listed("things"), "who"), "“Who” is for people; things take “which” or “that”.", ("that",)),
        (
            after(rf"(?<!of )(?<!in )(?<!from ){listed('one')}\s+(?:\w+\s+)?{listed('bodies')}", "who"),
            "“Who” is for people; a country takes “which” or “that”.",
            ("that",),
        ),
        (after(listed("persons"), verbs), "“Whom” is no subject: before its verb write “who”.", ("who",)),
    )


def check(essay: Essay, context: Context) -> Measurement:
    """Number of wrong pronouns found; subjects said twice only where the prose is parsed."""
    found = [*_wrong_relatives(essay, context), *_wrong_forms(essay, context), *_said_twice(context)]
    return Measurement(float(len(found)), "findings", findings=tuple(sorted(found, key=lambda finding: finding.span)))


def _wrong_relatives(essay: Essay, context: Context) -> Iterator[Finding]:
    for pattern, message, right in _relatives():
        for passage, match in matches(pattern, essay, context):
            yield correction(passage, *match.span("wrong"), message, right, "pronoun")


def _wrong_forms(essay: Essay, context: Context) -> Iterator[Finding]:
    forms: dict[str, str] = load("pronouns")["forms"]
    for passage, match in matches(compile_phrases(tuple(forms)), essay, context):
        right = as_written(match.group(), forms[" ".join(match.group().lower().split())])
        message = "The pronoun does not have this form here."
        yield correction(passage, *match.span(), message, (right,), "pronoun")


def _said_twice(context: Context) -> Iterator[Finding]:
    """ "My country it is rich"."""
    for one in context.fact(parsed):
        for pronoun in one.doc[1:-1]:
            if _repeats(pronoun) and not one.quoted(pronoun):
                message = "The subject stands before it already: leave the pronoun out."
                yield correction(one.passage, *one.place(pronoun), message, ("",), "pronoun", major=True)


def _repeats(pronoun: Any) -> bool:
    """Whether a pronoun before its verb repeats the noun right before it, which opens the sentence."""
    noun = pronoun.nbor(-1)
    if pronoun.lower_ not in words("pronouns", "repeats") or pronoun.dep_ != "nsubj":
        return False
    if noun.tag_ != ("NNS" if pronoun.lower_ == "they" else "NN") or noun.lower_ in words("pronouns", "not_subjects"):
        return False
    if pronoun.nbor(1).tag_ not in FINITE or noun.left_edge.i > 0 or noun.i > 3 or noun.doc[0].pos_ not in _OPENERS:
        return False
    return all(token.pos_ in _PHRASE for token in noun.doc[1 : noun.i]) and _one_clause(noun, pronoun.head)


def _one_clause(noun: Any, verb: Any) -> bool:
    """Whether the verb is the only one the noun can belong to: the main verb, or a "relative clause" without a gap."""
    if verb.dep_ == "ROOT":
        return bool(noun.head.i == verb.i)
    gapless = any(child.dep_ in ("attr", "acomp", "dobj") for child in verb.children) or verb.lemma_ == "be"
    return bool(noun.dep_ == "ROOT" and verb.dep_ == "relcl" and gapless)
