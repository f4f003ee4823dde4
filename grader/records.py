"""The contract's pieces that quote the essay, and those that take the question apart; see :mod:`grader.result`."""

from __future__ import annotations

from typing import Literal

import msgspec

from grader.model import Span

Depth = Literal["asserted", "explained", "evidenced"]
Attribution = Literal["named", "vague", "none"]


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of the plain records below: immutable, built by keyword."""


class Quote(Record, frozen=True, kw_only=True):
    """A stretch of the essay: where, and its words."""

    quote: str
    span: Span


class Sourced(Quote, frozen=True, kw_only=True):
    """A quote with the line it begins on and how sure its role is, 0 to 1."""

    line: int
    confidence: float


class Place(Quote, frozen=True, kw_only=True):
    """Where an action or strength is seen."""

    line: int


class Evidence(Quote, frozen=True, kw_only=True):
    """Where a point is made; ``section`` is the heading above it."""

    section: str
    line: int


class DirectiveRecord(Record, frozen=True, kw_only=True):
    """One instruction word of the question and how it was read."""

    name: str
    reading: str


class PartRecord(Record, frozen=True, kw_only=True):
    """One aspect the question asks for, in the question's own word (``asked``). ``where`` null: not found;
    ``in_passing``: one sentence names it, and no more was found."""

    name: str
    asked: str
    where: Evidence | None
    in_passing: bool


class MoveRecord(Record, frozen=True, kw_only=True):
    """One thing the directives oblige to. ``where`` is the line that shows it, null: not found; then ``one_side`` is what
    stands there of two sides asked for, and ``side`` what it was taken for."""

    id: str
    title: str
    where: Evidence | None
    one_side: Evidence | None
    side: str
    do: str  # what to write where it was not found


class QuestionRecord(Record, frozen=True, kw_only=True):
    """The question taken apart; ``subject`` is what it is about, in its own words."""

    text: str
    subject: str
    directives: list[DirectiveRecord]
    parts: list[PartRecord]
    moves: list[MoveRecord]


class StepRecord(Evidence, frozen=True, kw_only=True):
    """One step of the body: its first sentence, how far it is carried, and the line that carries it furthest."""

    depth: Depth
    proof: Place | None


class RepeatRecord(Record, frozen=True, kw_only=True):
    """One point made under two heads: its two places."""

    first: Evidence
    again: Evidence


class ArgumentRecord(Record, frozen=True, kw_only=True):
    """The body step by step. ``drifting``: steps not tied to the question; null where that could not be judged."""

    steps: list[StepRecord]
    repeated: list[RepeatRecord]
    drifting: list[Evidence] | None


class MapStep(Quote, frozen=True, kw_only=True):
    """One step of the map: a headed section, a heading that only holds others (no words), or a paragraph without a heading.

    ``span`` and ``quote`` are those of the heading, or of the paragraph's first sentence; ``confidence`` is of the role, 0 to 1;
    ``topics`` are the sentences that state the point of its paragraphs.
    """

    title: str  # "" where there is no heading
    number: str
    level: int
    role: str
    words: int
    depth: str  # asserted, explained, evidenced; empty where it does not apply
    line: int
    confidence: float
    topics: list[Sourced]


class ClaimRecord(Quote, frozen=True, kw_only=True):
    """One statement that a reader could check and who vouches for it. Kind "other fact": found by a model, and no mark
    rests on it. ``carried``: the source stands in the sentence before. ``need``: how badly it wants a source, 0 to 1."""

    kind: Literal["statistic", "dated fact", "quotation", "reported claim", "other fact"]
    attribution: Attribution
    source: str
    carried: bool
    need: float
    line: int


class CitationRecord(Quote, frozen=True, kw_only=True):
    """One in-text citation."""

    author: str
    year: str
    number: int | None
    listed: bool | None  # null without a reference list


class ReferenceRecord(Quote, frozen=True, kw_only=True):
    """One entry of the reference list."""

    author: str
    year: str
    number: int | None
    cited: bool


class ModeRecord(Record, frozen=True, kw_only=True):
    """How sources were expected: named in the prose, or by citations and a list; and who decided, rubric or text."""

    kind: Literal["prose", "list"]
    by: Literal["rubric", "text"]
    style: str  # what the list reads as ("APA 7"); empty where that cannot be told
