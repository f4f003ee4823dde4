"""What the parse says of a sentence taken out of its text: whether it stands alone, proposes, or tells a story."""

from __future__ import annotations

from typing import Any

from grader.drafting.clauses import SUBJECTS
from grader.lexicon import phrase_pattern, words


def points_back(doc: Any) -> bool:
    """Whether a sentence leans on the one before: "This means ...", "Others say ...", "If they are ..."."""
    spoken = [token for token in doc if not token.is_punct]
    if not spoken or any(token.dep_ == "expl" for token in spoken[:3]):
        return False
    first, small = spoken[0], spoken[0].lower_
    if small == "it" and any(token.lower_ == "that" for token in spoken[2:6]):  # "It may be objected that ..."
        return False
    if phrase_pattern("drafting", "pointing_back").match(doc.text[first.idx :]):
        return True
    if small in words("drafting", "standing_for_a_noun") and first.dep_ in (*SUBJECTS, "pobj", "dobj"):
        return not any(child.lower_ == "of" for child in first.children)
    subject = next((token for token in spoken if token.dep_ in SUBJECTS), None)
    if subject is not None and subject.lower_ in words("drafting", "pronouns"):
        return True
    return any(token.lower_ in ("this", "these") and token.dep_ in ("dobj", "pobj") for token in spoken)


def commands(doc: Any) -> bool:
    """Whether a sentence begins with a command: "Cut the duties on inputs." """
    first = next((token for token in doc if not token.is_punct), None)
    if first is None or first.tag_ != "VB":
        return False
    return first.dep_ == "ROOT" and not any(child.dep_ in SUBJECTS for child in first.children)


def _is_main(verb: Any) -> bool:
    """Whether a verb is the main one, or joined to it; the parser makes the first of several clauses hang on the last."""
    above = verb.head
    before = verb.dep_ == "ccomp" and verb.i < above.i
    return bool(verb.dep_ == "ROOT" or (above.dep_ == "ROOT" and (verb.dep_ == "conj" or before)))


def proposes(doc: Any) -> bool:
    """Whether the main clause says what ought to be done: "should build", "must be finished", not "has to travel"."""
    return commands(doc) or any(
        token.lower_ in ("should", "must", "ought")
        and token.dep_ == "aux"
        and _is_main(token.head)
        and not any(child.lower_ == "have" and child.dep_ == "aux" for child in token.head.children)
        for token in doc
    )


def tells_of_the_past(doc: Any) -> bool:
    """Whether the main verb tells what happened once: evidence for a point more often than a point."""
    root = next((token for token in doc if token.dep_ == "ROOT"), None)
    if root is None:
        return False
    return bool(root.tag_ == "VBD" or any(c.tag_ == "VBD" and c.dep_ in ("aux", "auxpass") for c in root.children))
