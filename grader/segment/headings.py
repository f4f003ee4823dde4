"""Which short lines are headings: by what stands before and under them, by their numbers, by the other headings."""

from __future__ import annotations

import re

from grader.lexicon import phrase_pattern
from grader.segment.front import is_titled
from grader.segment.lines import MAX_HEADING_WORDS, Draft, ends_in_colon, known_name, names_a_part
from grader.segment.numerals import roman

PLAIN_HEADING_WORDS = 9
_PROSE_WORDS = 12
_FEW_WORDS = 6
_BARE_NAME = 3  # words
_NAME_WORDS = 4  # of "List of Abbreviations"; "Keywords: ..." with more holds them
_FIRST = ("1", "I", "i", "A", "a")
_ASKING = re.compile(
    r"(?:what|why|how|is|are|was|were|does|do|did|can|could|should|will|who|whose|where|when|which|has|have)\b",
    re.IGNORECASE,
)


def mark_plain_headings(drafts: list[Draft]) -> None:
    """A short line without a full stop, alone, with prose under it, is a heading; so is a known name, and one over the first
    heading of its parts."""
    questions = _has_headings(drafts)
    for earlier, before, draft, after in zip(
        [None, None, *drafts], [None, *drafts], drafts, [*drafts[1:], None], strict=False
    ):
        if (draft.kind == "list-item" and draft.style == "numbered") or draft.kind == "paragraph":
            asked = draft.alone and (names_a_part(draft.label) or (questions and _asks(draft.label)))
            if not draft.short or not (draft.open_ended or (asked and draft.label.endswith("?"))):
                continue
            named = any(known_name(draft.label, key) for key in ("introduction", "conclusion", "outline", "references"))
            named = named or (known_name(draft.label, "apart") and draft.word_count <= _NAME_WORDS)
            numbered = bool(draft.number) and draft.alone and draft.word_count <= MAX_HEADING_WORDS
            part = draft.alone and names_a_part(draft.label)
            plain = part or (draft.alone and draft.word_count <= PLAIN_HEADING_WORDS and draft.label[:1].isupper())
            first_of_run = before is None or not (before.kind == draft.kind and before.short and before.open_ended)
            first_of_run = first_of_run or (
                questions
                and before is not None
                and _is_lone(before)
                and (is_titled(before.label) or (_is_prose(earlier) and is_phrase(before.label)))
            )
            led = plain and (first_of_run or draft.heads or ends_in_colon(draft.text))
            leads_in = _leads_in(draft, after)
            over = _is_prose(after) or (led and draft.number == "" and _is_sentence(after))
            if (named and draft.alone) or (over and (numbered or led) and not leads_in):
                draft.kind, draft.style = "heading", "numbered" if draft.number else "plain"
    for before, draft, after in zip(drafts, drafts[1:], drafts[2:], strict=False):
        numbered = (after.kind == "heading" and after.number in _FIRST) or _is_first_measure(after)
        asked = bool(_ASKING.match(draft.label))
        under = after.kind == "list-item" or (after.kind == "heading" and after.style == "plain")
        named = is_phrase(draft.label) and not (ends_in_colon(draft.text) and draft.word_count > _FEW_WORDS)
        over = (
            (after.kind == "heading" and after.heads and not after.number)
            or (numbered and (asked or _is_titled(draft.label) or named))
            or (questions and under and (_is_titled(draft.label) or (after.alone and named)))
        )
        if over and _is_lone(draft) and (_is_prose(before) or before.kind == "list-item"):
            draft.kind, draft.style = "heading", "plain"


def _leads_in(draft: Draft, after: Draft | None) -> bool:
    """Whether a line with a colon hands on to somebody's words: "Lord Ellis put the rule as follows:"."""
    if not ends_in_colon(draft.text) or after is None:
        return False
    return (
        after.kind == "quote"
        or after.text[:1] in '"“‘'
        or bool(phrase_pattern("headings", "leads_in").search(draft.label))
    )


def _has_headings(drafts: list[Draft]) -> bool:
    """Whether the answer has headings already, or known names that will be some: then a short question alone is one too."""
    known = ("introduction", "conclusion")
    return (
        sum(
            draft.kind == "heading" or (draft.short and any(known_name(draft.label, key) for key in known))
            for draft in drafts
        )
        > 1
    )


def _asks(label: str) -> bool:
    return label.endswith("?") and bool(_ASKING.match(label))


def _is_sentence(draft: Draft | None) -> bool:
    """A few words that end, or lead in to a quotation."""
    if draft is None or draft.kind != "paragraph":
        return False
    leads_in = ends_in_colon(draft.text)
    return draft.word_count >= _FEW_WORDS - leads_in and (leads_in or not draft.open_ended)


def is_phrase(label: str) -> bool:
    """Whether words name something and say nothing of it, nor lead in to a list: "Suggestions to break the cycle"."""
    return not phrase_pattern("headings", "says_something").search(label)


def _is_lone(draft: Draft) -> bool:
    """A few words alone that could be a heading without a number."""
    plain = draft.kind == "paragraph" and draft.alone and draft.short and draft.open_ended and not draft.number
    return plain and draft.label[:1].isupper() and draft.word_count <= PLAIN_HEADING_WORDS


def _is_titled(label: str) -> bool:
    """Up to three words, or with capitals as a title has them: "There are three causes" only leads in to a list."""
    return len(label.split()) <= _BARE_NAME or is_titled(label)


def _is_first_measure(draft: Draft) -> bool:
    """The first of a numbered list whose items are sentences."""
    return (
        draft.kind == "list-item"
        and draft.number in _FIRST
        and draft.word_count >= _PROSE_WORDS
        and not draft.open_ended
    )


def _is_prose(draft: Draft | None) -> bool:
    return draft is not None and draft.kind == "paragraph" and draft.word_count >= _PROSE_WORDS


def mark_numbered_on(drafts: list[Draft]) -> None:
    """A numbered line alone that counts on from the heading before it ("3." after "2."), or stands under it ("2.4" under
    "2."), is a heading, though no prose follows: sub-headings do, or a mini-outline, or nothing yet."""
    last: dict[int, int] = {}
    numbers: set[str] = set()
    for draft, after in zip(drafts, [*drafts[1:], None], strict=False):
        lone = draft.kind == "list-item" and not draft.depth and draft.alone and draft.short and draft.may_head
        place = _counted(draft.number)
        if place and not draft.depth:
            scheme, value = place
            listed = after is not None and _counted(after.number) == (scheme, value + 1)
            if lone and not listed and last.get(scheme) == value - 1:
                draft.kind, draft.style = "heading", "numbered"
            if draft.kind == "heading":
                last[scheme] = value
        elif (
            (lone or _over_bullets(draft, after)) and "." in draft.number and draft.number.rpartition(".")[0] in numbers
        ):
            draft.kind, draft.style = "heading", "numbered"
        if draft.kind == "heading":
            numbers.add(draft.number)


def _over_bullets(draft: Draft, after: Draft | None) -> bool:
    short = draft.kind == "list-item" and not draft.depth and draft.short and draft.may_head
    return short and after is not None and after.kind == "list-item" and after.style == "bullet"


def _counted(number: str) -> tuple[int, int] | None:
    """The scheme (0 figures, 1 Roman numerals) and value of a number of the highest level; None for others."""
    if number.isdigit():
        return 0, int(number)
    value = roman(number)
    return (1, value) if value else None
