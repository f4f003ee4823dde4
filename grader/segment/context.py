"""Drafts -> settled drafts: what only the neighbours can tell.

A page break in the middle of a sentence, the question at the top, the marker's remark at the end, an outline
under its heading, a mini-outline under a section's heading, a plain short line that is a heading.
"""

from __future__ import annotations

import re

from grader.lexicon import load, phrase_pattern, words
from grader.segment.asking import asks
from grader.segment.lines import MAX_HEADING_WORDS, Draft, ends_in_colon, is_thesis_line, known_name, take_number
from grader.segment.numerals import roman
from grader.segment.reference_list import mark_references
from grader.segment.similarity import same_title, title_similarity

_NUMBER_WORD = r"(?:(?:no\.?|number)\s*)?"
QUESTION = re.compile(
    rf"q(?:uestion)?(?:(?:\s*[.:)]\s*|\s+){_NUMBER_WORD}\d{{1,2}}\s|\s*[.:)]?\s*{_NUMBER_WORD}\d{{0,2}}\s*[.:)\-–]+[*_]*|[.:)]\s)\s*(?=\S)",
    re.IGNORECASE,
)
_SENTENCE_END_INSIDE = re.compile(r"[.!?]['\"”’)]*\s+[A-Z]")
_LAST_WORD = re.compile(r"[\w'’-]+$")
_PLAIN_HEADING_WORDS = 9
_LEAST_ANSWER = 2  # blocks under a question that has no "Q." before it
_PROSE_WORDS = 12
_BARE_NAME, _SMALL_WORD = 3, 3  # words, letters
_CAPTION_WORDS = 60
_NAME_WORDS = 4  # of "List of Abbreviations"; "Keywords: ..." with more holds them
_CAPTION = re.compile(
    r"\W*(?:Figure|Fig\.?|Table|Chart|Exhibit|Box|Map|FIGURE|TABLE)\s+(?:\d{1,2}(?:\.\d{1,2})?|[IVX]{1,4})(?:\W*$|\s*[.:–—-])\W*"
)
_CREDIT = re.compile(r"\W*(?:Sources?|Notes?|Adapted from)\s*[.:]", re.IGNORECASE)
_FIRST = ("1", "I", "i", "A", "a")
_FEWEST_ITEMS = 3  # of an outline written on one line
_ITEM_CUT = re.compile(r"\s*[;\n]\s*|\s+[-–—]\s+|,\s+(?:and\s+)?")


def settle(text: str, drafts: list[Draft]) -> list[Draft]:
    """Drafts with the kinds that their context gives them; lengths may change where pages are joined."""
    drafts = _mark_question(drafts)
    drafts = _split_outline_line(drafts)
    drafts = _join_pages(text, drafts)
    _mark_remark(drafts)
    drafts = mark_references(text, drafts)  # before a short entry is taken for a heading
    _mark_captions(drafts)
    _mark_plain_headings(drafts)
    _mark_numbered_on(drafts)
    _mark_outline(drafts)
    _mark_announced_headings(drafts)
    _mark_mini_outlines(drafts)
    _mark_repeated_heads(drafts)
    _mark_title(drafts)
    return drafts


def _mark_question(drafts: list[Draft]) -> list[Draft]:
    for draft in drafts[:3]:
        match = QUESTION.match(draft.text.lstrip("*# "))
        if match and draft.kind in ("paragraph", "heading", "list-item"):
            offset = draft.text.find(draft.text.lstrip("*# ")) + match.end()
            draft.kind, draft.style, draft.number = "question", "", ""
            draft.title_start = draft.start + offset
            return drafts
    if len(drafts) > _LEAST_ANSWER and drafts[0].kind == "paragraph" and drafts[0].alone and asks(drafts[0].text):
        drafts[0].kind = "question"
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
        elif len(items) < _FEWEST_ITEMS or any(not 1 <= len(item.split()) <= _PLAIN_HEADING_WORDS for item in items):
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


def _mark_captions(drafts: list[Draft]) -> None:
    """ "Figure 1. Trips per month", "Table I" with its name below, "Source: own estimates" under either: no prose."""
    for before, draft in zip([None, *drafts], drafts, strict=False):
        if draft.kind not in ("paragraph", "heading") or draft.word_count > _CAPTION_WORDS:
            continue
        numbered = _CAPTION.match(draft.label)
        named = before is not None and before.kind == "table" and _CAPTION.fullmatch(before.label) and draft.short
        under = before is not None and before.kind == "table" and _CREDIT.match(draft.label)
        if numbered or (named and draft.open_ended) or under:
            draft.kind, draft.style = "table", ""


def _mark_plain_headings(drafts: list[Draft]) -> None:
    """A short line without a full stop, alone, with prose under it, is a heading; so is a known name, and one over the first
    heading of its parts."""
    for before, draft, after in zip([None, *drafts], drafts, [*drafts[1:], None], strict=False):
        if (draft.kind == "list-item" and draft.style == "numbered") or draft.kind == "paragraph":
            if not draft.short or not draft.open_ended:
                continue
            named = any(known_name(draft.label, key) for key in ("introduction", "conclusion", "outline", "references"))
            named = named or (known_name(draft.label, "apart") and draft.word_count <= _NAME_WORDS)
            numbered = bool(draft.number) and draft.alone and draft.word_count <= MAX_HEADING_WORDS
            plain = draft.alone and draft.word_count <= _PLAIN_HEADING_WORDS and draft.label[:1].isupper()
            first_of_run = before is None or not (before.kind == draft.kind and before.short and before.open_ended)
            led = plain and (first_of_run or draft.heads or ends_in_colon(draft.text))
            if (named and draft.alone) or (_is_prose(after) and (numbered or led)):
                draft.kind, draft.style = "heading", "numbered" if draft.number else "plain"
    for before, draft, after in zip(drafts, drafts[1:], drafts[2:], strict=False):
        numbered = (after.kind == "heading" and after.number in _FIRST) or _is_first_measure(after)
        over = (after.kind == "heading" and after.heads and not after.number) or (numbered and _is_titled(draft.label))
        lone = (
            draft.kind == "paragraph" and draft.alone and draft.short and draft.open_ended and draft.label[:1].isupper()
        )
        if over and lone and not draft.number and draft.word_count <= _PLAIN_HEADING_WORDS and _is_prose(before):
            draft.kind, draft.style = "heading", "plain"


def _is_titled(label: str) -> bool:
    """Up to three words, or all but the small ones with a capital: "There are three causes" only leads in to a list."""
    found = label.split()
    return len(found) <= _BARE_NAME or all(word[:1].isupper() or len(word) <= _SMALL_WORD for word in found)


def _is_first_measure(draft: Draft) -> bool:
    """The first of a numbered list whose items are sentences."""
    return (
        draft.kind == "list-item" and draft.number == "1" and draft.word_count >= _PROSE_WORDS and not draft.open_ended
    )


def _is_prose(draft: Draft | None) -> bool:
    return draft is not None and draft.kind == "paragraph" and draft.word_count >= _PROSE_WORDS


def _mark_numbered_on(drafts: list[Draft]) -> None:
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
        elif lone and "." in draft.number and draft.number.rpartition(".")[0] in numbers:
            draft.kind, draft.style = "heading", "numbered"
        if draft.kind == "heading":
            numbers.add(draft.number)


def _counted(number: str) -> tuple[int, int] | None:
    """The scheme (0 figures, 1 Roman numerals) and value of a number of the highest level; None for others."""
    if number.isdigit():
        return 0, int(number)
    value = roman(number)
    return (1, value) if value else None


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
    """A short line; or the thesis, which candidates write out under the outline's introduction."""
    return draft.kind in ("heading", "paragraph", "list-item") and (draft.short or is_thesis_line(draft.text))


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
        if after_outline and plain and any(same_title(draft.label, item) for item in items):
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
        deeper = _level_hint(drafts[end]) > _level_hint(draft)
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
        again = any(later.kind == "heading" and same_title(draft.label, later.label) for later in drafts[i + 1 :])
        if again and _level_hint(follower) <= _level_hint(draft):
            draft.kind = "outline"


def _level_hint(draft: Draft) -> int:
    if draft.depth:
        return draft.depth
    if draft.number[:1].isdigit():
        return draft.number.count(".") + 1
    return 2 if draft.number and len(draft.number) == 1 and draft.number.upper() not in "IVX" else 1


def _mark_title(drafts: list[Draft]) -> None:
    """A first heading without number that is no section of the answer: the headline of an article, the topic line."""
    front = [draft for draft in drafts if draft.kind != "question"]
    if not front or front[0].kind not in ("heading", "paragraph"):
        return
    first, rest = front[0], front[1:]
    if first.number or any(
        known_name(first.label, key) for key in ("introduction", "outline", "conclusion", "references", "apart")
    ):
        return
    apart = known_name(rest[0].label, "apart") if rest else False
    again = next((one for one in rest if one.kind == "heading" and same_title(one.label, first.label)), None)
    if apart and again is not None and not again.number:
        again.kind = "title"  # above the text once more, after an abstract
    headings = [draft for draft in rest if draft.kind == "heading"]
    if first.kind == "heading":
        top = first.depth == 1 and all(heading.depth != 1 for heading in headings)
        bare = first.style == "plain" or (first.style == "capitals" and not headings)
        if top or bare or (rest and rest[0].kind in ("heading", "outline")):
            first.kind = "title"
    elif first.short and first.open_ended and first.alone and headings:
        first.kind = "title"
