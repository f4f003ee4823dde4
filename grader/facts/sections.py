"""Sections under their headings, and the units of argument: leaf sections, or paragraphs where there are no headings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from grader.context import Context
from grader.lexicon import phrase_pattern
from grader.model import PROSE, Block, Essay, Sentence, Span
from grader.segment.lines import known_name

_LONG_ITEM = 40  # words: an item as long as a paragraph is a step of its own
_KEYWORDS = 10  # words of an item
_WHOLE, _SEVERAL = 0.7, 4  # share of the prose, paragraphs
_SHORT_OPENING = 60  # words
_LARGEST_OPENING = 1 / 3  # share of the prose

Role = Literal["introduction", "body", "conclusion", "outline", "references", "apart"]
BESIDE: tuple[Role, ...] = ("outline", "references", "apart")  # parts that argue nothing


@dataclass(frozen=True, slots=True)
class Section:
    """One heading and the blocks straight under it (its sub-sections are sections of their own).

    ``heading`` is None for prose before the first heading and for prose straight after an outline. ``words`` counts the prose straight under it.
    """

    heading: Block | None
    title: str
    level: int
    role: Role
    blocks: tuple[Block, ...]
    span: Span
    words: int


@dataclass(frozen=True, slots=True)
class Unit:
    """One step of the argument: a section with prose of its own, or a paragraph of an answer without headings."""

    title: str  # heading, or the paragraph's first words
    role: Role
    span: Span
    sentences: tuple[Sentence, ...]
    headed: bool

    @property
    def words(self) -> int:
        return sum(len(sentence.tokens) for sentence in self.sentences)

    @property
    def text(self) -> str:
        return " ".join(sentence.text for sentence in self.sentences)


def keywords_only(unit: Unit, essay: Essay) -> bool:
    """Whether a headed step is a list of keywords, as in a SWOT table: a few words an item, and no stop behind them."""
    return unit.headed and all(
        essay.blocks[one.block].kind == "list-item"
        and len(one.tokens) <= _KEYWORDS
        and not one.text.rstrip().endswith((".", "!", "?", ";"))
        for one in unit.sentences
    )


def sections(essay: Essay, context: Context) -> tuple[Section, ...]:
    """Sections in order, each with its role in the answer."""
    groups: list[tuple[Block | None, list[Block]]] = [(None, [])]
    for block in essay.blocks:
        if block.kind == "heading":
            groups.append((block, []))
        elif block.kind == "title" and groups[-1][0]:
            groups.append((None, []))  # the title once more, after an abstract: the answer begins
        elif block.kind not in ("question", "remark", "title"):
            if _past_the_outline(essay, groups[-1], block):
                groups.append((None, []))
            groups[-1][1].append(block)
    if not groups[0][1]:
        del groups[0]
    found: list[Section] = []
    for heading, blocks in groups:
        title = essay.label_of(heading) if heading else ""
        start = heading.span.start if heading else blocks[0].span.start
        end = blocks[-1].span.end if blocks else heading.span.end  # type: ignore[union-attr]
        words = sum(len(s.tokens) for block in blocks if block.kind in PROSE for s in essay.sentences_in(block.span))
        level = heading.level if heading else 1
        found.append(Section(heading, title, level, _named_role(title), tuple(blocks), Span(start, end), words))
    return tuple(found)


def _past_the_outline(essay: Essay, group: tuple[Block | None, list[Block]], block: Block) -> bool:
    """Whether the answer itself begins here: prose after the outline's items, with no heading to part them."""
    heading, blocks = group
    if heading is None or not known_name(essay.label_of(heading), "outline") or block.kind not in PROSE:
        return False
    return any(one.kind == "outline" for one in blocks)


def _named_role(title: str) -> Role:
    for key in ("introduction", "conclusion", "outline", "references", "apart"):
        if known_name(title, key):
            return key
    return "body"


def headed_sections(essay: Essay, context: Context) -> tuple[Section, ...]:
    """Sections of the body under a heading of their own, introduction and conclusion included."""
    return tuple(one for one in context.fact(sections) if one.heading and one.role not in BESIDE)


def units(essay: Essay, context: Context) -> tuple[Unit, ...]:
    """Steps of the argument in order, introduction and conclusion included; no outline, no reference list.

    A headed section is one step. Prose without a heading gives a step for each paragraph. Unless an introduction is
    named, the answer opens with its first paragraph, or with all before its first heading. Without any heading the last
    paragraph closes it.
    """
    found = [section for section in context.fact(sections) if section.words and section.role not in BESIDE]
    steps = [
        step
        for section in found
        for step in ([_section_unit(essay, section)] if _is_step(section, found) else _paragraph_units(essay, section))
    ]
    headless = not any(_is_step(section, found) and section.role == "body" for section in found)
    if len(steps) >= 3:
        if not steps[0].headed and not any(step.role == "introduction" for step in steps):
            for i in range(_first_lines(steps) if headless else _opening(steps)):
                steps[i] = replace(steps[i], role="introduction")
        if headless and not any(step.role == "conclusion" for step in steps):
            steps[-1] = replace(steps[-1], role="conclusion")
    return tuple(steps)


def _is_step(section: Section, found: list[Section]) -> bool:
    """Whether a section is one step under its heading; the only heading over a whole answer ("Introduction", "ESSAY") heads
    none."""
    if section.heading is None:
        return False
    paragraphs = sum(block.kind == "paragraph" for block in section.blocks)
    whole = section.words > _WHOLE * sum(one.words for one in found)
    lone = sum(one.heading is not None for one in found) == 1
    return not (lone and whole and paragraphs >= _SEVERAL and section.role != "conclusion")


def _first_lines(steps: list[Unit]) -> int:
    """How many paragraphs open an answer without headings: the first, and the next where a short first one leaves the
    position to it."""
    if steps[0].words < _SHORT_OPENING and phrase_pattern("roles", "stance").search(steps[1].text):
        return 2 if steps[1].words < _LARGEST_OPENING * sum(step.words for step in steps) else 1
    return 1


def _opening(steps: list[Unit]) -> int:
    """How many paragraphs open an answer with headings: all before the first one, if they are no large part of it."""
    first = next(i for i, step in enumerate(steps) if step.headed)
    small = sum(step.words for step in steps[:first]) <= _LARGEST_OPENING * sum(step.words for step in steps)
    return first if small else 1


def _section_unit(essay: Essay, section: Section) -> Unit:
    return Unit(section.title, section.role, section.span, tuple(essay.sentences_in(section.span)), True)


def _paragraph_units(essay: Essay, section: Section) -> list[Unit]:
    """A unit for each paragraph; the short items of a list are one, with the line that leads in to them."""
    result: list[Unit] = []
    goes_on = False
    for block in section.blocks:
        sentences = tuple(essay.sentences_in(block.span)) if block.kind in PROSE else ()
        if not sentences:
            continue
        item = block.kind == "list-item" and sum(len(one.tokens) for one in sentences) < _LONG_ITEM
        if item and goes_on:
            last = result[-1]
            result[-1] = replace(
                last, span=Span(last.span.start, block.span.end), sentences=(*last.sentences, *sentences)
            )
        else:
            first = " ".join(token.text for token in sentences[0].tokens[:6])
            result.append(Unit(f"{first} …", "body", block.span, sentences, False))
        goes_on = item or sentences[-1].text.rstrip().endswith(":")
    return result


def body_units(essay: Essay, context: Context) -> tuple[Unit, ...]:
    """Units that are neither introduction nor conclusion."""
    return tuple(unit for unit in context.fact(units) if unit.role == "body")


def role_units(essay: Essay, context: Context) -> dict[str, tuple[Unit, ...]]:
    """Units by role."""
    found: dict[str, list[Unit]] = {"introduction": [], "body": [], "conclusion": []}
    for unit in context.fact(units):
        found[unit.role].append(unit)
    return {role: tuple(members) for role, members in found.items()}
