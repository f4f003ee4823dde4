"""A clause cut off from its sentence by a full stop.

"If ... . Then ..." leaves the if-clause hanging; "... from Russia. which cause ..." begins a sentence in the middle of one.
With a parse also a clause with "because" or "although" that stands alone, a sentence that begins with "Which is", and
"Such as ..." without a verb. Authority: Swan, Practical English Usage, §510; Fowler, under "verbless sentences".

Good: "If the dam is not built, then the city will run dry."
Bad: "If the dam is not built. Then the city will run dry."
"""

import re
from itertools import pairwise
from typing import Any

from grader.context import Context
from grader.facts.parse import Parsed, parsed
from grader.facts.prose import correction
from grader.lexicon import words
from grader.model import Essay, Finding, Measurement, Sentence

TITLE = "Broken sentences"
# Before a main clause of its own ("if he won he would rule") the clause does not hang: then there is a modal verb or a comma.
_HANGING = re.compile(
    r"if\b(?!.*(?:,|\b(?:will|would|shall|should|can|could|may|might|must)\b))", re.IGNORECASE | re.DOTALL
)
_FINITE = ("VBZ", "VBP", "VBD", "MD")
_SHORTEST = 5  # words
_LONGEST = 20  # words: a longer sentence has a main clause somewhere
_GOES_ON = re.compile(r"(?:which|who|whom|whose)\b(?!.*\?)", re.DOTALL)
_DUE_TO_WHICH = re.compile(
    r"(?:due to which|because of which|as a result of which)\b(?!.*\?)", re.IGNORECASE | re.DOTALL
)


def check(essay: Essay, context: Context) -> Measurement:
    """Number of broken sentences."""
    found: list[Finding] = []
    for i, sentence in enumerate(essay.sentences):
        before = essay.sentences[i - 1] if i and essay.sentences[i - 1].block == sentence.block else None
        if before and _hangs(before) and re.match(r"then\b", sentence.text, re.IGNORECASE):
            found.append(
                _finding(
                    before,
                    f"The clause with “{before.tokens[0].text}” is no sentence by itself.",
                    "Put a comma in place of the full stop and go on.",
                )
            )
        elif before and _GOES_ON.match(sentence.text):
            found.append(
                _finding(
                    sentence,
                    f"A sentence cannot begin with “{sentence.tokens[0].text}” here; it goes on with the one before.",
                    "Join it to the sentence before with a comma.",
                )
            )
        elif before and _DUE_TO_WHICH.match(sentence.text):
            found.append(
                _finding(
                    sentence,
                    "This is part of the sentence before it.",
                    "Join it with a comma, or begin with “As a result”.",
                )
            )
    taken = {finding.span for finding in found}
    found += [finding for finding in _fragments(context) if finding.span not in taken]
    return Measurement(float(len(found)), "findings", findings=tuple(sorted(found, key=lambda finding: finding.span)))


def _fragments(context: Context) -> list[Finding]:
    """Sentences after another one that the parse shows to be part of it."""
    found = []
    for before, one in pairwise(context.fact(parsed)):
        if before.passage is not one.passage or before.doc[-1].text == "?" or len(one.doc) < _SHORTEST:
            continue
        if one.doc[-1].text != "." or one.quoted(one.doc[0]):
            continue
        first = one.doc[0]
        for wrong, message in (
            (
                _begins_with_which(one.doc),
                f"“{first.text} ...” goes on with the sentence before: use a comma, or “This”.",
            ),
            (_is_hanging(one), f"The clause with “{first.text}” is no sentence by itself: join it to its sentence."),
            (_is_example(one.doc), f"“{first.text} ...” goes on with the sentence before: use a comma."),
        ):
            if wrong:
                place = one.place(first)
                found.append(correction(one.passage, *place, message, (), "sentence structure", major=True))
    return found


def _begins_with_which(doc: Any) -> bool:
    """ "Which is why ...", "In which it is ...": relatives, not questions, and not "Which way it went is unknown"."""
    if doc[0].lower_ in words("clauses", "before_which"):
        return doc[1].lower_ == "which" and doc[2].lower_ not in ("case", "event")
    return doc[0].lower_ == "which" and doc[1].tag_ in _FINITE


def _is_hanging(one: Parsed) -> bool:
    """Whether the only clause of the sentence begins with a joining word."""
    first, doc = one.doc[0], one.doc
    if first.lower_ not in words("clauses", "hanging") or first.dep_ not in ("mark", "advmod"):
        return False
    if first.head.dep_ != "ROOT" or any(token.is_punct for token in doc[:-1]):
        return False
    return sum(token.tag_ in _FINITE for token in doc) == 1


def _is_example(doc: Any) -> bool:
    opening = " ".join(token.lower_ for token in doc[: 2 if doc[0].lower_ == "such" else 1])
    return opening in words("clauses", "examples") and not any(token.tag_ in _FINITE for token in doc)


def _hangs(sentence: Sentence) -> bool:
    return len(sentence.tokens) <= _LONGEST and _HANGING.match(sentence.text) is not None


def _finding(sentence: Sentence, message: str, advice: str) -> Finding:
    first = sentence.tokens[0].span
    return Finding(first, message, advice, (), "major", "sentence structure")
