"""Two sentences with only a comma between them.

"PIA is running at a loss, it should be sold": each half has its own subject and verb and neither depends on the other,
so a full stop, a semicolon or a joining word belongs there. Only where the first half begins the sentence with its
subject and holds no word that could make it depend on the second, contrast with it or report it, and where the second
begins with a pronoun or a noun with its article, after "therefore" and the like perhaps. The words are data (lexicon/clauses.yaml).
Authority: Fowler, under "comma splice"; Swan, Practical English Usage, §476.

Good: "PIA is running at a loss, so it should be sold."
Bad: "PIA is running at a loss, it should be sold."
"""

from collections.abc import Iterator
from typing import Any

from grader.context import Context
from grader.facts.parse import Parsed, parsed
from grader.facts.prose import correction
from grader.lexicon import words
from grader.model import Essay, Finding, Measurement
from grader.syntax import is_finite

TITLE = "Comma splices"
_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_JOINTS = (";", ":", "(", ")", "—", "–", "“", "”", '"', "?", "!", "…", "...")
_SHORT = 4  # words: "I came, I saw" is style
_MESSAGE = "A comma alone cannot join two sentences: put a full stop, a semicolon or a joining word there."


def check(essay: Essay, context: Context) -> Measurement:
    """Number of comma splices."""
    found = [finding for one in context.fact(parsed) for finding in _splices(one)]
    return Measurement(float(len(found)), "findings", findings=tuple(found))


def _splices(one: Parsed) -> Iterator[Finding]:
    """At most one in a sentence: what comes after it is judged by other joints."""
    commas = [token for token in one.doc[:-_SHORT] if token.text == ","]
    if not commas or any(_is_joint(token) for token in one.doc[:-1]) or any(map(one.quoted, one.doc)):
        return
    for comma in commas:
        subject = _subject_after(comma)
        if subject is not None and _stands_alone(one.doc[: comma.i], subject) and not _series(one.doc[comma.i + 1 :]):
            yield correction(one.passage, *one.place(comma, subject), _MESSAGE, (), "run-on", major=True)
            return


def _is_joint(token: Any) -> bool:
    return token.text in _JOINTS or token.text.startswith(".")  # "rain .Fortunately": a full stop without its space


def _subject_after(comma: Any) -> Any | None:
    """The subject of the clause that begins after the comma, or after a linking word there; none if no clause does."""
    token = comma.nbor()
    if token.lower_ in words("clauses", "linking"):
        token = token.nbor(2) if token.nbor().text == "," else token.nbor()
    if token.lower_ in words("clauses", "determiners") and token.dep_ in ("det", "poss"):
        token = token.head
    elif token.lower_ not in words("clauses", "subjects"):
        return None
    verb = token.head
    if any(inner.lower_ in ("which", "whom") for inner in token.subtree):  # "goods, the price of which is high"
        return None
    if token.dep_ not in _SUBJECTS or verb.i < token.i or not is_finite(verb):
        return None
    end = next((other.i for other in comma.doc[verb.i :] if other.is_punct), len(comma.doc))
    return token if end - token.i >= _SHORT else None  # "it is over, I am afraid"


def _stands_alone(before: Any, subject: Any) -> bool:
    """Whether the words before the comma are one main clause that begins with its subject."""
    if len(before) < _SHORT or any(token.lower_ in words("clauses", "dependent") for token in before):
        return False
    if any(token.text == "," or token.lower_ in words("clauses", "holding") for token in before):
        return False
    if _joined_late(before):
        return False
    first = before[0].head if before[0].dep_ in _SUBJECTS else _verb_of_phrase(before)
    if first is None or first.i >= len(before) or first == subject.head or not is_finite(first):
        return False
    return not (first.lower_ == subject.head.lower_ and _goes_on(subject))


def _goes_on(subject: Any) -> bool:
    """Whether a third clause follows: with the same verb it is a figure of speech ("the land is rich, the sea is rich, ...")."""
    return any(token.text == "," for token in subject.doc[subject.head.i :])


def _joined_late(before: Any) -> bool:
    """ "They saw three hotels and one day, we ...": the end may belong to the second clause; "boys and girls, we" does not."""
    nouns = before[-1].pos_ == "NOUN" and before[-3].pos_ == "NOUN"
    joins = [token.i for token in before[-4:] if token.lower_ in ("and", "or")]
    return bool(joins) and not (nouns and joins == [before[-2].i])


def _verb_of_phrase(before: Any) -> Any | None:
    """The verb whose subject is the noun phrase at the head of the clause."""
    for token in before:
        if token.dep_ in _SUBJECTS and token.left_edge.i == before.start:
            return token.head
    return None


def _series(after: Any) -> bool:
    """Whether the clause is one of several: "they came, they saw, and they won", "our courts sleep and our youth dream"."""
    if any(token.text == "," and token.nbor().lower_ in ("and", "or", "but") for token in after[:-1]):
        return True
    return any(token.lower_ == "and" and token.nbor().lower_ == after[0].lower_ for token in after[1:-1])
