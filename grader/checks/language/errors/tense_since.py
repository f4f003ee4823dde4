"""A tense that the words of time beside it do not allow.

"Since" with a beginning takes the perfect; a time gone by ("in 2016", "last year", "ago") takes the simple past, not the
present perfect; a verb of state takes no progressive; an if-clause of the first conditional takes no "will". Authority:
Quirk et al., A Comprehensive Grammar of the English Language, 4.20-23, 4.28, 14.22 and 14.26.

Good: "has faced it since 1947", "used it in 2016", "every voter has a phone", "if it is not controlled"
Bad: "is facing it since 1947", "has used it in 2016", "every voter is having a phone", "if it will not be controlled"
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from grader.context import Context
from grader.facts.parse import Parsed, parsed
from grader.facts.prose import correction, gathered
from grader.lexicon import words
from grader.model import Essay, Finding, Measurement
from grader.syntax import auxiliaries, finite

TITLE = "Tense beside words of time"
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_IS = ("is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m")
_FAR = 14  # words
_GOES_ON = ("and", "-", "–", "or")
_Slip = tuple[Any, Any, str]  # first word, last word, message


def check(essay: Essay, context: Context) -> Measurement:
    """Number of wrong tenses found; 0 where nothing is parsed."""
    found: list[Finding] = []
    for one in context.fact(parsed):
        for rule in _RULES:
            for first, last, message in rule(one.doc):
                if not one.quoted(first) and not one.quoted(last):
                    found.append(_finding(one, first, last, message))
    return gathered(found)


def _finding(one: Parsed, first: Any, last: Any, message: str) -> Finding:
    return correction(one.passage, *one.place(first, last), message, (), "tense", major=True)


def _since(doc: Any) -> Iterator[_Slip]:
    """ "is facing it since 1947", "there is no rain since many months"."""
    for word in doc:
        if word.lower_ != "since" or word.dep_ != "prep" or not _names_time(word):
            continue
        verb = _lasting_verb(word)
        first = finite(verb) if verb is not None else None
        if verb is None or first is None or abs(verb.i - word.i) > _FAR or not _present(verb, first):
            continue
        last = verb if verb.i > first.i else first
        yield first, last, "“Since” with a beginning takes the perfect (“has been”)."


def _lasting_verb(since: Any) -> Any | None:
    """The verb that "since" is said of: its head, or that of the object right after the verb."""
    head = since.head
    if head.pos_ in ("NOUN", "PROPN", "PRON") and head.dep_ in ("attr", "dobj", "pobj") and head.i < since.i:
        head = head.head.head if head.dep_ == "pobj" else head.head
        if head.tag_ != "VBG" and not any(child.dep_ == "expl" for child in head.children):
            return None
    return head if head.pos_ in ("VERB", "AUX") else None


def _present(verb: Any, first: Any) -> bool:
    """Whether a verb stands in the present where the perfect should stand."""
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass", "expl") and child.i < verb.i]
    if not subjects or subjects[0].lower_ == "it":
        return False
    if first.i != verb.i:
        return first.lower_ in _IS and len(auxiliaries(verb)) == 1
    there = subjects[0].dep_ == "expl" and verb.lower_ in _IS
    return there or _is_so(verb) or (verb.tag_ in ("VBZ", "VBP") and verb.lower_ in words("tenses", "lasting"))


def _is_so(verb: Any) -> bool:
    """ "is weak", "is in crisis", and not "is the first"."""
    said = [child for child in verb.children if child.i > verb.i and child.dep_ in ("acomp", "prep", "attr")]
    return (
        verb.lower_ in ("is", "are")
        and bool(said)
        and (said[0].dep_ == "acomp" or said[0].lower_ in ("in", "at", "under"))
        and said[0].tag_ not in ("JJS", "JJR")
    )


def _for_the_last(doc: Any) -> Iterator[_Slip]:
    """ "is suffering from it for the last two decades"."""
    for word in doc:
        if word.lower_ not in words("tenses", "up_to_now") or word.dep_ != "prep" or word.head.tag_ != "VBG":
            continue
        objects = [child for child in word.children if child.dep_ == "pobj"]
        if not objects or objects[0].lower_ not in words("tenses", "spans_of_time"):
            continue
        if not {child.lower_ for child in objects[0].children} & {"last", "past"}:
            continue
        verb, first = word.head, finite(word.head)
        if first is not None and abs(verb.i - word.i) <= _FAR and _present(verb, first):
            yield first, verb, f"“{word.text} the last ...” up to now takes the perfect (“has been”)."


def _names_time(since: Any) -> bool:
    """Whether what follows "since" is a year, a beginning or a length of time."""
    objects = [child for child in since.children if child.dep_ in ("pobj", "pcomp", "advmod")]
    if not objects:
        return False
    inside = [token.lower_ for token in objects[0].subtree]
    return any(
        _YEAR.fullmatch(text) or text in words("tenses", "spans_of_time") or text in words("tenses", "beginnings")
        for text in inside
    )


def _from_there(word: Any, verb: Any) -> bool:
    """ "has fallen from 276 in 2006 to 186": the time is that of where it began."""
    return any(token.lower_ == "from" for token in word.doc[verb.i : word.i])


def _time_gone_by(doc: Any) -> Iterator[_Slip]:
    """ "In 2016 Russia has used", "has come two years ago"."""
    for word in doc:
        if not _is_gone_by(word):
            continue
        verb = _verb_of_time(word)
        if verb is None or verb.tag_ != "VBN" or _from_there(word, verb):
            continue
        helpers = auxiliaries(verb)
        if (
            helpers
            and helpers[0].lower_ in ("has", "have")
            and all(helper.lower_ in ("has", "have", "been") for helper in helpers)
        ):
            yield helpers[0], verb, "With a time gone by the simple past stands, not the present perfect."


def _is_gone_by(word: Any) -> bool:
    """Whether a time gone by ends with this word: "in 2016", "last year", "ago", "yesterday"."""
    text = word.lower_
    earlier = [token.lower_ for token in word.doc[max(0, word.i - 5) : word.i]]
    before = earlier[-1] if earlier else ""
    if text in ("yesterday", "ago"):
        return not words("tenses", "not_gone_by").intersection(earlier)
    if _YEAR.fullmatch(text):
        following = word.doc[word.i + 1].text if word.i + 1 < len(word.doc) else ""
        return before == "in" and not words("tenses", "not_gone_by").intersection(earlier) and following not in _GOES_ON
    if text not in words("tenses", "last_of") or before != "last":
        return False
    return len(earlier) < 2 or earlier[-2] not in words("tenses", "open_before")


def _verb_of_time(word: Any) -> Any | None:
    """The verb that a past time is said of, where it opens the clause or follows the verb without a comma."""
    head = word.head
    edge = word.left_edge
    if head.dep_ == "prep" and head.lower_ == "in":
        head, edge = head.head, head
    if head.pos_ not in ("VERB", "AUX"):
        return None
    if edge.i < head.i:
        opens = (
            edge.i == 0
            or edge.nbor(-1).is_punct
            or edge.nbor(-1).tag_ in ("CC", "_SP")
            or edge.nbor(-1).lower_ == "that"
        )
        return head if opens else None
    return None if any(token.text in (",", ";") for token in word.doc[head.i : edge.i]) else head


def _state_in_progress(doc: Any) -> Iterator[_Slip]:
    """ "is having a mobile", "are knowing"."""
    for verb in doc:
        helpers = auxiliaries(verb)
        if verb.tag_ != "VBG" or len(helpers) != 1 or helpers[0].lower_ not in ("is", "are", "am"):
            continue
        if any(child.dep_ == "neg" for child in verb.children) and verb.lower_ == "having":
            continue
        if verb.lower_ in words("tenses", "states") or (verb.lower_ == "having" and _has_thing(verb)):
            yield helpers[0], verb, "A verb of state takes no progressive (“has”, not “is having”)."


def _has_thing(verb: Any) -> bool:
    """Whether "having" means owning: a thing that is no event."""
    objects = [child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i]
    inside = {token.lower_ for noun in objects for token in noun.subtree}
    if len(objects) != 1 or objects[0].pos_ not in ("NOUN", "PRON", "NUM"):
        return False
    return not inside & words("tenses", "have_idioms") and all(token.tag_ != "VBN" for token in objects[0].children)


def _if_will(doc: Any) -> Iterator[_Slip]:
    """ "If it will not be controlled", at the head of its sentence or after a comma."""
    for word in doc:
        if word.lower_ not in ("if", "unless") or word.dep_ != "mark" or word.head.dep_ != "advcl":
            continue
        if (
            word.i > 0
            and word.nbor(-1).text not in (",", ";")
            and word.nbor(-1).lower_ not in ("and", "but", "because", "that")
        ):
            continue
        helpers = auxiliaries(word.head)
        if word.head.tag_ == "VBN" and len(helpers) == 1:
            continue  # "will" is a noun here
        for helper in helpers:
            if helper.tag_ != "MD" or not word.i < helper.i < word.i + 8 or helper.nbor(-1).lower_ == "you":
                continue
            if helper.lower_ in ("will", "wo"):
                yield helper, helper.nbor(1), f"After “{word.lower_}” the present stands, not “will”."
            elif helper.lower_ == "would" and helper.nbor(1).lower_ == "have" and word.head.tag_ == "VBN":
                yield helper, helper.nbor(1), f"After “{word.lower_}” stands “had”, not “would have”."


_RULES: tuple[Callable[[Any], Iterator[_Slip]], ...] = (
    _since,
    _for_the_last,
    _time_gone_by,
    _state_in_progress,
    _if_will,
)
