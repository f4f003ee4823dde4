"""What a reader of the sentence passes over: "(Khan, 2019)" is no part of its grammar, "[14]" in "as shown in [14]" is."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from grader.citing.brackets import pairs
from grader.citing.model import InText
from grader.lexicon import words

_BETWEEN = re.compile(r"\s*(?:[,;&–-]|and)?\s*")
_WORD = re.compile(r"([\w.]*\w\.?)[\"”’')\]*_]*\s*$")
_STOPS = ".!?"


def gaps(text: str, found: Iterable[InText]) -> list[tuple[int, int]]:
    """Stretches of ``text`` that its sentences read on without, in order.

    Of "(Khan, 2019)", "[3]" and raised digits it is the whole, of "Khan (2019)" the bracket alone. A bracket that its sentence
    needs, and one that holds other words too, stays.
    """
    cited = sorted(found, key=lambda one: (one.start, one.end))
    brackets = pairs(text)
    closing = {end: start for start, end in brackets}
    chosen = set()
    for one in cited:
        if one.form in ("superscript", "note", "passage"):
            chosen.add((one.start, one.end))
        elif one.end in closing and closing[one.end] >= one.start:
            start = closing[one.end]
            if one.form == "sentence" or (start == one.start and not _needed(text, one, start, one.end)):
                chosen.add((start, one.end))
    starts = [one.start for one in cited]
    for start, end in brackets:
        near = cited[bisect_right(starts, start) : bisect_left(starts, end)]
        inside = [one for one in near if one.form == "bracket" and one.end < end]
        if inside and not _other_words(text, start, end, inside) and not _needed(text, inside[0], start, end):
            chosen.add((start, end))
    return _without_doubled_stops(text, _joined(text, sorted(chosen)))


def _needed(text: str, one: InText, start: int, end: int) -> bool:
    """Whether the sentence would lack a word without the bracket: "as shown in [14]", "(Khan, 2019) argues"."""
    before, after = text[max(0, start - 30) : start].rstrip(), text[end : end + 3].lstrip()
    if not before or before[-1] in _STOPS:
        return after[:1].islower()
    word = _WORD.search(before)
    if word is None or word.group(1).lower() not in words("citing", "needed_after"):
        return False
    return one.form == "number" or after[:1] not in (".", ";", ")", "")


def _other_words(text: str, start: int, end: int, inside: list[InText]) -> bool:
    """Whether a bracket with several sources says something else too; "see also" is no such thing."""
    rest = []
    at = start + 1
    for one in inside:
        rest.append(text[at : one.start] if at < one.start else "")
        at = max(at, one.end)
    said = " ".join([*rest, text[at : end - 1]])
    known = {word for cue in words("citing", "before") | words("citing", "second_hand") for word in cue.split()}
    return any(
        word.lower() not in known and word.lower().strip(".") not in known for word in re.findall(r"[\w.]+", said)
    )


def _joined(text: str, chosen: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Gaps with no more than a comma between them as one: "[7], [9], [11]"."""
    joined: list[tuple[int, int]] = []
    for start, end in chosen:
        if joined and (start <= joined[-1][1] or _BETWEEN.fullmatch(text, joined[-1][1], start)):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _without_doubled_stops(text: str, chosen: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Gaps with the stop after them where one stands before them as well: "It fell. (Khan, 2019)."."""
    found = []
    for start, end in chosen:
        before = text[max(0, start - 5) : start].rstrip().rstrip("\"”’'")[-1:]
        if before and before in ".!?,;:" and text[end : end + 1] in tuple(".,;:"):
            end += before in _STOPS or text[end] == before
            if text[end - 1] in ")]":
                continue  # ", (Khan, 2019).": neither stop can go
        found.append((start, end))
    return found
