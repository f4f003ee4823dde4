"""A singular noun that can be counted and stands without article or other determiner.

Only nouns that edited prose practically never leaves bare are looked at (lexicon/articles.yaml), where they are subject,
object or complement, or follow a preposition after which no set phrase has them bare; some of them before "of" only.
Half of a pair ("bread and butter"), modifiers of another noun, names and kinds ("a type of system") are left alone.
Authority: Swan, Practical English Usage (articles: countable nouns).

Good: "Pakistan is an agricultural country."
Bad: "Pakistan is agricultural country."
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from grader.context import Context
from grader.facts.nounphrase import begins_with_vowel_sound, first_word, is_bare, stands_alone
from grader.facts.parse import Parsed, parsed
from grader.facts.prose import as_written, correction, gathered
from grader.lexicon import words
from grader.model import Essay, Finding, Measurement

TITLE = "Missing articles"
_ROLES = ("nsubj", "nsubjpass", "attr", "dobj")
_LISTS = {"attr": "countable_complement", "pobj": "countable_after_preposition"}


def check(essay: Essay, context: Context) -> Measurement:
    """Number of nouns that lack their article; none where nothing is parsed."""
    found = [finding for one in context.fact(parsed) for finding in _findings(one)]
    return gathered(found)


def _findings(one: Parsed) -> Iterator[Finding]:
    for noun in one.doc:
        if noun.tag_ == "NN" and _must_not_be_bare(noun) and stands_alone(noun) and is_bare(noun):
            first = first_word(noun)
            if not one.quoted(noun) and _is_plain(one.doc[first.i : noun.i + 1]):
                yield _finding(one, first, noun)


def _must_not_be_bare(noun: Any) -> bool:
    if not _is_written_small(noun) or not (noun.dep_ in _ROLES or _after_plain_preposition(noun)):
        return False
    if noun.lower_ in words("articles", _LISTS.get(noun.dep_, "countable")):
        return True
    if noun.dep_ == "attr" and noun.lower_ in words("articles", "countable"):
        return True
    if noun.lower_ in words("articles", "countable_before_of") and noun.doc[noun.i + 1 :][:1].text.lower() == "of":
        return True
    described = any(child.dep_ == "amod" and child.tag_ in ("JJ", "JJS") for child in noun.lefts)
    return described and str(noun.lower_) in words("articles", "countable_with_adjective")


def _is_written_small(noun: Any) -> bool:
    return bool(noun.text.islower() or (noun.i == 0 and noun.text.istitle()))


def _after_plain_preposition(noun: Any) -> bool:
    """Whether a noun follows a preposition, of those after which it needs its article."""
    preposition = noun.head
    return (
        noun.dep_ == "pobj"
        and preposition.i < noun.i
        and preposition.tag_ == "IN"
        and preposition.lower_ not in words("articles", "bare_after")
        and preposition.head.lower_ not in words("articles", "kinds")
    )


def _is_plain(phrase: Any) -> bool:
    """Whether a phrase holds no name, no word that may determine its noun, and is no set phrase."""
    noun = phrase[-1]
    before = noun.nbor(-1).lower_ if noun.i else ""
    return (
        not any(
            word.tag_ in ("NNP", "NNPS", "HYPH") or word.lower_ in words("articles", "may_determine") for word in phrase
        )
        and f"{before} {noun.lower_}" not in words("articles", "bare_phrases")
        and f"{noun.head.lower_} {noun.lower_}" not in words("articles", "bare_phrases")
    )


def _finding(one: Parsed, first: Any, noun: Any) -> Finding:
    start, end = one.place(first, noun)
    message = f"“{noun.text}” can be counted: in the singular it needs “a”, “the” or a word such as “this” or “our”."
    right: tuple[str, ...] = ()
    words_of_phrase = one.doc[first.i : noun.i + 1]
    if noun.dep_ == "attr" and all(word.is_alpha for word in words_of_phrase) and not _is_settled(noun):
        phrase = words_of_phrase.text
        article = "an" if begins_with_vowel_sound(phrase) else "a"
        right = (as_written(phrase, f"{article} {phrase}"),)
    return correction(one.passage, start, end, message, right, "article")


def _is_settled(noun: Any) -> bool:
    """Whether what goes with a noun may call for "the": "is backbone of the economy", "is main reason"."""
    return any(
        child.lower_ == "of"
        or child.dep_ == "relcl"
        or child.tag_ in ("JJS", "RBS")
        or child.lower_ in words("articles", "with_definite")
        for child in noun.children
    )
