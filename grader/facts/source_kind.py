"""What kind of source a name is: a law, a newspaper, a report, a body, a person. Variety is more than number."""

from __future__ import annotations

import re

from grader.lexicon import lines, load, phrase_pattern

_PERSON = re.compile(r"(?:[A-Z][\w.’'-]*\s+){0,3}[A-Z][\w’'-]+(?:\s+et\s+al\.?)?(?:\s+(?:and|&)\s+[A-Z][\w’'-]+)?")


def kind_of(name: str) -> str:
    """The kind, as in ``lexicon/source_kinds.yaml``; "state" for a country, "person" for what looks like a person's
    name, else "other"."""
    if name in lines("countries"):
        return "state"
    for kind in load("source_kinds"):
        if phrase_pattern("source_kinds", kind).search(name):
            return str(kind)
    return "person" if _PERSON.fullmatch(name.strip()) and not name.isupper() else "other"
