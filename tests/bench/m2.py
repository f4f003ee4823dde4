"""Sentences with ERRANT edits (.m2 files): read, put back together, spans compared."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

Span = tuple[int, int]

_TIGHT_BEFORE = {*".,;:!?)]}%'’”", "n't", "'s", "'re", "'ve", "'ll", "'d", "'m", "’s", "n’t", "..."}
_TIGHT_AFTER = {"(", "[", "{", "$", "£", "€", "“", "‘"}


class Edit(NamedTuple):
    """One marked error: its span in the sentence and its type ("VERB:SVA")."""

    start: int
    end: int
    kind: str


class Sentence(NamedTuple):
    """One sentence as running text, and each annotator's errors in it (at least one list, which may be empty)."""

    text: str
    annotations: list[list[Edit]]


def sentences(path: Path) -> Iterator[Sentence]:
    """Every sentence of a file."""
    words: list[str] = []
    edits: dict[str, list[Edit]] = {}
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in [*lines, "\n"]:
            if line.startswith("S "):
                words, edits = line[2:].split(), {}
            elif line.startswith("A "):
                place, kind, *_, annotator = line[2:].rstrip("\n").split("|||")
                start, end = map(int, place.split())
                edits.setdefault(annotator, [])
                if start >= 0 and kind != "noop":
                    edits[annotator].append(Edit(start, end, kind.partition(":")[2] or kind))
            elif not line.strip() and words:
                yield _sentence(words, list(edits.values()) or [[]])
                words = []


def _sentence(words: list[str], annotations: list[list[Edit]]) -> Sentence:
    text, places = _joined(words)
    return Sentence(text, [[Edit(*_span(edit, places, len(text)), edit.kind) for edit in one] for one in annotations])


def _span(edit: Edit, places: list[tuple[int, int]], length: int) -> tuple[int, int]:
    start, end, _ = edit
    if start < end:
        return places[start][0], places[end - 1][1]
    # Something is missing here: either neighbour will do.
    return places[start - 1][0] if start else 0, places[start][1] if start < len(places) else length


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


def touch(one: Span | Edit, other: Span | Edit) -> bool:
    """Whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]
