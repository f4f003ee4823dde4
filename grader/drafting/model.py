"""What a draft of expected points is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from grader.model import Essay


@dataclass(frozen=True, slots=True)
class Source:
    """One model answer, outline or reading; ``label`` is its file as the user named it."""

    label: str
    essay: Essay


@dataclass(frozen=True, slots=True)
class Candidate:
    """A wording that may become a point.

    ``source`` counts the sources from 0, ``line`` its lines from 1. ``head`` is the heading it stands under ("" for
    none), ``group`` the part of the question it belongs to. ``around`` are all the words of the step it stands in.
    ``score`` says how well it would do as a point: about -2 to 4. ``headline`` is True for a heading or an item of an
    outline; then ``wordings`` are sentences of its step that say the same. ``nouns`` are the noun phrases of its step, in order.
    """

    text: str
    source: int
    line: int
    head: str
    group: str
    around: str
    score: float
    headline: bool = False
    wordings: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a wording stands: the source's label, and its line from 1."""

    label: str
    line: int
    head: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One drafted point. ``places`` are where it was found, its text's first; ``sources`` how many sources have it;
    ``needs_claim`` that its text is a mere heading."""

    id: str
    text: str
    group: str
    paraphrases: tuple[str, ...]
    aliases: tuple[str, ...]
    places: tuple[Place, ...]
    sources: int
    needs_claim: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """Proposals in their order in the file, and what was found and left out, best first."""

    question: str
    labels: tuple[str, ...]
    points: tuple[Proposal, ...]
    left_out: tuple[tuple[str, Place], ...]


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence as it may stand in a point (``text``), its parse (spaCy's ``Doc``), and its place in its step, from 0."""

    text: str
    doc: Any
    place: int
