"""A verb in a form that what stands before it does not allow, where only the parse tells a verb from a noun.

Past forms, -s and adjectives after modals and "do not"; past forms after "to"; a base form or a simple past after "be" and "have"; "to" after a modal
or after a verb that takes another pattern. Authority: Quirk et al., A Comprehensive Grammar of the English Language,
3.21-56 (forms of the verb phrase) and 16.20-85 (complementation).

Good: "must use", "has happened", "are agreed", "was given", "prevent them from going"
Bad: "must to use", "has happen", "are agree", "was gave", "prevent them to go"
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from grader.context import Context
from grader.facts.parse import Parsed, parsed
from grader.facts.prose import as_written, correction, gathered
from grader.lexicon import load, words
from grader.model import Essay, Finding, Measurement
from grader.syntax import base_of_third, irregular_verbs, past_to_base, past_to_participle

TITLE = "Verb patterns"
_BE = ("am", "is", "are", "was", "were")
_HAVE = ("have", "has", "had", "having")
_DO = ("do", "does", "did")
_AFTER_ADJECTIVE = ("IN", "TO", ".", ",")
_OBJECT = ("DT", "PRP", "PRP$", "NNP")
_Slip = tuple[Any, Any, str, str]  # first word, last word, message, replacement or ""


def check(essay: Essay, context: Context) -> Measurement:
    """Number of wrong patterns found; 0 where nothing is parsed."""
    found: list[Finding] = []
    for one in context.fact(parsed):
        for rule in _RULES:
            for first, last, message, right in rule(one.doc):
                if not one.quoted(first) and not one.quoted(last):
                    found.append(_finding(one, first, last, message, right))
    return gathered(found)


def _finding(one: Parsed, first: Any, last: Any, message: str, right: str) -> Finding:
    rights = (as_written(first.text, right),) if right else ()
    return correction(one.passage, *one.place(first, last), message, rights, "verb form", major=True)


def _next(word: Any) -> Any | None:
    """The next word but for adverbs and "not"."""
    following = word.doc[word.i + 1 : word.i + 4]
    for token in following:
        if token.tag_ != "RB" or token.lower_ in ("as", "so"):
            return token
    return None


def _modal(word: Any) -> bool:
    """Whether a word is a modal verb with a verb's place ("can", not "a can"; "May" is a month)."""
    before = word.nbor(-1) if word.i else None
    if word.tag_ != "MD" or (not word.is_lower and word.i > 0):
        return False
    if word.text in ("'d", "’d"):
        return False  # it may be "had"
    if before is None or before.tag_ in ("PRP$", "JJ", "IN", "WRB", ","):
        return False
    return before.tag_ not in ("DT", "CC", "WP") or before.lower_ in words("verb_patterns", "before_modal")


def _does_not(word: Any) -> bool:
    return word.lower_ in _DO and word.i + 1 < len(word.doc) and word.nbor(1).lower_ in ("not", "n't", "n’t", "never")


@cache
def _participles() -> dict[str, str]:
    """Base -> participle of irregular verbs whose base is no participle."""
    return {base: participle for base, _, participle in irregular_verbs() if base != participle}


@cache
def _after_have_wrong() -> dict[str, str]:
    """Pasts that are a noun or another verb's base as well ("fell", "rose"), and the participle."""
    return {past: participle for _, past, participle in irregular_verbs() if past in load("verbs")["also_base"]}


def _is_past(word: Any) -> bool:
    """A verb in the past or a participle."""
    text = word.lower_
    if word.tag_ not in ("VBD", "VBN", "VB", "VBP"):
        return False
    return text in past_to_base() or (
        len(text) > 3 and text.endswith("ed") and text not in words("verb_patterns", "ed_bases")
    )


def _base(text: str) -> str:
    """The base of a past form where it is sure, or ""."""
    if text in past_to_base():
        return past_to_base()[text]
    stem = text.removesuffix("ed")
    if text.endswith("ied"):
        return text[:-3] + "y"
    return stem if stem.endswith(tuple(words("verb_patterns", "ends_without_e"))) else ""


def _after_modal(doc: Any) -> Iterator[_Slip]:
    """ "should used", "can makes", "did not utilized", "do not collects"."""
    for word in doc:
        if not _modal(word) and not _does_not(word):
            continue
        verb = _next(word)
        if verb is None or verb.i - word.i > 1 + (word.nbor(1).lower_ in ("not", "n't", "n’t")) + 1:
            continue
        message = "After “can”, “will”, “should” and the like, and after “do not”, comes the base form."
        before = {token.lower_ for token in doc[max(0, word.i - 5) : word.i]}
        if _does_not(word) and verb.tag_ == "VBZ" and doc[0].lower_ == "that":
            continue  # "That most firms do not suggests ..."
        if before & {"what", "as", "than"} or (word.i > 1 and word.nbor(-2).lower_ == "all"):
            continue
        if _is_past(verb) and verb.lower_ not in ("given", "based"):
            yield verb, verb, message, _base(verb.lower_)
        elif verb.tag_ == "VBZ" and verb.is_alpha:
            yield verb, verb, message, "be" if verb.lower_ == "is" else base_of_third(verb.lower_)
        elif _lacks_be(verb):
            yield _lack_of_be(word, verb)


def _lacks_be(adjective: Any) -> bool:
    """Whether a word is an adjective, never a verb, and nothing that it could describe follows ("will happy to")."""
    if adjective.tag_ != "JJ" or adjective.lower_ not in words("verb_patterns", "needs_be"):
        return False
    return adjective.i + 1 < len(adjective.doc) and adjective.nbor(1).tag_ in _AFTER_ADJECTIVE


def _lack_of_be(word: Any, adjective: Any) -> _Slip:
    if word.lower_ in _DO:
        return adjective, adjective, "“Do not” takes a verb, no adjective: “is not afraid”, “are not worried”.", ""
    message = "Before an adjective “can”, “will”, “should” and the like need “be”."
    return adjective, adjective, message, f"be {adjective.lower_}"


def _after_to(doc: Any) -> Iterator[_Slip]:
    """ "to helped him", "decided to increased", "to became"."""
    for word in doc[:-2]:
        verb = word.nbor(1)
        if word.text == "to" and _is_past(verb) and (_sure_infinitive(word) or verb.lower_ in past_to_participle()):
            yield verb, verb, "After “to” comes the base form.", _base(verb.lower_)


def _sure_infinitive(to: Any) -> bool:
    """Whether "to" is no preposition: by the word before it, or by an object after the verb."""
    before = to.nbor(-1).lower_ if to.i else ""
    if before in words("verb_patterns", "infinitive_after"):
        return True
    return to.tag_ == "TO" and before not in words("verb_patterns", "before_to") and to.nbor(2).tag_ in _OBJECT


def _after_have(doc: Any) -> Iterator[_Slip]:
    """ "has happen", "have lose", "has showed"."""
    for word in doc:
        if word.lower_ not in _HAVE or (verb := _next(word)) is None:
            continue
        text = verb.lower_
        message = "After “have” comes the third form of the verb: “has given”, not “has give”."
        if text == "being" and verb.i == word.i + 1:
            yield verb, verb, message, "been"
        if word.nbor(1).lower_ in ("rather", "better") or verb.nbor(-1).lower_ == "rather":
            continue
        if word.i > 1 and word.nbor(-1).lower_ in ("it", "he", "she", "they") and word.nbor(-2).pos_ == "NOUN":
            continue  # "make the water it has go farther"
        if verb.tag_ not in ("VB", "VBP", "VBD", "VBN") or text in words("verb_patterns", "not_after_have"):
            continue
        if verb.tag_ in ("VBD", "VBN") and text in _after_have_wrong():
            yield verb, verb, message, _after_have_wrong()[text]
        elif text in _participles() and verb.tag_ in ("VB", "VBP"):
            yield verb, verb, message, _participles()[text]
        elif (verb.tag_ != "VBN" and text in words("verb_patterns", "bases")) or text in words(
            "verb_patterns", "regular_bases"
        ):
            yield verb, verb, message, ""


def _after_be(doc: Any) -> Iterator[_Slip]:
    """ "was gave", "are agree", "is become"."""
    for word in doc:
        if word.lower_ not in (*_BE, "be") or (verb := _next(word)) is None or not _plain_statement(word):
            continue
        text = verb.lower_
        if text == "been":
            yield word, verb, "“Been” needs “has”, “have” or “had” before it.", ""
        elif text in past_to_participle() and verb.tag_ in ("VBD", "VBN"):
            yield (
                word,
                verb,
                "After “be” in the passive comes the third form of the verb: “was given”, not “was gave”.",
                "",
            )
        elif (verb.tag_ in ("VB", "VBP") and text in _participles()) or text in words("verb_patterns", "bases"):
            yield (
                word,
                verb,
                "After “be” the verb takes -ing or its third form (“is going”, “is given”); or leave “be” out.",
                "",
            )


def _plain_statement(word: Any) -> bool:
    """Whether a subject stands right before, and no clause that may be one ("what they do is give")."""
    before = {token.lower_ for token in word.doc[max(0, word.i - 12) : word.i]}
    if word.lower_ == "be":
        return bool(word.i > 0 and word.nbor(-1).tag_ in ("MD", "RB") and not before & {"what", "all", "do", "done"})
    if word.i == 0 or before & {
        "what",
        "do",
        "does",
        "did",
        "doing",
        "done",
        "all",
        "thing",
        "how",
        "where",
        "who",
        "there",
    }:
        return False
    return word.nbor(-1).pos_ in ("NOUN", "PRON", "PROPN", "ADV") and word.nbor(-1).lower_ not in ("it", "that", "this")


def _to_after_modal(doc: Any) -> Iterator[_Slip]:
    """ "must to use", "could not able to"."""
    for word in doc:
        if not _modal(word) or word.lower_ in ("ought", "used"):
            continue
        after = _next(word)
        before = {token.lower_ for token in doc[max(0, word.i - 5) : word.i]}
        if after is None or before & words("verb_patterns", "enough_before"):
            continue
        if after.lower_ == "to" and after.i + 1 < len(doc) and after.nbor(1).tag_ == "VB":
            if after.nbor(1).lower_ != "and":
                yield after, after, "After “can”, “must”, “should” and the like there is no “to”.", ""
        elif after.lower_ == "able":
            yield word, after, "“Able” needs “be”; “can” and “be able to” say the same.", ""
        elif after.lower_ == "be" and word.lower_ in ("can", "could") and _next(after) is not None:
            able = _next(after)
            if able is not None and able.lower_ == "able":
                yield word, able, "“Can” and “be able to” say the same: write one of them.", ""


def _wants_gerund(doc: Any) -> Iterator[_Slip]:
    """ "avoid to go", "look forward to see"."""
    for to in doc[1:-1]:
        if to.lower_ != "to" or to.nbor(1).tag_ != "VB":
            continue
        before = to.nbor(-1)
        if before.lower_ == "forward" and to.i > 1 and to.nbor(-2).lower_.startswith("look"):
            yield to, to.nbor(1), "After “look forward to” the verb takes -ing.", ""
        elif before.lower_ in words("verb_patterns", "gerund_verbs") and before.pos_ == "VERB":
            yield before, to.nbor(1), f"After “{before.lower_}” comes no “to” with a verb: the verb takes -ing.", ""


def _person_to(doc: Any) -> Iterator[_Slip]:
    """ "prevent them to go", "let him to go"."""
    for to in doc[2:-1]:
        if to.lower_ != "to" or to.nbor(1).tag_ != "VB" or to.nbor(-1).lower_ not in words("verb_patterns", "persons"):
            continue
        verb = to.nbor(-2)
        if verb.pos_ != "VERB":
            continue
        if verb.lower_ in words("verb_patterns", "barring"):
            yield to, to.nbor(1), f"After “{verb.lower_}” comes “from” and the verb with -ing.", ""
        elif (
            verb.lower_ in ("let", "lets", "letting", "make", "makes", "made", "making") and to.nbor(-1).lower_ != "it"
        ):
            yield to, to, f"After “{verb.lower_}” comes the base form without “to”.", ""


def _no_finite_verb(doc: Any) -> Iterator[_Slip]:
    """ "they attacking our soldiers", "the line drawn in 1893."."""
    for verb in doc:
        if (
            verb.tag_ != "VBG"
            or verb.dep_ not in ("ROOT", "conj", "ccomp")
            or verb.lower_ in words("verb_patterns", "no_verb_missing")
        ):
            continue
        if any(child.dep_ in ("aux", "auxpass") for child in verb.children):
            continue
        before = verb.nbor(-1) if verb.i else None
        while before is not None and before.i and before.tag_ == "RB":
            before = before.nbor(-1)
        if before is not None and before.lower_ in ("they", "we", "he", "she") and before.head.i == verb.i:
            yield before, verb, "A verb in -ing needs “is”, “are”, “was” or “were”.", ""


def _passive_without_be(doc: Any) -> Iterator[_Slip]:
    """ "The line drawn in 1893.": a participle with a subject and no finite verb but in relative clauses."""
    if len(doc) < 6 or doc[-1].text not in (".", "!"):
        return
    roots = [token for token in doc if token.dep_ == "ROOT"]
    verb = roots[0] if len(roots) == 1 else None
    if verb is None or not any(child.dep_ in ("nsubj", "nsubjpass") and child.i < verb.i for child in verb.children):
        return
    if verb.tag_ not in ("VBN", "VBD") or not (_by_whom(verb) or _irregular_participle(verb)):
        return
    if any(token.text == "," for token in doc[: verb.i]):
        return
    relative = {inner.i for token in doc if token.dep_ == "relcl" for inner in token.subtree}
    finite = ("VBZ", "VBP", "VBD", "MD")
    others = [token for token in doc if token.tag_ in finite and token.i != verb.i and token.i not in relative]
    if not others and not any(child.dep_ in ("dobj", "ccomp", "xcomp", "aux", "auxpass") for child in verb.children):
        yield verb, verb, "The third form of a verb alone makes no sentence: “was” or “were” is missing.", ""


def _by_whom(verb: Any) -> bool:
    """Whether somebody is named by whom it is done."""
    return any(child.dep_ == "agent" for child in verb.children)


def _irregular_participle(verb: Any) -> bool:
    text = verb.lower_
    return verb.tag_ == "VBN" and text.endswith("n") and text in _participles().values()


_RULES: tuple[Callable[[Any], Iterator[_Slip]], ...] = (
    _after_modal,
    _after_to,
    _after_have,
    _after_be,
    _to_after_modal,
    _wants_gerund,
    _person_to,
    _no_finite_verb,
    _passive_without_be,
)
