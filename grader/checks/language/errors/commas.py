"""A comma missing where the sentence has one: after what opens it, after a linking expression, before "but".

Only where style guides agree (New Hart's Rules 4.3; The Chicago Manual of Style 6.22 to 6.36): after a clause or
a long phrase that opens the sentence, not after a short one ("In 1947 Pakistan ..."); after "however" and its like; before "but" where
whole clauses stand on both sides. The expressions are data (lexicon/commas.yaml).

Good: "When the dam was built, the farmers moved."
Bad: "When the dam was built the farmers moved."
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from grader.context import Context
from grader.facts.parse import Parsed, parsed
from grader.facts.prose import correction, gathered, matches
from grader.lexicon import compile_phrases, load, words
from grader.model import Essay, Finding, Measurement
from grader.syntax import is_finite

TITLE = "Commas"
_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_LONG_PHRASE = 6  # words: a shorter phrase may go without
_LEAST = 4  # words on either side of "but": shorter clauses go without


def check(essay: Essay, context: Context) -> Measurement:
    """Number of commas missed."""
    found = [*_linking(essay, context)]
    for one in context.fact(parsed):
        found += [*_after_clause(one), *_after_phrase(one), *_before_but(one)]
    return gathered(found)


def _linking(essay: Essay, context: Context) -> Iterator[Finding]:
    pattern = compile_phrases(tuple(load("commas")["set_off"]))
    for passage, match in matches(pattern, essay, context):
        before = passage.text[: match.start()].rstrip()
        after = passage.text[match.end() : match.end() + 20].split()
        opens = not before or before[-1] in ".?!:"
        if match.group().lower() in words("commas", "may_open_a_clause"):
            opens &= "," not in passage.text[match.end() :].partition(".")[0]
        if opens and after and after[0].lower() in words("commas", "subjects") and passage.text[match.end()] == " ":
            right = f"{match.group()},"
            yield correction(
                passage,
                *match.span(),
                "A comma follows a linking expression at the head of a sentence.",
                (right,),
                "punctuation",
            )


def _after_clause(one: Parsed) -> Iterator[Finding]:
    """The sentence opens with a clause of its own, and the main subject follows it without a comma."""
    doc = one.doc
    if len(doc) < 6 or doc[0].lower_ not in _openers():
        return
    clause = doc[0].head
    main = clause.head
    if clause.dep_ != "advcl" or main.dep_ != "ROOT" or not _is_clause(clause) or not is_finite(main):
        return
    last = max(token.i for token in clause.subtree)
    subject = next((child for child in main.children if child.dep_ in _SUBJECTS), None)
    if subject is None or last + 1 != min(token.i for token in subject.subtree) or not clause.i < subject.i < main.i:
        return
    before, first = doc[last], doc[last + 1]
    if before.is_punct or first.is_punct or one.quoted(before) or one.quoted(first):
        return
    place = one.place(before, first)
    right = f"{before.text}, {first.text}"
    yield correction(
        one.passage, *place, "A clause that opens the sentence ends with a comma.", (right,), "punctuation"
    )


def _after_phrase(one: Parsed) -> Iterator[Finding]:
    """A long phrase opens the sentence ("At the end of the long war the ..."), and the subject follows without a comma."""
    doc = one.doc
    main = doc[0].head if len(doc) else None
    if main is None or doc[0].dep_ != "prep" or main.dep_ != "ROOT" or not _is_clause(main):
        return
    last = max(token.i for token in doc[0].subtree)
    starts = min(token.i for token in _subject(main).subtree)
    if last + 1 < _LONG_PHRASE or last + 1 != starts or _subject(main).i > main.i:
        return
    before, first = doc[last], doc[starts]
    if before.is_punct or before.dep_ == "cc" or one.quoted(before) or one.quoted(first):
        return
    right = f"{before.text}, {first.text}"
    message = "A long phrase that opens the sentence ends with a comma."
    yield correction(one.passage, *one.place(before, first), message, (right,), "punctuation")


def _before_but(one: Parsed) -> Iterator[Finding]:
    """Two whole clauses on both sides of "but"."""
    for token in one.doc:
        if token.lower_ != "but" or token.dep_ != "cc" or token.i < _LEAST or token.i + _LEAST >= len(one.doc):
            continue
        first = token.head
        second = next((child for child in first.conjuncts if child.i > token.i and child.head == first), None)
        before, after = one.doc[token.i - 1], one.doc[token.i + 1]
        if second is None or before.is_punct or one.quoted(token) or not (_is_clause(first) and _is_clause(second)):
            continue
        starts = min(word.i for word in _subject(second).subtree)
        if starts == after.i and _subject(first).i < first.i and second.i - first.i > _LEAST and first.dep_ == "ROOT":
            place = one.place(before, token)
            right = f"{before.text}, {token.text}"
            message = "A comma stands before “but” where a whole clause follows."
            yield correction(one.passage, *place, message, (right,), "punctuation")


def _subject(verb: Any) -> Any:
    return next((child for child in verb.children if child.dep_ in _SUBJECTS), None)


def _is_clause(verb: Any) -> bool:
    """Whether a verb has a subject of its own and a finite form."""
    return _subject(verb) is not None and is_finite(verb)


@cache
def _openers() -> frozenset[str]:
    return words("commas", "openers")
