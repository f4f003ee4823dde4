"""A source cut into the steps of its argument: stretches of sentences that make one thing of it, and bare headings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from grader.context import Context, Task
from grader.drafting.heads import cases, names_something, readable
from grader.drafting.model import Source
from grader.facts.question import Question
from grader.facts.sections import Section, sections, units
from grader.lexicon import phrase_pattern
from grader.model import PROSE, Block, Sentence, Span
from grader.segment.similarity import content_stems, title_similarity
from grader.segment.tokens import count_words

_ENDS = re.compile(r"[.!?]['\"”’)\]]*$")
_SAME = 0.55  # an item of an outline and its heading are often in other words
_PROSE = 2  # sentences for each bare line, from which a source is an answer and its outline only announces
_ITEM_WORDS = 22  # a list item that is no longer, and no sentence, is a line of an outline
_SHORT_ITEM = 8  # ... nor if it ends in a full stop


@dataclass(frozen=True, slots=True)
class Step:
    """Sentences of one paragraph, or of one short section; none for a heading or an outline item that stands alone.

    ``head`` is the heading above it in readable case, "" where that names nothing; ``heads`` are all the headings above
    it, the nearest first, for the part of the question it belongs to. ``line`` is the head's line. ``item`` is True for an
    item of an outline or list.
    """

    head: str
    heads: tuple[str, ...]
    numbered: bool
    line: int
    sentences: tuple[Sentence, ...]
    item: bool = False


def steps(source: Source, asked: Question | None) -> list[Step]:
    """The body of a source in steps; of one that is an outline more than an answer, its items too."""
    essay = source.essay
    context = Context(essay, Task(question=asked.text if asked else ""))
    openings = {unit.span for unit in context.fact(units) if unit.role != "body"}
    case = cases(essay)
    found: list[Step] = []
    above: list[Section] = []
    for section in context.fact(sections):
        if section.heading is None:
            above = []
        else:
            above = [one for one in above if one.level < section.level] + [section]
        if section.role not in ("body", "outline"):
            continue
        found += _of_section(source, section, above, openings, case, asked)
    argued = sum(len(step.sentences) for step in found)
    bare = sum(not step.sentences for step in found)
    return [step for step in _once(found) if step.sentences or not step.item or argued < _PROSE * bare]


def _of_section(
    source: Source,
    section: Section,
    above: list[Section],
    openings: set[Span],
    case: dict[str, str],
    asked: Question | None,
) -> list[Step]:
    essay = source.essay
    heads = tuple(readable(one.title, case) for one in reversed(above) if one.role != "outline")
    usable = bool(heads) and section.role == "body" and names_something(heads[0], asked)
    head = heads[0] if usable else ""
    numbered = bool(section.heading and section.heading.number)
    line = essay.line_of(section.span.start)
    paragraphs: list[tuple[Sentence, ...]] = []
    items: list[Step] = []
    over: list[tuple[int, str]] = []  # the items above, with their levels
    for block in section.blocks:
        if block.kind == "outline" or (block.kind == "list-item" and _is_item(source, block)):
            label = _label(source, block, case)
            over = [(level, item) for level, item in over if level < block.level] + [(block.level, label)]
            if names_something(label, asked):
                names = (*(item for _, item in reversed(over)), *heads)
                items.append(Step(label, names, True, essay.line_of(block.span.start), (), item=True))
        elif block.kind in PROSE and section.role == "body" and block.span not in openings:
            paragraphs.append(tuple(essay.sentences_in(block.span)))
    if section.heading and section.span in openings:
        paragraphs = []
    pieces = [piece for paragraph in paragraphs for piece in _pieces(paragraph)]
    found = [Step(head, heads, numbered, line, piece) for piece in pieces]
    if not found and not items and head:
        found.append(Step(head, heads, numbered, line, ()))
    return found + items


def _is_item(source: Source, block: Block) -> bool:
    text = source.essay.view_of(block).text.strip()
    words = count_words(text)
    return words <= _SHORT_ITEM or (words <= _ITEM_WORDS and not _ENDS.search(text))


def _label(source: Source, block: Block, case: dict[str, str]) -> str:
    essay = source.essay
    label = essay.label_of(block) if block.kind == "outline" else essay.view_of(block).text
    return readable(label.strip().rstrip("."), case)


def _pieces(paragraph: tuple[Sentence, ...]) -> list[tuple[Sentence, ...]]:
    """A paragraph, cut where it goes on to its second, third ... step."""
    pieces: list[list[Sentence]] = []
    for sentence in paragraph:
        counted = phrase_pattern("drafting", "counters_of_steps").match(sentence.text)
        if not pieces or counted:
            pieces.append([])
        pieces[-1].append(sentence)
    return [tuple(piece) for piece in pieces]


def _same(one: str, other: str) -> bool:
    return title_similarity(one, other) >= _SAME


def _once(found: list[Step]) -> list[Step]:
    """Without the bare items and headings that a step with prose, or an item before, has the words of; without those
    that only stand over others."""
    parents = {head for step in found for head in step.heads[1:]}
    seen: dict[str, list[str]] = {}  # stem -> the heads that have it: only these can be alike
    for head in dict.fromkeys(head for step in found if step.sentences for head in step.heads):
        _keep(head, seen)
    kept = []
    for step in found:
        if not step.sentences:
            near = {head for stem in content_stems(step.head) for head in seen.get(stem, ())}
            if step.head in parents or any(_same(step.head, other) for other in near):
                continue
            _keep(step.head, seen)
        kept.append(step)
    return kept


def _keep(head: str, seen: dict[str, list[str]]) -> None:
    for stem in content_stems(head):
        seen.setdefault(stem, []).append(head)
