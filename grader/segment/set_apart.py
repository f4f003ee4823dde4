"""What stands apart in an answer and is none of its prose: verse and speeches, words between quotation marks, formulas."""

from __future__ import annotations

import itertools
import re

from grader.segment.lines import Draft, ends_in_colon

_QUOTED = re.compile(
    r"(?:“[^“”]{12,}”|\"[^\"]{12,}\"|‘[^‘’]{12,}(?:’\w[^‘’]*)*’)[.,;]?\s*"
    r"(?:[(\[][^()\[\]]{1,80}[)\]]|[-–—]\s*[A-Z][\w. ’'-]{2,60}|\[\^?\d{1,3}\])?[.]?"
)
_CELL = re.compile(r"\t+| {2,}")
_AUTHOR = re.compile(
    r"(?:[A-Z][\w.’'-]*|of|the|de|von|al|bin)(?:\s+(?:[A-Z][\w.’'-]*|of|the|de|von|al|bin)){0,5}(?:,\s.{1,60}|\s\([^()]*\))?"
)
_SYMBOL = re.compile(r"[=+\-−–*/×÷<>≤≥≈%^()\[\]\d.,→∑Δ]+|[A-Za-zα-ωΑ-Ω](?:_?\w{1,3})?\*?|[A-Z]{2,6}\*?")
_MOST_WORDS, _MOST_PLAIN = 16, 8  # words of an equation, and those of letters
_CAPTION_WORDS = 60
_CAPTION = re.compile(
    r"\W*(?:Figure|Fig\.?|Table|Chart|Exhibit|Box|Map|FIGURE|TABLE)\s+(?:\d{1,2}(?:\.\d{1,2})?|[IVX]{1,4})(?:\W*$|\s*[.:–—-])\W*"
)
_CREDIT = re.compile(r"\W*(?:Sources?|Notes?|Adapted from)\s*[.:]", re.IGNORECASE)


def mark_set_apart(drafts: list[Draft]) -> None:
    """Paragraphs that are a quotation from mark to mark become quotations, lines that are an equation become equations."""
    _mark_rows(drafts)
    for before, draft in zip([None, *drafts], drafts, strict=False):
        if draft.kind == "paragraph" and before is not None and _QUOTED.fullmatch(" ".join(draft.text.split())):
            if before.kind != "question":
                draft.kind, draft.number = "quote", ""
        elif (
            before is not None and before.kind == "quote" and draft.style == "bullet" and _AUTHOR.fullmatch(draft.label)
        ):
            draft.kind, draft.style = "quote", ""  # "– Benjamin Franklin"
        elif draft.kind in ("paragraph", "heading") and not draft.depth and is_formula(draft.text):
            draft.kind, draft.style, draft.number = "equation", "", ""


def mark_captions(drafts: list[Draft]) -> None:
    """ "Figure 1. Trips per month", "Table I" with its name below, "Source: own estimates" under either: no prose."""
    for before, draft in zip([None, *drafts], drafts, strict=False):
        if draft.kind not in ("paragraph", "heading") or draft.word_count > _CAPTION_WORDS:
            continue
        numbered = _CAPTION.match(draft.label)
        named = before is not None and before.kind == "table" and _CAPTION.fullmatch(before.label) and draft.short
        under = before is not None and before.kind == "table" and _CREDIT.match(draft.label)
        if numbered or (named and draft.open_ended) or under:
            draft.kind, draft.style = "table", ""


def _mark_rows(drafts: list[Draft]) -> None:
    """Neighbouring lines of cells parted by tabs or wide blanks are rows of a table."""
    for one, other in itertools.pairwise(drafts):
        if _is_row(one) and _is_row(other):
            one.kind = other.kind = "table"


def _is_row(draft: Draft) -> bool:
    plain = (
        draft.kind in ("paragraph", "table")
        and "\n" not in draft.text
        and not draft.text.rstrip().endswith((".", "?", "!"))
    )
    return plain and len(_CELL.findall(draft.text.strip())) >= 2


def is_formula(line: str) -> bool:
    """An equation on a line of its own: "MSB = MPB - MEC", "PED = % change in quantity demanded / % change in price"."""
    text = line.strip(" \t*_$\\")
    if "\n" in text or text.count("=") != 1 or ends_in_colon(text) or text.startswith("|"):
        return False
    left, right = (side.strip() for side in text.split("="))
    words = text.split()
    if not left or not right or len(words) > _MOST_WORDS or re.search(r"[.!?]\s+[A-Z]", text):
        return False
    if text.endswith(".") or len(re.findall(r"\b[a-z]{3,}\b", text)) > _MOST_PLAIN:
        return False
    short = len(left.split()) <= 3
    symbols = sum(bool(_SYMBOL.fullmatch(word)) for word in words)
    return short and (
        2 * symbols >= len(words) or (bool(_SYMBOL.fullmatch(left)) and bool(re.search(r"[/×÷*+−%]", right)))
    )
