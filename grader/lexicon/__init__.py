"""Data files: phrases, aliases, directives, advice. Code asks for them by name; none of them is code.

``NAME.yaml`` holds mappings of lists; ``NAME.txt`` one entry a line (``#`` starts a comment line).
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> Any:
    """Content of ``lexicon/NAME.yaml``. Every scalar is a string: "no", "on" and "1.0" stay words."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return yaml.load(files(__name__).joinpath(f"{name}.yaml").read_text("utf-8"), loader)


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The list under ``key`` in ``NAME.yaml``, lower-cased."""
    return frozenset(entry.lower() for entry in load(name)[key])


@cache
def lines(name: str) -> tuple[str, ...]:
    """Entries of ``lexicon/NAME.txt``, without comments and blank lines."""
    text = files(__name__).joinpath(f"{name}.txt").read_text("utf-8")
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def phrase_pattern(name: str, key: str) -> re.Pattern[str]:
    """One compiled pattern for the phrases under ``key`` in ``NAME.yaml``; see :func:`compile_phrases`."""
    return compile_phrases(tuple(load(name)[key]))


@cache
def compile_phrases(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """A case-blind pattern for any of these phrases as whole words, longest first.

    A space matches any white space, ``*`` the rest of a word, ``...`` a few words between, a straight apostrophe also
    a curly one.
    """
    alternatives = "|".join(_phrase(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)


def _phrase(phrase: str) -> str:
    escaped = re.escape(phrase).replace("'", "['’]").replace(r"\ \.\.\.\ ", r"\s[^.;:]{1,60}?\s").replace(r"\ ", r"\s+")
    return escaped.replace(r"\*", r"[\w'’-]*")


@cache
def known_words() -> frozenset[str]:
    """Words that an English dictionary may lack and that are right: Urdu terms, names, places; lower case, each word of a phrase."""
    found = set()
    for name in ("pakistani_english", "south_asian_names", "pakistan_places", "institutions", "thinkers", "countries"):
        for entry in lines(name):
            found.update(re.findall(r"[\w'’]+", entry.split("\t")[0].lower()))
    return frozenset(found)
