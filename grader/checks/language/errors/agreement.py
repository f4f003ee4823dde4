"""A subject and verb side by side that do not agree.

Only pairs that stand next to each other at the head of a sentence or clause and can be nothing else: a pronoun and its
verb, "people" and its verb, "everyone are", "there is many". Agreement across words needs a parse and is not tried
here; nor is a place that may be subjunctive ("that he have", "if it were"). The verbs are data (lexicon/agreement.yaml, lexicon/number.yaml).

Good: "It has", "people believe", "everyone is"
Bad: "It have", "people believes", "everyone are"
"""

import re
from functools import cache

from grader.context import Context
from grader.facts.prose import Passage, as_written, correction, gathered, matches
from grader.lexicon import load
from grader.model import Essay, Finding, Measurement

TITLE = "Agreement of subject and verb"
_SENTENCE = r"(?:(?<=^)|(?<=[.;:!?]\s))"
# Not after "and": there a singular subject may be half of a plural one.
_CLAUSE = r"(?:(?<=^)|(?<=[.;:!?,]\s)|(?<=\bbut\s)|(?<=\bbecause\s))"
_THAT = r"(?:(?<=^)|(?<=[.;:!?,]\s)|(?<=\band\s)|(?<=\bbut\s)|(?<=\bbecause\s)|(?<=\bthat\s))"


def check(essay: Essay, context: Context) -> Measurement:
    """Number of disagreements found."""
    found = [
        _finding(passage, match, forms, message)
        for pattern, forms, message in _patterns()
        for passage, match in matches(pattern, essay, context)
    ]
    found += [_needs_no_am(passage, match) for passage, match in matches(_i_am(), essay, context)]
    return gathered(found)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], dict[str, str], str], ...]:
    """Each kind of pair: its pattern, what its verbs should be, and what is said."""
    plural: dict[str, str] = {**load("number")["pairs"], **load("agreement")["contracted"]}
    singular = {right: verb for verb, right in plural.items()}
    of_people = plural | load("agreement")["after_people"]
    indicative = {verb: right for verb, right in singular.items() if verb != "were"}
    everyone, several = _any("everyone"), _any("several")
    each = r"(?:each|every)\s+(?:one\s+)?of\s+(?:the|these|those|our|their|its|us|them)\s+(?:[a-z]+\s+)?[a-z]+s"
    apart = "A singular subject takes “has”, “is”, “was” or “does”, a plural one “have”, “are”, “were” or “do”."
    return (
        (_compiled(rf"{_CLAUSE}(?:he|she|it|this)\s+{_verb(indicative)}(?!\s*\?)"), singular, apart),
        (_compiled(rf"{_SENTENCE}(?:he|she|it|this)\s+{_verb(singular)}(?!\s*\?)"), singular, apart),
        (_compiled(rf"{_THAT}(?:they|we|these|those)\s+{_verb(plural)}"), plural, apart),
        (
            _compiled(rf"{_CLAUSE}(?:(?:{_any('before_everyone')})\s+)?(?:{everyone})\s+(?P<verb>have|are)\b"),
            singular,
            apart,
        ),
        (_compiled(rf"\bthere\s+(?P<verb>is|was)\s+(?=(?:{several})\b(?!\s+an?\b|-))"), plural, apart),
        (_compiled(rf"{_CLAUSE}{each}\s+(?P<verb>have|are)\b"), singular, apart),
        (
            _compiled(rf"{_CLAUSE}(?:(?:{_any('determiners_of_people')})\s+){{0,2}}people\s+{_verb(of_people)}"),
            of_people,
            "“People” is plural: the verb takes no -s (“people have”, “people think”).",
        ),
    )


@cache
def _i_am() -> re.Pattern[str]:
    return _compiled(rf"\b(?P<who>I|we|they)(?:\s+am|\s+are|['’]m|['’]re)\s+(?P<verb>{_any('no_am')})\b(?![-\s]*tank)")


def _any(key: str) -> str:
    return "|".join(load("agreement")[key])


def _verb(forms: dict[str, str]) -> str:
    return rf"(?P<verb>{'|'.join(forms)})\b".replace("'", "['’]")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _finding(passage: Passage, match: re.Match[str], forms: dict[str, str], message: str) -> Finding:
    verb = match["verb"]
    right = as_written(verb, forms[verb.lower().replace("’", "'")])
    return correction(passage, *match.span("verb"), message, (right,), "agreement", major=True)


def _needs_no_am(passage: Passage, match: re.Match[str]) -> Finding:
    message = f"“{match['verb'].capitalize()}” is the verb already: it needs no “am” or “are” before it."
    right = f"{match['who']} {match['verb']}"
    return correction(passage, *match.span(), message, (right,), "verb form", major=True)
