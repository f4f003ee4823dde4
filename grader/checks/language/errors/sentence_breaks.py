"""A clause cut off from its sentence by a full stop.

"If ... . Then ..." leaves the if-clause hanging; "... from Russia. which cause ..." begins a sentence in the middle of one.
With a parse also a clause with "because" or "although" that stands alone, a sentence that begins with "Which is", "Such
as ..." or "Leading to ..." without a verb, and a noun whose clause ends before its verb comes. Authority: Swan, Practical
English Usage, §510; Fowler, under "verbless sentences".

Good: "If the dam is not built, then the city will run dry."
Bad: "If the dam is not built. Then the city will run dry."
"""

import re
from typing import Any

from grader.context import Context
from grader.facts.parse import Parsed, parsed
from grader.facts.prose import correction
from grader.lexicon import words
from grader.model import Essay, Finding, Measurement, Sentence
from grader.syntax import FINITE, opening

TITLE = "Broken sentences"
# Before a main clause of its own ("if he won he would rule") the clause does not hang: then there is a modal verb or a comma.
_HANGING = re.compile(
    r"if\b(?!.*(?:,|\b(?:will|would|shall|should|can|could|may|might|must)\b))", re.IGNORECASE | re.DOTALL
)
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_SHORTEST = 5  # words and stops
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
    """Sentences beside another one that the parse shows to be part of it."""
    found = []
    sentences = context.fact(parsed)
    for i, one in enumerate(sentences):
        before = sentences[i - 1] if i and sentences[i - 1].passage is one.passage else None
        after = next((other for other in sentences[i + 1 : i + 2] if other.passage is one.passage), None)
        message = _broken(before, one, after) if _may_be_part(before, one, after) else None
        if message:
            place = one.place(opening(one.doc))
            found.append(correction(one.passage, *place, message, (), "sentence structure", major=True))
    return found


def _may_be_part(before: Parsed | None, one: Parsed, after: Parsed | None) -> bool:
    """Whether a sentence ends with a full stop and answers no question, lists nothing and stands in no row of its like."""
    first, last = opening(one.doc), one.doc[-1]
    if last.text != "." or len(one.doc) - first.i < _SHORTEST or last.nbor(-1).text in (".", ".."):
        return False
    if one.quoted(first) or not first.text[0].isupper():
        return False
    if before is not None and before.doc[-1].text not in (".", "]", ")"):
        return False
    beside = [other for other in (before, after) if other is not None]
    return all(opening(other.doc).lower_ != first.lower_ for other in beside)


def _broken(before: Parsed | None, one: Parsed, after: Parsed | None) -> str | None:
    """What is wrong with a sentence that is part of the one before or after it; None where nothing is."""
    first = opening(one.doc)
    if before is not None and _begins_with_which(one.doc):
        return f"“{first.text} ...” goes on with the sentence before: use a comma, or “This”."
    if (before is not None or after is not None) and _is_hanging(one):
        return f"The clause with “{first.text}” is no sentence by itself: join it to its sentence."
    if before is not None and _is_full(before.doc) and _goes_on_without_verb(one.doc):
        return f"“{first.text} ...” has no verb of its own and goes on with the sentence before: use a comma."
    if after is not None and _is_taken_up(one.doc, after.doc):
        return "This sentence has no verb of its own: go on with it, without a full stop and a pronoun."
    return None


def _is_full(doc: Any) -> bool:
    return any(token.tag_ in FINITE for token in doc)


def _begins_with_which(doc: Any) -> bool:
    """ "Which is why ...", "In which it is ...": relatives, not questions, and not "Which way it went is unknown"."""
    if doc[0].lower_ in words("clauses", "before_which"):
        return doc[1].lower_ == "which" and doc[2].lower_ not in ("case", "event")
    return doc[0].lower_ == "which" and doc[1].tag_ in FINITE


def _is_hanging(one: Parsed) -> bool:
    """Whether every clause of the sentence hangs on the joining word that it begins with."""
    start = opening(one.doc)
    joins_loosely = start.lower_ in words("clauses", "hanging_loosely")
    if start.lower_ in ("even", "so") and start.nbor(1).lower_ in ("if", "though", "that"):
        start = start.nbor(1)
    elif start.lower_ not in words("clauses", "hanging"):
        return False
    verb = start.head
    if start.dep_ not in ("mark", "advmod") or verb.dep_ != "ROOT" or not _follows_at_once(start, verb):
        return False
    if any(_may_end_clause(token, verb) for token in one.doc[:-1]):
        return False
    if "but" in [token.lower_ for token in one.doc]:
        return False  # "although ... but": two joining words, not a clause alone
    return all(_hangs_too(token, verb, joins_loosely) for token in one.doc if token.tag_ in FINITE)


def _follows_at_once(start: Any, verb: Any) -> bool:
    """Whether subject and finite verb follow the joining word in this order, with at most an adverb before them."""
    subjects = [child for child in verb.children if child.dep_ in _SUBJECTS and start.i < child.i < verb.i]
    if len(subjects) != 1 or (start.nbor(1).tag_ == "PRP" and start.i + 1 != subjects[0].i):
        return False
    if any(token.tag_ != "RB" for token in verb.doc[start.i + 1 : subjects[0].left_edge.i]):
        return False
    if start.nbor(1).lower_ in ("only", "not", "so"):
        return False
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    first = helpers[0] if helpers else verb
    return first.tag_ in FINITE and bool(first.i > subjects[0].i)


def _may_end_clause(token: Any, verb: Any) -> bool:
    """Whether a main clause may begin after this stop."""
    if not token.is_punct or token.text in "'\"’”":
        return False
    return token.text != "," or token.i < verb.i or token.nbor(1).lower_ not in words("clauses", "goes_on_after_comma")


def _hangs_too(word: Any, root: Any, joins_loosely: bool) -> bool:
    """Whether a finite verb belongs to the clause of the root or to one that depends on it by a word of its own."""
    verb = word.head if word.dep_ in ("aux", "auxpass") else word
    if verb.i == root.i:
        return True
    if verb.dep_ == "conj":
        linked = any(child.dep_ == "cc" and child.i < verb.i for child in verb.head.children)
        return linked and _hangs_too(verb.head, root, joins_loosely)
    own = any(token.tag_ in ("WP", "WDT", "WRB", "WP$") or token.dep_ == "mark" for token in verb.subtree)
    if verb.dep_ == "relcl":
        return own and (verb.i > root.i or verb.head.dep_ in _SUBJECTS)
    return joins_loosely and own and verb.dep_ in ("ccomp", "advcl") and bool(verb.i > root.i)


def _goes_on_without_verb(doc: Any) -> bool:
    """ "Such as China.", "Leading to poverty.": no finite verb, and an opening that no sentence has of its own."""
    if _is_full(doc) or any(token.text in (":", "!") for token in doc):
        return False
    start = opening(doc).i
    text = " ".join(token.lower_ for token in doc[start : start + 4]) + " "
    if any(text.startswith(phrase + " ") for phrase in words("clauses", "no_sentence")):
        return not text.startswith(("for example ,", "for instance ,"))
    first = doc[start].nbor(1) if doc[start].lower_ in words("clauses", "before_participle") else doc[start]
    return first.tag_ == "VBG" and first.dep_ == "ROOT" and first.lower_ not in words("clauses", "no_participle")


def _is_taken_up(doc: Any, after: Any) -> bool:
    """ "The people who live in the hills. They ...": a noun with a clause of its own and no verb, and then its pronoun."""
    first = opening(doc)
    verbs = [token for token in doc if token.tag_ in FINITE]
    if first.lower_ not in ("the", "those", "these") or len(verbs) != 1 or opening(after).tag_ != "PRP":
        return False
    verb = verbs[0].head if verbs[0].dep_ in ("aux", "auxpass") else verbs[0]
    return bool(verb.dep_ == "relcl" and verb.head.dep_ == "ROOT" and verb.head.pos_ == "NOUN")


def _hangs(sentence: Sentence) -> bool:
    return len(sentence.tokens) <= _LONGEST and _HANGING.match(sentence.text) is not None


def _finding(sentence: Sentence, message: str, advice: str) -> Finding:
    first = sentence.tokens[0].span
    return Finding(first, message, advice, (), "major", "sentence structure")
