"""A comma missing where the sentence has one: after what opens it, after a linking expression, before "but".

Only where style guides agree (New Hart's Rules 4.3; The Chicago Manual of Style 6.22 to 6.36): after a clause or
a long phrase that opens the sentence, not after a short one ("In 1947 Pakistan ..."); after "however" and its like; before "but" where
whole clauses stand on both sides. The expressions are data (lexicon/commas.yaml); adverbs that may go without ("therefore", "then",
"nowadays") are none of them. Where the sentence is parsed, any word that can open a clause counts after a linking expression.

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
from grader.syntax import FINITE, is_finite

TITLE = "Commas"
_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_LONG_PHRASE = 6  # words: a shorter phrase may go without
_AFTER_LINK = "A comma follows a linking expression at the head of a sentence."
_LENGTHS = (5, 4, 3, 2, 1)  # words of a linking expression, the longest first
_OPENS_CLAUSE = ("DT", "PDT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "EX", "JJ", "JJS", "CD", "VBG", "WRB", "TO")
_GOES_WITH = ("JJ", "JJS", "VBG", "TO", "WRB")
_LEAST = 4  # words on either side of "but": shorter clauses go without


def check(essay: Essay, context: Context) -> Measurement:
    """Number of commas missed."""
    found = [*_linking(essay, context)]
    for one in context.fact(parsed):
        found += [*_linking_by_tag(one), *_after_clause(one), *_after_phrase(one), *_before_but(one)]
    return gathered(found)


def _linking(essay: Essay, context: Context) -> Iterator[Finding]:
    pattern = compile_phrases(tuple(load("commas")["set_off"]))
    for passage, match in matches(pattern, essay, context):
        before = passage.text[: match.start()].rstrip()
        rest = passage.text[match.end() :].partition(".")[0]
        after = rest[:20].split()
        opens = (not before or before[-1] in ".?!:") and not _may_be_more(match.group().lower(), rest)
        if opens and after and after[0].lower() in words("commas", "subjects") and rest[0] == " ":
            yield correction(passage, *match.span(), _AFTER_LINK, (f"{match.group()},",), "punctuation")


def _may_be_more(link: str, rest: str) -> bool:
    """Whether a linking expression may open a clause or a phrase that a later comma ends."""
    if "," not in rest or link not in words("commas", "may_open_a_clause"):
        return False
    subject = rest.split(maxsplit=1)[0].lower()
    return not (link.startswith("to ") and subject in words("commas", "only_subjects"))


def _linking_by_tag(one: Parsed) -> Iterator[Finding]:
    """A linking expression opens the sentence, and what follows is a clause by the tag of its first word."""
    doc = one.doc
    length = next((n for n in _LENGTHS if n + 3 < len(doc) and doc[:n].text.lower() in _set_off()), 0)
    if not length or one.quoted(doc[0]) or one.quoted(doc[length]):
        return
    link, rest = doc[:length].text, doc[length:]
    if _may_be_more(link.lower(), rest.text) or not any(token.tag_ in FINITE for token in rest):
        return
    if _opens_clause(link.lower(), rest[0]):
        place = one.place(doc[0], doc[length - 1])
        yield correction(one.passage, *place, _AFTER_LINK, (f"{link},",), "punctuation")


def _opens_clause(link: str, after: Any) -> bool:
    """Whether a word can open a clause, and does not belong to the linking expression ("however hard", "finally to win")."""
    if link in words("commas", "goes_with_what_follows") and after.tag_ in _GOES_WITH:
        return False
    return after.tag_ in _OPENS_CLAUSE


@cache
def _set_off() -> frozenset[str]:
    return words("commas", "set_off")


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
    if (
        first.lower_ in words("commas", "within_names")
        or (first.text[0].isdigit() and before.text[0].isupper())  # "the Economic Survey 2023-24"
        or before.is_punct
        or first.is_punct
        or before.dep_ == "cc"
        or one.quoted(before)
        or one.quoted(first)
    ):
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
