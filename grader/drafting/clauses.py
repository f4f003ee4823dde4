"""What the parse says of a point's wording: whether it has a verb, and whether it makes two claims."""

from __future__ import annotations

from typing import Any

from grader.lexicon import words
from grader.segment.similarity import content_stems
from grader.segment.tokens import count_words
from grader.syntax import is_finite

FEWEST_WORDS = 5  # of a point: fewer make no claim
MOST_WORDS = 35  # of a point: a sentence of an answer holds no more of it
_CLAUSE_WORDS = 3  # each half of two claims has as many
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_LEADS_ON = ("but", "so", "yet", "for", "or", "nor")


def has_finite_verb(doc: Any) -> bool:
    """Whether some verb has a tense or a modal: "prices rise", not "rising prices"."""
    return any(token.pos_ in ("VERB", "AUX") and is_finite(token) for token in doc)


def may_hold_a_verb(doc: Any) -> bool:
    """Whether a word taken for a plural stands where a verb would: "Poor upkeep costs the farms dear"."""
    return any(token.tag_ == "NNS" and token.i and token.nbor(1).tag_ in ("DT", "PRP$") for token in doc[:-1])


def two_claims(doc: Any) -> tuple[str, str] | None:
    """The two claims of a wording; None where it makes one. See :func:`second_claim`."""
    at = second_claim(doc)
    return None if at is None else _halves(doc, at)


def _halves(doc: Any, at: int) -> tuple[str, str]:
    first = doc[:at].text.strip(" ,;.")
    return first.removesuffix(" and").rstrip(" ,;"), doc[at:].text.strip(" ,;.")


def second_claim(doc: Any) -> int | None:
    """Where a wording's second claim begins: the index of its first token; None for one claim.

    Two sentences, or two clauses joined by "and" or a semicolon, make two. Each half has a subject and a finite verb of
    its own and at least three words; the second's subject is no pronoun and nothing that the first half speaks of, for
    then it goes on with the same claim.
    """
    for token in doc:
        if token.text == ";" and _parted(doc, token.i):
            return int(token.i) + 1
    for verb in doc:
        head = verb.head
        joined = verb.dep_ in ("conj", "ccomp", "parataxis") and head.dep_ == "ROOT" and head.i < verb.i
        second_sentence = verb.dep_ == "ROOT" and any(other.dep_ == "ROOT" for other in doc[: verb.i])
        if not (joined or second_sentence) or verb.pos_ not in ("VERB", "AUX") or not is_finite(verb):
            continue
        first = next(other for other in doc if other.dep_ == "ROOT") if second_sentence else head
        subject = next((child for child in verb.children if child.dep_ in SUBJECTS and child.i < verb.i), None)
        if subject is None or subject.pos_ == "PRON" or not any(child.dep_ in SUBJECTS for child in first.children):
            continue
        start = min(token.i for token in verb.subtree) if not second_sentence else verb.left_edge.i
        if not second_sentence and not _joined_by_and(doc, first, start):
            continue
        halves = _halves(doc, start)
        if min(map(count_words, halves)) >= _CLAUSE_WORDS and not _goes_on(subject, halves[0]):
            return int(start)
    return None


def _parted(doc: Any, at: int) -> bool:
    """Whether a semicolon has a claim on either side, the second of something else than the first."""
    right = [token for token in doc[at + 1 :] if token.dep_ in SUBJECTS and is_finite(token.head)]
    left = any(token.dep_ in SUBJECTS and is_finite(token.head) for token in doc[:at])
    halves = _halves(doc, at + 1)
    return (
        left
        and bool(right)
        and right[0].pos_ != "PRON"
        and right[0].head.dep_ in ("ROOT", "conj", "ccomp", "parataxis")
        and min(map(count_words, halves)) >= _CLAUSE_WORDS
        and not _goes_on(right[0], halves[0])
    )


def _joined_by_and(doc: Any, first: Any, start: int) -> bool:
    """Whether "and" or a semicolon, and no other link, stands right before the second clause."""
    before = [token.lower_ for token in doc[max(0, start - 2) : start]]
    if any(word in _LEADS_ON for word in before):
        return False
    return bool(before) and before[-1] in ("and", ";")


def _goes_on(subject: Any, first_half: str) -> bool:
    """Whether the second claim's subject takes up something of the first half, or is the answer itself."""
    if subject.lower_ in words("points", "of_the_answer"):
        return True
    phrase = " ".join(token.text for token in subject.subtree)
    return bool(content_stems(phrase) & content_stems(first_half))
