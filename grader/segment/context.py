"""Drafts -> settled drafts: what only the neighbours can tell.

A page break in the middle of a sentence, the question at the top, the marker's remark at the end, an outline
under its heading, a mini-outline under a section's heading, a plain short line that is a heading.
"""

from __future__ import annotations

import re

from grader.lexicon import load, phrase_pattern, words
from grader.segment.front import mark_letter_head, mark_question, mark_title, mark_title_lines, split_abstract
from grader.segment.headings import PLAIN_HEADING_WORDS, is_phrase, mark_numbered_on, mark_plain_headings
from grader.segment.lines import Draft, ends_in_colon, is_thesis_line, known_name, take_number
from grader.segment.numbered import mark_numbered_paragraphs
from grader.segment.reference_list import mark_references
from grader.segment.set_apart import mark_captions, mark_set_apart
from grader.segment.similarity import same_title, title_similarity

_SENTENCE_END_INSIDE = re.compile(r"[.!?]['\"”’)]*\s+[A-Z]")
_LAST_WORD = re.compile(r"[\w'’-]+$")
_LONGEST_ITEM = 35  # words
_FEWEST_ITEMS = 3  # of an outline written on one line
_ITEM_CUT = re.compile(r"\s*[;\n]\s*|\s+[-–—]\s+|,\s+(?:and\s+)?")


def settle(text: str, drafts: list[Draft]) -> list[Draft]:
    """Drafts with the kinds that their context gives them; lengths may change where pages are joined."""
    drafts = mark_question(text, drafts)
    drafts = _split_outline_line(drafts)
    drafts = split_abstract(_join_pages(text, drafts))
    _mark_remark(drafts)
    drafts = mark_references(text, drafts)  # before a short entry is taken for a heading
    mark_set_apart(drafts)
    mark_captions(drafts)
    mark_letter_head(drafts)
    mark_title_lines(drafts)
    mark_numbered_paragraphs(drafts)
    mark_plain_headings(drafts)
    mark_numbered_on(drafts)
    _mark_outline(drafts)
    _mark_announced_headings(drafts)
    _mark_mini_outlines(drafts)
    _mark_repeated_heads(drafts)
    mark_title(drafts)
    return drafts


def _split_outline_line(drafts: list[Draft]) -> list[Draft]:
    """ "Outline: the tax; the towns; the verdict" on one line is a heading and its items; "Outline:" over a list is a
    heading, though no blank line parts the two."""
    found: list[Draft] = []
    for draft in drafts:
        name, _, rest = draft.text.partition(":")
        lead = draft.kind in ("paragraph", "heading") and known_name(name, "outline")
        if not lead:
            found.append(draft)
            continue
        items = _ITEM_CUT.split(rest.strip(" \t-–—."))
        if not rest.strip(" \t-–—."):
            draft.kind, draft.style = "heading", draft.style or "plain"
            found.append(draft)
        elif len(items) < _FEWEST_ITEMS or any(not 1 <= len(item.split()) <= PLAIN_HEADING_WORDS for item in items):
            found.append(draft)
        else:
            cut = draft.start + len(name) + 1
            found.append(Draft("heading", draft.start, cut, "plain", alone=True, text=f"{name}:"))
            for item in items:
                cut = draft.start + draft.text.index(item, cut - draft.start)
                one = Draft("list-item", cut, cut + len(item), "bullet", text=item)
                take_number(one)
                found.append(one)
                cut += len(item)
    return found


def _join_pages(text: str, drafts: list[Draft]) -> list[Draft]:
    """A paragraph that breaks off and the next that goes on in mid-sentence are one: a page ended between them."""
    joined: list[Draft] = []
    for draft in drafts:
        if joined and _breaks_off(joined[-1], draft):
            joined[-1].end = draft.end
            joined[-1].last_line = draft.last_line or draft.start
            joined[-1].text = text[joined[-1].start : draft.end]
        else:
            joined.append(draft)
    return joined


def _breaks_off(before: Draft, after: Draft) -> bool:
    if before.kind not in ("paragraph", "list-item") or after.kind != "paragraph" or not before.open_ended:
        return False
    if ends_in_colon(before.text):
        return False
    last = _LAST_WORD.search(before.text.rstrip(" \t\n~^{}*")[-30:])
    if last and last.group().lower() in words("joins", "cannot_end"):
        return True
    prose = not before.short or bool(_SENTENCE_END_INSIDE.search(before.text))
    return prose and after.label[:1].islower()


def _mark_remark(drafts: list[Draft]) -> None:
    """The marker's own words after the answer: labelled, a bare mark, or a short line about the paper itself.

    The words straight under the last heading are the student's, whatever they speak of.
    """
    if len(drafts) < 4 or drafts[-2].kind == "heading":
        return
    last = drafts[-1]
    if last.kind not in ("paragraph", "list-item") or last.word_count > 40:
        return
    plain = last.label
    labelled = re.match(rf"(?:{'|'.join(load('remarks')['labels'])})\s*:", plain, re.IGNORECASE)
    mark = re.fullmatch(r"(?:marks?\s*[:=]?\s*)?\d{1,3}(?:\.5)?\s*/\s*\d{1,3}", plain, re.IGNORECASE)
    if labelled or mark or (last.word_count <= 30 and _speaks_of_the_paper(plain)):
        last.kind = "remark"


def _speaks_of_the_paper(line: str) -> bool:
    marker = bool(phrase_pattern("remarks", "only_markers").search(line))
    paper = marker or bool(phrase_pattern("remarks", "about_the_paper").search(line))
    ordered = bool(phrase_pattern("remarks", "orders").match(line))
    opened = ordered or bool(phrase_pattern("remarks", "openers").match(line))
    return (marker and opened) or (paper and (ordered or line[:1].islower()))


def _mark_outline(drafts: list[Draft]) -> None:
    """Lines under a heading such as OUTLINE, up to the first heading with prose under it or an item's second coming."""
    start = next((i for i, d in enumerate(drafts) if d.kind == "heading" and known_name(d.label, "outline")), None)
    if start is None:
        return
    end = start + 1
    seen: list[str] = []
    while end < len(drafts) and _may_be_item(drafts[end]):
        label = drafts[end].label
        if drafts[end].kind == "heading" and any(same_title(label, earlier) for earlier in seen):
            break
        seen.append(label)
        end += 1
    prose_next = end < len(drafts) and drafts[end].kind == "paragraph" and not drafts[end].short
    if prose_next and drafts[end - 1].kind == "heading" and end - 1 > start and not _last_item(drafts, end - 1):
        end -= 1  # the heading straight above the first prose is the body's
    for draft in drafts[start + 1 : end]:
        draft.kind = "outline"


def _may_be_item(draft: Draft) -> bool:
    """A short line; an item with a number that runs over more; or the thesis, which candidates write out under the
    outline's introduction."""
    if draft.kind not in ("heading", "paragraph", "list-item"):
        return False
    numbered = bool(draft.number) and draft.word_count <= _LONGEST_ITEM and not _SENTENCE_END_INSIDE.search(draft.label)
    return draft.short or numbered or is_thesis_line(draft.text) or is_thesis_line(draft.label)


def _last_item(drafts: list[Draft], at: int) -> bool:
    """Whether the line straight above the first prose closes the outline: no answer opens with its conclusion, and a
    number that goes on from the item before it is the item's."""
    last, before = drafts[at], drafts[at - 1]
    if known_name(last.label, "conclusion"):
        return True
    return last.number.isdigit() and before.number.isdigit() and int(last.number) == int(before.number) + 1


def _mark_announced_headings(drafts: list[Draft]) -> None:
    """A short line of the body that repeats an item of the outline is that item's heading, whatever stands under it."""
    items = [draft.label for draft in drafts if draft.kind == "outline"]
    after_outline = False
    for draft in drafts:
        after_outline = after_outline or draft.kind == "outline"
        plain = draft.kind in ("paragraph", "list-item") and draft.alone and draft.short and draft.may_head
        leads_in = ends_in_colon(draft.text) and not is_phrase(draft.label)  # "Pakistan has the following options:"
        if after_outline and plain and not leads_in and any(same_title(draft.label, item) for item in items):
            draft.kind, draft.style = "heading", "numbered" if draft.number else "plain"


def _mark_mini_outlines(drafts: list[Draft]) -> None:
    """Two or more short lines between a section's heading and its first sub-heading."""
    for i, draft in enumerate(drafts):
        if draft.kind != "heading":
            continue
        end = i + 1
        while end < len(drafts) and drafts[end].kind in ("paragraph", "list-item") and drafts[end].short:
            end += 1
        run = drafts[i + 1 : end]
        if len(run) < 2 or end == len(drafts) or drafts[end].kind != "heading":
            continue
        counted_apart = drafts[end].number and not (draft.number or draft.depth)  # "Threats" before "3.1 Discussion"
        deeper = _level_hint(drafts[end]) > _level_hint(draft) and not counted_apart
        later = [other.label for other in drafts[end:] if other.kind == "heading"]
        announced = sum(any(title_similarity(item.label, label) >= 0.6 for label in later) for item in run)
        fragments = sum(item.open_ended for item in run)
        if 2 * announced >= len(run) or (deeper and 2 * fragments >= len(run)):
            for item in run:
                if not ends_in_colon(item.text):  # "In this section:"
                    item.kind = "outline"


def _mark_repeated_heads(drafts: list[Draft]) -> None:
    """Headings without text that come again further down, with text, were an outline written as headings."""
    for i, draft in enumerate(drafts[:-1]):
        follower = drafts[i + 1]
        if (
            draft.kind != "heading"
            or follower.kind not in ("heading", "outline")
            or known_name(follower.label, "outline")
        ):
            continue
        if i == 0 and known_name(follower.label, "introduction"):
            continue  # the title
        again = any(later.kind == "heading" and same_title(draft.label, later.label) for later in drafts[i + 1 :])
        if again and _level_hint(follower) <= _level_hint(draft):
            draft.kind = "outline"


def _level_hint(draft: Draft) -> int:
    if draft.depth:
        return draft.depth
    if draft.number[:1].isdigit():
        return draft.number.count(".") + 1
    return 2 if draft.number and len(draft.number) == 1 and draft.number.upper() not in "IVX" else 1
