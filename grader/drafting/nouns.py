"""Noun phrases of a parsed sentence that could show a point: names and terms, without articles and pronouns."""

from __future__ import annotations

from typing import Any

from grader.lexicon import words
from grader.segment.tokens import WORD
from grader.words import is_stopword

MOST_WORDS = 4
_INSIDE = ("NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "POS", "AFX")
_NOUNS = ("NN", "NNS", "NNP", "NNPS")


def noun_phrases(doc: Any) -> list[str]:
    """The phrases of nouns with their adjectives, two to four words, or one where it is a name; each once, in order."""
    found: list[str] = []
    run: list[Any] = []
    for token in [*doc, None]:
        inside = token is not None and token.tag_ in _INSIDE and not _is_verb(token)
        if run and (not inside or (token.tag_.startswith("NNP") and run[-1].tag_ in ("NN", "NNS"))):
            found += _phrase(run)
            run = []
        if inside and (run or token.tag_ != "POS"):
            run.append(token)
    return list(dict.fromkeys(found))


def _phrase(run: list[Any]) -> list[str]:
    while run and (run[-1].tag_ not in _NOUNS):
        run = run[:-1]
    while run and (run[0].tag_ in ("POS", "HYPH", "VBG") or is_stopword(run[0].text) or _says_little(run[0])):
        run = run[1:]
    if not run:
        return []
    text = run[0].doc[run[0].i : run[-1].i + 1].text.strip("-‐‑ ")
    parts = WORD.findall(text)
    if {part for word in parts for part in word.lower().split("-")} <= words("drafting", "head_words"):
        return []  # "counter-view", "main challenges"
    if len(parts) > MOST_WORDS or {"et", "al"} & {part.lower() for part in parts}:
        return []
    nouns = [token for token in run if token.tag_ in _NOUNS]
    if all(
        token.lower_ in words("drafting", "empty_nouns") or token.lower_.rstrip("s") in words("drafting", "empty_nouns")
        for token in nouns
    ):
        return []
    if len(parts) == 1 and (text.lower() in words("points", "common") or len(text) < 3):
        return []
    if (
        len(parts) == 1
        and "-" not in text
        and not (run[0].tag_ in ("NNP", "NNPS") and run[0].text[:1].isupper() and run[0].i)
    ):
        return []
    return [text]


def _is_verb(token: Any) -> bool:
    """A participle that does the work of a verb: "has suffered losses", not "levelled fields"."""
    return token.tag_ in ("VBN", "VBG") and token.dep_ not in ("amod", "compound", "nmod")


def _says_little(token: Any) -> bool:
    """An amount or an order, or an adjective that says nothing in particular."""
    vague = token.tag_ not in _NOUNS and token.lower_ in words("points", "vague")
    return vague or token.lower_ in words("drafting", "amounts")
