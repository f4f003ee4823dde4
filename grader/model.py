"""The nouns every other module speaks in.

One text, never altered; everything else is a :class:`Span` over it. What is shown to an engine or a
matcher is a :class:`View`: the same words without the transcription marks, with a way back to the text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from grader.citing.model import InText

Severity = Literal["major", "minor", "advice"]
BlockKind = Literal[
    "question",  # the exam question, copied by the candidate
    "title",
    "heading",
    "outline",  # one item of an outline or of a section's mini-outline
    "paragraph",
    "list-item",
    "quote",  # a block quotation: somebody else's words
    "table",
    "equation",  # on a line of its own
    "reference",  # one entry of the reference list
    "remark",  # the marker's words after the answer: never scored, never flagged
]

PROSE: frozenset[str] = frozenset({"paragraph", "list-item"})
STUDENTS_WORDS: frozenset[str] = PROSE | {"title", "heading", "outline"}


class Span(NamedTuple):
    """Half-open range of code points into ``Essay.text``."""

    start: int
    end: int

    def touches(self, other: Span) -> bool:
        """Whether the two ranges share at least one code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this range."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class View:
    """Readable words of one stretch of the essay, with a way back to the source.

    ``text`` has no struck words, no insertion brackets, no emphasis asterisks, no page breaks, and no citation in brackets.
    ``offsets[i]`` is the place in ``Essay.text`` of ``text[i]``; both have the same length.
    """

    text: str
    offsets: tuple[int, ...]

    def source(self, start: int, end: int) -> Span:
        """Span in the essay of ``text[start:end]``, which must not be empty.

        Raises:
            ValueError: the range is empty or outside the view.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no text at {start}:{end} in a view of {len(self.text)} characters")
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


@dataclass(frozen=True, slots=True)
class Marks:
    """What the transcriber marked: struck words (``~~x~~``), insertions (``^{x}``), markup to look through."""

    struck: tuple[Span, ...] = ()
    inserted: tuple[Span, ...] = ()
    hidden: tuple[Span, ...] = ()  # stretches no reader sees: struck words, brackets, asterisks, page breaks
    unread: tuple[
        Span, ...
    ] = ()  # stretches no view shows: the hidden ones, and citations that a sentence reads on without


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item ...; ``span`` leaves out list bullets, ``#`` and the like.

    ``number`` is the heading's own number as written ("2.1", "IV", "A"), or that of a footnote or of an entry of the reference
    list ("3"), empty when it has none. ``level``
    is 1 for the highest heading, 0 for what is not a heading or an outline item.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    number: str = ""
    title: Span | None = None  # heading or outline item without its number

    @property
    def label(self) -> Span:
        """The heading's words without its number; for other blocks the whole span."""
        return self.title or self.span


@dataclass(frozen=True, slots=True)
class Token:
    """One word: letters and digits with inner apostrophes, hyphens and decimal points."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the student's prose. ``text`` is its view, ``block`` its index in ``Essay.blocks``."""

    span: Span
    text: str
    block: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A text that an answer is held against: ``name`` is its file's name, without the folder."""

    name: str
    text: str


@dataclass(frozen=True)
class Essay:
    """One script: its text as read, and what the reader saw in it. Built by :func:`grader.segment.build`."""

    name: str
    text: str
    blocks: tuple[Block, ...]
    marks: Marks
    sentences: tuple[Sentence, ...]
    views: tuple[View, ...]  # one for each block
    words: int  # written and kept: headings, outline, prose; not the question, struck words, citations, quotations, references
    cited: tuple[InText, ...] = ()  # in-text citations, with their places in ``text``
    apart: tuple[Sentence, ...] = ()  # prose that ``sentences`` and ``words`` leave out: its words stand elsewhere too
    notes: tuple[
        str, ...
    ] = ()  # what a reader of the marks has to know of how the file was read; they are less sure then

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def blocks_of(self, *kinds: BlockKind) -> list[Block]:
        """Blocks of these kinds, in the order of the text."""
        return [block for block in self.blocks if block.kind in kinds]

    def view_of(self, block: Block) -> View:
        """The readable words of one block."""
        return self.views[self._index[block.span]]

    def label_of(self, block: Block) -> str:
        """The readable words of a heading or outline item, without its number."""
        view = self.view_of(block)
        label = block.label
        return "".join(
            char for char, at in zip(view.text, view.offsets, strict=True) if label.start <= at < label.end
        ).strip()

    def line_of(self, place: int) -> int:
        """Number of the source line (from 1) that holds a code point."""
        from bisect import bisect_right

        return bisect_right(self._line_starts, place)

    def sentences_in(self, span: Span) -> list[Sentence]:
        """Sentences that begin inside a span."""
        from bisect import bisect_left

        starts = self._sentence_starts
        return list(self.sentences[bisect_left(starts, span.start) : bisect_left(starts, span.end)])

    @cached_property
    def prose_words(self) -> int:
        """Words in sentences only: the base for "per 100 words"."""
        return sum(len(sentence.tokens) for sentence in self.sentences)

    @cached_property
    def _index(self) -> dict[Span, int]:
        return {block.span: i for i, block in enumerate(self.blocks)}

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0] + [i + 1 for i, char in enumerate(self.text) if char == "\n"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to show a student: what, where, why it matters, what to do.

    ``kind`` is the error's type in plain field terms ("agreement", "article", "spelling") and groups
    findings into patterns. ``rule`` is the engine's own rule id where one fired.
    """

    span: Span
    message: str
    advice: str = ""
    replacements: tuple[str, ...] = ()
    severity: Severity = "advice"
    kind: str = ""
    rule: str = ""
    check: str = ""  # set where a check passes on another's finding


@dataclass(frozen=True, slots=True)
class Measurement:
    """What one check saw.

    ``value`` None means not applicable (``note`` says why): the rule then has no weight; findings may be shown all the
    same, where the note says that no marks rest on them. ``error`` means the
    check failed: its criterion and the total stay unmarked, for a crash must never raise a mark.
    """

    value: float | None
    unit: str = ""
    note: str = ""  # the value in words, for the report: "6 of 7 outline items found in the body"
    findings: tuple[Finding, ...] = field(default=())
    error: str | None = None
    quote: Span | None = None  # the line that shows a good value best
