"""Puts the essay together: settled blocks, heading levels, views, sentences."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from dataclasses import replace

from grader.model import PROSE, STUDENTS_WORDS, Block, Essay, Sentence, Span, View
from grader.segment.cited import citations
from grader.segment.context import settle
from grader.segment.lines import Draft, drafts, known_name
from grader.segment.sentences import split
from grader.segment.similarity import same_title
from grader.segment.tokens import count_words, tokens
from grader.segment.transcription import find_marks, merged, view

_LEADER = re.compile(r"[ \t]*(?:[.…·_]{2,}|(?:[.…·_] ){2,}|\t)[ \t.…·_]*\d{1,3}[ \t]*$")  # "Causes ........ 3"
_ITEM_MARK = re.compile(r"\(?(?:\d{1,2}(?:\.\d{1,2})*|[ivxIVX]{1,5}|[A-Za-z])[.):]+\s+(?=\S)")
_TRAILING = " \t\n:：-–—*_."


def build(text: str, name: str = "essay") -> Essay:
    """The essay that a text holds.

    Args:
        text: the script as read; it is kept as it stands.
        name: what to call it in messages and reports.
    """
    marks = find_marks(text)
    settled = settle(text, drafts(text))
    blocks = tuple(_blocks(text, settled))
    cited, gaps = citations(text, blocks, marks)
    raised = {(one.start, one.end) for one in cited}
    marks = replace(
        marks,
        inserted=tuple(span for span in marks.inserted if span not in raised),
        unread=tuple(merged((*marks.hidden, *gaps))),
    )
    views = tuple(view(text, block.span, marks.unread) for block in blocks)
    sentences = tuple(
        sentence
        for index, (block, shown) in enumerate(zip(blocks, views, strict=True))
        if block.kind in PROSE
        for sentence in _with_citations(text, _sentences(shown, index, block.kind == "list-item"), gaps)
    )
    words = sum(
        count_words(shown.text) for block, shown in zip(blocks, views, strict=True) if block.kind in STUDENTS_WORDS
    )
    return Essay(name, text, blocks, marks, sentences, views, words, cited)


def _sentences(shown: View, block: int, item: bool) -> list[Sentence]:
    """``item``: of a list, whose number or letter is no sentence."""
    found = []
    mark = _ITEM_MARK.match(shown.text) if item else None
    for start, end in split(shown.text, mark.end() if mark else 0):
        words = tokens(shown, start, end)
        if words:
            found.append(Sentence(shown.source(start, end), shown.text[start:end], block, words))
    return found


def _with_citations(text: str, sentences: list[Sentence], gaps: tuple[Span, ...]) -> list[Sentence]:
    """Sentences whose spans take in the citations that follow their stop: "It fell.[3]"."""
    found = []
    for sentence in sentences:
        end = sentence.span.end
        while (place := bisect_left(gaps, (end, 0))) < len(gaps) and not text[end : gaps[place].start].strip():
            end = gaps[place].end
        found.append(replace(sentence, span=Span(sentence.span.start, end)) if end > sentence.span.end else sentence)
    return found


def _blocks(text: str, settled: list[Draft]) -> list[Block]:
    levels = _levels(settled)
    found = []
    for draft, level in zip(settled, levels, strict=True):
        span = Span(draft.start, draft.end)
        label = None
        if draft.kind in ("heading", "outline", "title", "question"):
            start = draft.title_start if draft.title_start is not None else draft.start
            trimmed = text[start : draft.end]
            if draft.kind == "outline":
                trimmed = _LEADER.sub("", trimmed)
            if draft.kind != "question":
                trimmed = trimmed.rstrip(_TRAILING)
            label = Span(start, start + len(trimmed)) if trimmed.strip() else span
        number = draft.number if draft.kind in ("heading", "outline", "reference") else ""
        found.append(Block(draft.kind, span, level, number, label))
    return found


def _levels(settled: list[Draft]) -> list[int]:
    """Levels of headings and outline items: 1 is the highest in the script, 0 for every other block."""
    levels = [0] * len(settled)
    headings = [i for i, draft in enumerate(settled) if draft.kind == "heading"]
    _scheme_levels(settled, headings, levels)
    items = [i for i, draft in enumerate(settled) if draft.kind == "outline"]
    _scheme_levels(settled, items, levels)
    indents = sorted({settled[i].indent for i in items})
    for i in items:
        if not settled[i].number and len(indents) > 1:
            levels[i] = min(3, indents.index(settled[i].indent) + 1)
    _levels_of_the_outline(settled, headings, items, levels)
    _levels_under_parents(settled, headings, levels)
    return levels


def _levels_under_parents(settled: list[Draft], headings: list[int], levels: list[int]) -> None:
    """A heading without number or text over the first of a numbered run ("Causes" over "a. Thirsty crops") is that run's
    parent; where the run has the same level, it goes down by one. Plain headings without number are then the highest."""
    if any(_is_parent(settled, before, i) for before, i in itertools.pairwise(headings)):
        for i in headings:
            if not settled[i].number and not settled[i].depth:
                levels[i] = 1
    parent: int | None = None
    for before, i in itertools.pairwise(headings):
        if not settled[i].number:
            parent = None
        elif _is_parent(settled, before, i):
            parent = before if levels[i] <= levels[before] else None
        if parent is not None:
            levels[i] = levels[parent] + 1


def _is_parent(settled: list[Draft], before: int, i: int) -> bool:
    return not settled[before].number and i == before + 1 and settled[i].number in ("1", "I", "i", "A", "a")


def _levels_of_the_outline(settled: list[Draft], headings: list[int], items: list[int], levels: list[int]) -> None:
    """A heading without a level of its own (no "#", no decimal number) has that of the item it repeats in the outline
    of the whole answer. A mini-outline's items are all one level below their section, whatever their own look."""
    start = next((i for i in headings if known_name(settled[i].label, "outline")), None)
    end = next((i for i in headings if start is not None and i > start), None)
    items = [i for i in items if start is not None and start < i and (end is None or i < end)]
    for i in headings:
        if settled[i].depth or _digits(settled[i]):
            continue
        announced = next((j for j in items if same_title(settled[i].label, settled[j].label)), None)
        if announced is not None:
            levels[i] = levels[announced]


def _scheme_levels(settled: list[Draft], members: list[int], levels: list[int]) -> None:
    depths = sorted({settled[i].depth for i in members if settled[i].depth})
    romans = _roman_members(settled, members)
    top = bool(romans) or any(_digits(settled[i]) == 1 for i in members)
    numbered = any(settled[i].number for i in members)
    capitals = any(settled[i].style == "capitals" for i in members)
    for i in members:
        draft = settled[i]
        if draft.depth:
            levels[i] = draft.depth - depths[0] + 1  # "####" under "##" is a jump, and shown as one
        elif _digits(draft):
            levels[i] = _digits(draft)
        elif i in romans:
            levels[i] = 1
        elif draft.number:
            levels[i] = 2 if top else 1
        else:
            plain_under_capitals = draft.style == "plain" and (capitals or numbered) and not _top_name(draft)
            bold_under_markdown = draft.style == "bold" and bool(depths)
            levels[i] = 2 if plain_under_capitals or bold_under_markdown else 1


def _top_name(draft: Draft) -> bool:
    return any(known_name(draft.label, key) for key in ("introduction", "conclusion", "outline", "references"))


def _digits(draft: Draft) -> int:
    return draft.number.count(".") + 1 if draft.number[:1].isdigit() else 0


def _roman_members(settled: list[Draft], members: list[int]) -> set[int]:
    """Members numbered I, II, IV ...; a lone I, V or X in a run of letters (H, I, J) is a letter."""
    found = set()
    previous = ""
    for i in members:
        number = settled[i].number.upper()
        if number and not number[0].isdigit():
            next_letter = len(previous) == 1 and len(number) == 1 and ord(number) == ord(previous) + 1
            if set(number) <= set("IVX") and not (next_letter and previous not in "IVX"):
                found.add(i)
            previous = number
    return found
