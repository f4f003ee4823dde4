"""Stems and stop words: the plain lexical tools that several rooms share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from grader.lexicon import load, words


def is_stopword(word: str) -> bool:
    """Whether a word carries no topic of its own ("the", "however", "therefore")."""
    return word.lower().replace("’", "'") in words("stopwords", "function_words")


def says_something(words: Sequence[str]) -> bool:
    """Whether a sentence is more than a run of linking words: a fifth of its words carry meaning (formal prose: half), or
    it is short ("It was not so.")."""
    return len(words) <= 8 or sum(not is_stopword(word) for word in words) >= 0.2 * len(words)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Snowball English stem of one word, lower case, possessive dropped ("Pakistan's" -> "pakistan")."""
    plain = word.lower().replace("’", "'")
    return str(_stemmer().stemWord(plain.removesuffix("'s").removesuffix("s'") or plain))


@cache
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("english")


def same_but_for_variety(one: str, other: str) -> bool:
    """Whether two spellings differ only as British and American do: "neighboring" and "neighbouring"."""
    return _american(one.lower()) == _american(other.lower())


def _american(word: str) -> str:
    varieties = load("varieties")
    if word in varieties["whole"]:
        return str(varieties["whole"][word])
    beginning, doubled, ise = _differences()
    word = beginning.sub(lambda match: match["before"] + varieties["beginnings"][match["british"]], word)
    return ise.sub(r"\1iz", doubled.sub(r"\1", word))


@cache
def _differences() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Where British and American differ within a word: at its beginning, in a second l, in -ise."""
    any_of = {key: "|".join(entries) for key, entries in load("varieties").items()}
    return (
        re.compile(
            rf"^(?P<before>(?:{any_of['prefixes']})?)(?P<british>{any_of['beginnings']})(?!{any_of['keep_or']})"
        ),
        re.compile(rf"^((?:{any_of['prefixes']})?(?:{any_of['doubled_l']}))l(?=(?:{any_of['doubled_l_before']})$)"),
        re.compile(rf"^(?!(?:{any_of['always_ise']})is)(\w{{3,}}?)is(?=(?:{any_of['ise_before']})$)"),
    )
