"""Sentences with ERRANT edits (.m2 files): read, put back together, spans compared."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_TIGHT_BEFORE = {*".,;:!?)]}%'’”", "n't", "'s", "'re", "'ve", "'ll", "'d", "'m", "’s", "n’t", "..."}
_TIGHT_AFTER = {"(", "[", "{", "$", "£", "€", "“", "‘"}


class Sentence(NamedTuple):
    """One sentence as running text, and the spans of its marked errors (annotator 0)."""

    text: str
    errors: list[tuple[int, int]]


def sentences(path: Path) -> Iterator[Sentence]:
    """Every sentence of a file."""
    words: list[str] = []
    edits: list[tuple[int, int]] = []
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in [*lines, "\n"]:
            if line.startswith("S "):
                words, edits = line[2:].split(), []
            elif line.startswith("A "):
                place, kind, *_, annotator = line[2:].rstrip("\n").split("|||")
                start, end = map(int, place.split())
                if start >= 0 and kind != "noop" and annotator == "0":
                    edits.append((start, end))
            elif not line.strip() and words:
                yield _sentence(words, edits)
                words = []


def _sentence(words: list[str], edits: list[tuple[int, int]]) -> Sentence:
    text, places = _joined(words)
    errors = []
    for start, end in edits:
        if start < end:
            errors.append((places[start][0], places[end - 1][1]))
        else:  # something is missing here: either neighbour will do
            errors.append(
                (places[start - 1][0] if start else 0, places[start][1] if start < len(places) else len(text))
            )
    return Sentence(text, errors)


def _joined(words: list[str]) -> tuple[str, list[tuple[int, int]]]:
    text, places, quoted, glue, before = "", [], False, False, ""
    for word in words:
        space = bool(text) and not glue and word not in _TIGHT_BEFORE and before not in _TIGHT_AFTER
        glue = False
        if word == '"':
            space, glue, quoted = (False, False, False) if quoted else (bool(text), True, True)
        text += " " * space
        places.append((len(text), len(text) + len(word)))
        text += word
        before = word
    return text, places


def touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]
