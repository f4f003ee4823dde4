"""An article where none belongs, and "a" before a vowel sound or "an" before a consonant.

"A" with a noun that has no plural ("an advice"), "the" with what is spoken of in general ("the terrorism must end") and with
the name of a country or city that takes none: only nouns that edited prose practically never has so (lexicon/articles.yaml),
and only where nothing after the noun makes it a particular one. "A" and "an" follow the sound: an hour, an MNA, a union, a UN
body; capitals that may be read as a word are left alone. Authority: Swan, Practical English Usage (articles).

Good: "She gave advice.", "an honest man", "Terrorism must end."
Bad: "She gave an advice.", "a honest man", "The terrorism must end."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from grader.context import Context
from grader.facts.nounphrase import begins_with_vowel_sound, run_start
from grader.facts.parse import Parsed, parsed
from grader.facts.prose import Passage, as_written, correction, gathered, matches
from grader.lexicon import lines, load, words
from grader.model import Essay, Finding, Measurement
from grader.words import is_stopword

TITLE = "Needless and wrong articles"
_A_OR_AN = re.compile(r"(?<![\w.'’/&-])(?P<article>[Aa]n?)[ \n](?P<word>[A-Za-z][A-Za-z]+)(?!\w|\.\w)")
_MOST_OF = re.compile(r"(?:(?<=^)|(?<=[.;:!?]\s))(?P<wrong>The most of) (?:the|these|those|our|their|its|them|us)\b")
_PARTICULAR = frozenset(("of", "that", "which", "who", "whose", "where", "to", "for", "in", "between", "among"))


def check(essay: Essay, context: Context) -> Measurement:
    """Number of articles too many or of the wrong form."""
    found = [_wrong_form(passage, match) for passage, match in matches(_A_OR_AN, essay, context) if _is_wrong(match)]
    for passage, match in matches(_MOST_OF, essay, context):
        found.append(correction(passage, *match.span("wrong"), "“Most of” takes no article.", ("Most of",), "article"))
    found += [finding for one in context.fact(parsed) for finding in _needless(one)]
    return gathered(found)


def _is_wrong(match: re.Match[str]) -> bool:
    """Whether the article does not fit the sound of the word after it, so far as its spelling tells."""
    word, has_n = match["word"], match["article"].lower() == "an"
    if (
        match["article"] == "A"
        and match.start()
        and match.string[match.start() - 2 : match.start() - 1] not in ".!?\n:"
    ):
        return False  # a grade, a list's letter
    if is_stopword(word) or word.lower() in words("articles", "either_form"):
        return False
    if word != word.lower() and word != word.title():
        return word in _abbreviations("said_with_consonant" if has_n else "said_with_vowel")
    return has_n != begins_with_vowel_sound(word)


def _abbreviations(key: str) -> frozenset[str]:
    """A list of abbreviations in the case in which they are written."""
    return frozenset(load("articles")[key])


def _wrong_form(passage: Passage, match: re.Match[str]) -> Finding:
    right = as_written(match["article"], "a" if match["article"].lower() == "an" else "an")
    sound = "a consonant" if right.lower() == "a" else "a vowel"
    message = f"“{match['word']}” begins with the sound of {sound}: write “{right.lower()}”."
    return correction(passage, match.start(), match.end(), message, (f"{right} {match['word']}",), "article")


def _needless(one: Parsed) -> Iterator[Finding]:
    for noun in one.doc:
        article = _article_of(noun)
        if article is None or one.quoted(noun) or _goes_on(noun):
            continue
        if article.lower_ in ("a", "an"):
            needless = noun.tag_ == "NN" and noun.lower_ in words("articles", "never_one")
            message = f"“{noun.text.capitalize()}” cannot be counted: it takes no “a”."
        elif noun.tag_ == "NN":
            needless = (
                noun.text.islower() and noun.lower_ in words("articles", "in_general") and article.i == noun.i - 1
            )
            message = f"“{noun.text.capitalize()}” takes no article where it is meant in general."
        else:
            needless = noun.tag_ == "NNP" and article.i == noun.i - 1 and _is_place(noun)
            message = f"“{noun.text}” is a name that takes no article."
        if needless:
            start, end = one.place(article, noun)
            rest = one.doc[article.i + 1 : noun.i + 1].text
            yield correction(one.passage, start, end, message, (as_written(article.text, rest),), "article")


def _article_of(noun: Any) -> Any | None:
    """The article that stands right before a noun and its adjectives."""
    start = run_start(noun)
    before = start.nbor(-1) if start.i else None
    return before if before is not None and before.head == noun and before.lower_ in ("a", "an", "the") else None


def _goes_on(noun: Any) -> bool:
    """Whether what follows belongs to the noun or makes it a particular one: "the terrorism of the 1990s", "the China policy"."""
    if noun.dep_ in ("compound", "nmod", "conj", "amod") or any(not child.is_punct for child in noun.rights):
        return True
    if noun.i + 1 == len(noun.doc):
        return False
    after = noun.nbor(1)
    return after.lower_ in _PARTICULAR or after.tag_ in (
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "HYPH",
        "POS",
        "PRP",
        "JJ",
        "CD",
        "VBG",
        "VBN",
        "CC",
        ",",
        "``",
        "''",
        ":",
        "SYM",
    )


def _is_place(name: Any) -> bool:
    """Whether a name is that of a country or capital of one word that takes no article."""
    known = name.text in load("articles")["without_the"] or name.text in lines("countries")
    return known and name.text.istitle() and name.text not in load("articles")["places_with_the"]
