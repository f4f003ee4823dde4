"""The wrong form of a verb after its auxiliary, and past forms that do not exist.

After "did" and the modals comes the base form, after "have" the participle, after "to be" in the passive the
participle. Irregular verbs are data (lexicon/verbs.yaml). Authority: any grammar; errors of the verb form are among
the commonest that CSS examiners name (2019).

Good: "did not learn", "has given", "can be won", "spread"
Bad: "did not learnt", "has gave", "can be win", "spreaded"
"""

import re
from functools import cache

from grader.context import Context
from grader.facts.prose import Passage, as_written, correction, gathered, matches
from grader.lexicon import load
from grader.model import Essay, Finding, Measurement
from grader.syntax import past_to_base, past_to_participle

TITLE = "Verb forms"
_ADVERB = r"(?:\s+(?:not|never|also|always|only|just|already|even|still|ever|[a-z]+ly))?"
_DO_NOT = r"(?:did|does|do)(?:n['’]t|\s+not|\s+never)"  # without "not" it may be a verb: "what he did became known"
_MAY = r"(?-i:may)"  # with a capital it is a month: "in May came"


def check(essay: Essay, context: Context) -> Measurement:
    """Number of wrong verb forms."""
    found = [
        _finding(passage, match, forms, message)
        for pattern, forms, message in _rules()
        for passage, match in matches(pattern, essay, context)
    ]
    return gathered(found)


@cache
def _rules() -> tuple[tuple[re.Pattern[str], dict[str, str], str], ...]:
    """What stands before a wrong form, the wrong forms with the right ones, and what is said."""
    modals, shared, pronouns = (_any(key) for key in ("modals", "modals_after_pronouns", "pronouns"))
    any_modal = rf"(?:{modals}|{shared}|{_MAY})"
    sure_modal = rf"(?:{modals}|{_MAY}|(?:{pronouns})\s+(?:{shared}))"
    passive = rf"(?<!there\s)\b(?:{any_modal}{_ADVERB}|to|has|have|had)\s+(?:be|been){_ADVERB}\s+"
    in_passive = {**past_to_participle(), **load("verbs")["passive_only"]}
    noun = rf"(?!\s+(?:{_any('noun_before')})\b)"
    nonwords: dict[str, str] = load("verbs")["nonwords"]
    rules = (
        (rf"\b{_DO_NOT}{_ADVERB}\s+", past_to_base(), "", "After “did”, “do” and “does” the verb keeps its base form."),
        (
            rf"\b{sure_modal}{_ADVERB}\s+",
            past_to_base(),
            "",
            "After “can”, “will”, “should” and the like comes the base form.",
        ),
        (
            rf"\b(?:has|have|had|having){_ADVERB}\s+",
            past_to_participle(),
            "",
            "After “have” comes the third form of the verb: “has given”, not “has gave”.",
        ),
        (passive, in_passive, noun, "After “be” in the passive comes the third form of the verb: “will be given”."),
        (r"\b", nonwords, "", "The past of this verb is not made with -ed."),
    )
    return tuple((_compiled(before, forms, after), forms, message) for before, forms, after, message in rules)


def _any(key: str) -> str:
    return "|".join(load("verbs")[key])


def _compiled(before: str, forms: dict[str, str], after: str) -> re.Pattern[str]:
    wrong = "|".join(sorted(forms, key=len, reverse=True))
    return re.compile(rf"{before}(?P<verb>{wrong})\b(?!-){after}", re.IGNORECASE)


def _finding(passage: Passage, match: re.Match[str], forms: dict[str, str], message: str) -> Finding:
    verb = match["verb"]
    right = as_written(verb, forms[verb.lower()])
    return correction(passage, *match.span("verb"), message, (right,), "verb form", major=True)
