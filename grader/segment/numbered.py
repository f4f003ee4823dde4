"""Paragraphs with a number before each: an answer whose paragraphs are counted is no list."""

from __future__ import annotations

import re
from collections.abc import Iterable
from statistics import median

from grader.segment.lines import Draft

_FEWEST = 3  # paragraphs
_WORDS = 40  # of the one in the middle; measures in a list are shorter
_SHORT, _MANY = 15, 5  # words of the shortest, and how many there must be where headings stand among shorter ones
_SHARE = 0.5  # of the words of all paragraphs and items
_RUN_IN = re.compile(r"[A-Z][\w' ’/&-]{2,50}[:.]\s*[-–—]?\s+[\"“]?[A-Z]")  # "Corruption: The ..."
_SQUARE = re.compile(r"\[(\d{1,2})\]\s+(?=\S)")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+[\"'“‘(]?[A-Z]")


def mark_numbered_paragraphs(drafts: list[Draft]) -> None:
    """Takes the numbers off paragraphs that count on from first to last and are most of the answer."""
    for counted in (_is_counted, _is_squared):
        members = _counting(draft for draft in drafts if counted(draft))
        if not _are_paragraphs(members, drafts):
            continue
        for draft in members:
            square = _SQUARE.match(draft.text)
            start = draft.start + square.end() if square else draft.title_start
            assert start is not None
            draft.text = draft.text[start - draft.start :]
            draft.kind, draft.style, draft.number, draft.start, draft.title_start = "paragraph", "", "", start, None


def _counting(drafts: Iterable[Draft]) -> list[Draft]:
    """Those that count on from 1; the items of lists among them are passed over."""
    found: list[Draft] = []
    for draft in drafts:
        if _number(draft) == len(found) + 1:
            found.append(draft)
    return found


def _is_counted(draft: Draft) -> bool:
    numbered = draft.kind == "list-item" and draft.style == "numbered" and draft.number.isdigit()
    return numbered and draft.word_count >= _SHORT


def _is_squared(draft: Draft) -> bool:
    return draft.kind == "paragraph" and draft.word_count >= _SHORT and bool(_SQUARE.match(draft.text))


def _are_paragraphs(members: list[Draft], drafts: list[Draft]) -> bool:
    if len(members) < _FEWEST:
        return False
    words = sum(draft.word_count for draft in drafts if draft.kind in ("paragraph", "list-item"))
    if sum(draft.word_count for draft in members) < _SHARE * words:
        return False
    first, last = drafts.index(members[0]), drafts.index(members[-1])
    parted = last - first + 1 - len(members) >= _FEWEST  # by headings: no list goes on over those
    long = sum(bool(_SENTENCE_END.search(draft.text)) for draft in members) >= len(members) / 2
    if parted and len(members) >= _MANY:
        return True
    run_in = sum(bool(_RUN_IN.match(draft.label)) for draft in members) >= 0.75 * len(members)
    return (long and median(draft.word_count for draft in members) >= _WORDS) or run_in


def _number(draft: Draft) -> int:
    square = _SQUARE.match(draft.text)
    return int(square.group(1)) if square else int(draft.number)
