"""What stands at the top of an answer: the question, and the title, name and date beside it."""

from __future__ import annotations

import re

from grader.lexicon import lines, words
from grader.segment.asking import MARKS_NOTE, QUESTION, asks, has_ended
from grader.segment.lines import Draft, known_name, names_a_part
from grader.segment.paper_heading import DATE
from grader.segment.similarity import same_title
from grader.words import is_stopword

_LABEL = re.compile(
    r"(?:prescribed\s+title|title|prompt|topic|task|essay\s+question|essay\s+topic|dbq|leq|saq|frq)(?:\s*\d{1,2})?\s*[:.–—-]\s*(?=\S)",
    re.IGNORECASE,
)
_ABSTRACT = re.compile(
    r"[*_]*(abstract|index terms|keywords|key words|summary)[*_]*\s*[—–:.-]+[*_]*\s*(?=\S)", re.IGNORECASE
)
_LOOKED_AT = 5  # drafts at the top
_LEAST_ANSWER = 2  # drafts under a question that has no "Q." before it
_LONGEST = 22  # words of a title
_LONGEST_IN_A_ROW = 8  # words of one of several such lines with no blank line between them
_LEAST_LABELS = 3  # of a letter's head
_FEWEST = 6  # words of a question that does not stand first


def mark_question(text: str, drafts: list[Draft]) -> list[Draft]:
    """The question, labelled ("Q. 3 ...") or told by its words, with what stands over it as the title."""
    for place, draft in enumerate(drafts[:_LOOKED_AT]):
        match = QUESTION.match(draft.text.lstrip("*# "))
        if match and draft.kind in ("paragraph", "heading", "list-item"):
            offset = draft.text.find(draft.text.lstrip("*# ")) + match.end()
            draft.kind, draft.style, draft.number = "question", "", ""
            draft.title_start = draft.start + offset
            for over in drafts[:place]:
                over.kind = "title" if _is_over(over) else over.kind
            return _with_wrapped(text, drafts, place)
        if place >= 2 and not _is_over(draft):
            break
    for place, draft in enumerate(drafts[:_LOOKED_AT]):
        left = len(drafts) - place
        label = _LABEL.match(draft.text)
        asked = " ".join(draft.text[label.end() if label else 0 :].split())
        put = asks(asked) or (label is not None and asked.endswith("?"))
        if left > _LEAST_ANSWER and draft.kind == "paragraph" and draft.alone and put:
            if place and not label and not _is_the_question(draft, drafts[place + 1 :]):
                return drafts
            draft.kind = "question"
            if label:
                draft.title_start = draft.start + label.end()
            for over in drafts[:place]:
                over.kind = "title"
            return drafts
        if not _is_over(draft):
            return drafts
    return drafts


def _with_wrapped(text: str, drafts: list[Draft], place: int) -> list[Draft]:
    """The question with the lines that it runs on over."""
    question = drafts[place]
    while place + 1 < len(drafts):
        on = drafts[place + 1]
        worth = MARKS_NOTE.fullmatch(text[on.start : on.end])
        if not worth and (on.kind != "paragraph" or on.number):
            break
        if text.count("\n", question.end, on.start) != 1:
            break
        if not worth and has_ended(question.text) and not (on.text[:1].islower() or asks(on.text)):
            break
        question.end = on.end
        question.text = text[question.start : on.end]
        del drafts[place + 1]
    return drafts


def split_abstract(drafts: list[Draft]) -> list[Draft]:
    """ "Abstract—This paper ..." as the heading "Abstract" and its text, where a heading ends it."""
    found: list[Draft] = []
    for place, draft in enumerate(drafts):
        match = _ABSTRACT.match(draft.text) if draft.kind == "paragraph" and place < 2 * _LOOKED_AT else None
        if match and any(one.kind in ("heading", "list-item") and one.number for one in drafts[place + 1 : place + 4]):
            cut = draft.start + match.end()
            found.append(
                Draft("heading", draft.start, draft.start + match.end(1), "bold", alone=True, text=match.group(1))
            )
            draft.start, draft.text = cut, draft.text[match.end() :]
        found.append(draft)
    return found


def _is_the_question(draft: Draft, rest: list[Draft]) -> bool:
    """Under a title, and not the first of an answer's headings that ask."""
    others = any(one.alone and one.short and one.label.endswith("?") for one in rest)
    return draft.word_count >= _FEWEST and not others


def _is_over(draft: Draft) -> bool:
    """A line that could stand over a question: a title, a name, a date."""
    initial = (
        draft.kind == "list-item" and len(draft.number) == 1 and draft.number.isupper()
    )  # "J. Marchetti and P. Osei"
    if not initial and (draft.kind not in ("paragraph", "heading") or draft.number):
        return False
    if not draft.may_head:
        return False
    if not draft.alone and draft.word_count > _LONGEST_IN_A_ROW:
        return False
    section = any(
        known_name(draft.label, key) for key in ("introduction", "outline", "conclusion", "references", "apart")
    )
    return not section and draft.word_count <= _LONGEST


def mark_title_lines(drafts: list[Draft]) -> None:
    """Title, name and date in lines of their own over the answer, where one of them is a date or a name that is known."""
    run = []
    for draft in drafts[:_LOOKED_AT]:
        if draft.kind in ("question", "title"):
            continue
        if not _is_over(draft):
            break
        run.append(draft)
    after_run = next((draft for draft in drafts if draft.kind not in ("question", "title") and draft not in run), None)
    sure = [i for i, draft in enumerate(run) if _is_date(draft) or _is_person(draft)]
    if after_run is not None and after_run.kind == "heading" and known_name(after_run.label, "apart"):
        sure.append(len(run) - 1)  # all over an abstract
    last = max(sure, default=-1)
    for draft in run[: last + 1]:
        draft.kind = draft.kind if draft.depth else "title"
    titles = [draft for draft in drafts[: _LOOKED_AT + 1] if draft.kind == "title"]
    after = drafts[len(titles)] if len(titles) < len(drafts) else None
    if after is not None and after.kind == "paragraph" and any(same_title(after.label, one.label) for one in titles):
        after.kind = "title"  # once more over the text


def mark_letter_head(drafts: list[Draft]) -> None:
    """ "To: ...", "From: ...", "Date: ..." over a memorandum, with the word over them: no prose of it."""
    labelled = _letter_head(drafts)
    for draft in drafts[: drafts.index(labelled[-1]) + 1] if labelled else ():
        if draft in labelled or _is_over(draft):
            draft.kind, draft.style = "title", ""


def _letter_head(drafts: list[Draft]) -> list[Draft]:
    """The lines of a letter's head at the top; none where fewer than three labels stand there."""
    labelled = [draft for draft in drafts[: 2 * _LOOKED_AT] if _letter_label(draft)]
    return labelled if len({_letter_label(draft) for draft in labelled}) >= _LEAST_LABELS else []


def _letter_label(draft: Draft) -> str:
    """ "to" of "To: the Minister"; "" for a line of another kind."""
    label, colon, rest = draft.text.strip("*_ ").partition(":")
    known = (
        colon
        and rest.strip()
        and draft.word_count <= _LONGEST
        and label.strip("*_ ").lower() in words("headings", "letter_head")
    )
    return label.strip("*_ ").lower() if known else ""


def _is_date(draft: Draft) -> bool:
    return bool(DATE.fullmatch(draft.label))


def _is_person(draft: Draft) -> bool:
    found = draft.label.split()
    return 1 < len(found) <= 4 and all(word in lines("south_asian_names") for word in found)


def _may_be_title(draft: Draft) -> bool:
    """A line without a full stop; or one that asks, behind a colon: "Youth unemployment: is training the answer?"."""
    return draft.open_ended or (draft.label.endswith("?") and ":" in draft.label)


def mark_title(drafts: list[Draft]) -> None:
    """A first heading without number that is no section of the answer: the headline of an article, the topic line."""
    titles = [draft.label for draft in drafts if draft.kind == "title"]
    for one in (draft for draft in drafts if draft.kind == "heading"):
        if one.number or not any(same_title(one.label, title) for title in titles):
            if any(known_name(one.label, key) for key in ("apart", "outline")):
                continue
            break  # the answer's own sections begin, and one of them may well be called what the whole is
        one.kind = "title"  # above the text once more, after a title page or an abstract
    if _letter_head(drafts):
        return  # the subject of a memorandum is its title
    front = [draft for draft in drafts if draft.kind not in ("question", "title")]
    if not front or front[0].kind not in ("heading", "paragraph"):
        return
    first, rest = front[0], front[1:]
    if (
        first.number
        or names_a_part(first.label)
        or any(known_name(first.label, key) for key in ("introduction", "outline", "conclusion", "references", "apart"))
    ):
        return
    apart = known_name(rest[0].label, "apart") if rest else False
    again = next((one for one in rest if one.kind == "heading" and same_title(one.label, first.label)), None)
    if apart and again is not None and not again.number:
        again.kind = "title"  # above the text once more, after an abstract
    headings = [draft for draft in rest if draft.kind == "heading" and not known_name(draft.label, "references")]
    if first.kind == "heading":
        top = first.depth == 1 and all(heading.depth != 1 for heading in headings)
        bare = first.style == "plain" or (first.style == "capitals" and not headings)
        if top or bare or (rest and rest[0].kind in ("heading", "outline")):
            first.kind = "title"
    elif first.alone and _may_be_title(first) and first.word_count <= _LONGEST:
        if not (headings and first.short) and not is_titled(first.label) and not first.label.endswith("?"):
            return
        first.kind = "title"
        below = rest[0] if rest else None
        if below and not headings and below.alone and below.short and below.open_ended and is_titled(below.label):
            below.kind = "title"


def is_titled(label: str) -> bool:
    """Most words that count have a capital, as in a title."""
    weighty = [word for word in re.findall(r"[^\W\d_][\w’'-]*", label) if not is_stopword(word.lower())]
    return len(weighty) > 1 and sum(word[0].isupper() for word in weighty) >= 0.75 * len(weighty)
