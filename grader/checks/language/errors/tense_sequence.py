"""Tenses that do not go together in one sentence.

After an if-clause in the past the main clause takes "would", not "will"; with a day gone by, what somebody said would be is
told with "would"; after "when he came" a single event takes no present perfect. Authority: Quirk et al., A Comprehensive
Grammar of the English Language, 14.23, 14.31 and 4.23.

Good: "If they saved more, growth would rise", "In 1947 he said that it would grow", "When he came, he promised reforms"
Bad: "If they saved more, growth will rise", "In 1947 he said that it will grow", "When he came, he has promised reforms"
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from grader.context import Context
from grader.facts.parse import parsed
from grader.facts.prose import as_written, correction, gathered
from grader.lexicon import words
from grader.model import Essay, Finding, Measurement
from grader.syntax import auxiliaries

TITLE = "Tenses that do not go together"
_YEAR = re.compile(r"(?:1[5-9]\d\d|200\d|201\d)")
_FAR = 14  # words
_Slip = tuple[Any, Any, str, str]  # first word, last word, message, what is right


def check(essay: Essay, context: Context) -> Measurement:
    """Number of sentences with clashing tenses; 0 where nothing is parsed."""
    found: list[Finding] = []
    for one in context.fact(parsed):
        if one.doc[-1].text == "?":
            continue
        for rule in _RULES:
            for first, last, message, right in rule(one.doc):
                if one.quoted(first):
                    continue
                rights = (as_written(first.text, right),) if right else ()
                found.append(correction(one.passage, *one.place(first, last), message, rights, "tense", major=True))
    return gathered(found)


def _simple_past(verb: Any) -> bool:
    helpers = auxiliaries(verb)
    return (verb.tag_ == "VBD" and not helpers) or (len(helpers) == 1 and helpers[0].lower_ in ("did", "was", "were"))


def _has_past_time(tokens: Any) -> bool:
    return any(token.lower_ in words("tenses", "past_time") or _YEAR.fullmatch(token.text) for token in tokens)


def _if_past_will(doc: Any) -> Iterator[_Slip]:
    """ "If they saved more, growth will rise"."""
    for word in doc:
        if word.lower_ != "if" or word.dep_ != "mark" or word.head.dep_ != "advcl" or word.i != 0:
            continue
        clause, main = word.head, word.head.head
        will = [helper for helper in auxiliaries(main) if helper.lower_ == "will"]
        if not will or clause.i > main.i or main.i - word.i > 2 * _FAR or not _may_be_unreal(clause):
            continue
        if any(token.text == "," for token in doc[clause.i : will[0].i]) and not _has_past_time(clause.subtree):
            yield will[0], will[0], "After “if” with a past tense stands “would”, not “will”.", "would"


def _may_be_unreal(clause: Any) -> bool:
    """A simple past that may be supposed, and is no passive, which may be a fact ("if it was signed")."""
    subjects = [child for child in clause.children if child.dep_ == "nsubj" and child.i < clause.i]
    return bool(subjects) and _simple_past(clause) and (clause.tag_ == "VBD" or clause.tag_ == "VB")


def _said_will(doc: Any) -> Iterator[_Slip]:
    """ "In 1947 he promised that they will be free"."""
    for verb in doc:
        if verb.lower_ not in words("tenses", "reported") or verb.tag_ != "VBD" or auxiliaries(verb):
            continue
        times = [child for child in verb.children if child.dep_ in ("prep", "npadvmod", "advmod", "advcl")]
        if not any(_has_past_time(child.subtree) for child in times if child.i < verb.i):
            continue
        for clause in (child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i):
            helpers = [helper for helper in auxiliaries(clause) if helper.lower_ == "will"]
            that = any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)
            if helpers and that:
                yield helpers[0], helpers[0], "What was said in the past is told with “would”, not “will”.", "would"


def _when_past_has(doc: Any) -> Iterator[_Slip]:
    """ "When he came to power, he has promised reforms"."""
    for word in doc:
        if word.lower_ != "when" or word.dep_ != "advmod" or word.head.dep_ != "advcl":
            continue
        clause, main = word.head, word.head.head
        helpers = auxiliaries(main)
        if any(token.lower_ == "since" for token in doc):
            continue
        if not _simple_past(clause) or main.tag_ != "VBN" or not helpers or abs(main.i - clause.i) > _FAR:
            continue
        if (
            clause.i < word.i
            or main.i in range(word.i, clause.i)
            or (clause.i > main.i and word.i - main.i > _FAR // 2)
        ):
            continue
        if helpers[0].lower_ in ("has", "have") and helpers[0].tag_ in ("VBZ", "VBP"):
            yield helpers[0], main, "With “when” and a past tense stands the simple past, not the present perfect.", ""


_RULES: tuple[Callable[[Any], Iterator[_Slip]], ...] = (_if_past_will, _said_will, _when_past_has)
