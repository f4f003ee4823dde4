"""What the answer says it will do, and whether it does: themes of the introduction, and numbers announced anywhere.

Only themes with a name ("the part of Venice") or with several words of their own are held to account; "causes",
"effects", "the courts" come back under too many names to tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from grader.context import Context
from grader.facts.counts import Count, counts, number_word
from grader.facts.question import question
from grader.facts.roles import opening
from grader.facts.sections import units
from grader.lexicon import phrase_pattern, words
from grader.model import Essay, Span
from grader.segment.similarity import content_stems
from grader.segment.transcription import view
from grader.words import stem

_SPLIT = re.compile(
    r"[,;:]\s+(?:and\s+)?(?:then\s+|finally\s+|also\s+|lastly\s+)*|\s+and\s+(?:then\s+|finally\s+|also\s+)*"
)

_NAME = re.compile(r"(?<=\s)[A-Z][\w’'-]+")
_ENOUGH = 3  # words of its own that a theme needs before their absence tells anything

_RELATIVE = re.compile(r"(?:which|who|whose|that|what|how|where|when)\b", re.IGNORECASE)


State = Literal["kept", "broken", "contradicted"]


@dataclass(frozen=True, slots=True)
class Promise:
    """One announced theme or number of things: its words, and what came of it. ``said`` says in words what contradicts
    it ("two steps are announced, three are given"); empty otherwise."""

    span: Span
    state: State
    said: str = ""

    @property
    def kept(self) -> bool:
        return self.state == "kept"


def promises(essay: Essay, context: Context) -> tuple[Promise, ...]:
    """Themes that the introduction announces in so many words, and numbers of things announced anywhere, in order."""
    numbered = [_of_count(count) for count in context.fact(counts)]
    themes = [
        theme for theme in _themes_kept(essay, context) if not any(theme.span.touches(one.span) for one in numbered)
    ]
    return tuple(sorted([*themes, *numbered], key=lambda promise: promise.span))


def _of_count(count: Count) -> Promise:
    if count.announced == count.given:
        return Promise(count.span, "kept")
    said = f"{number_word(count.announced)} {count.noun} are announced, {number_word(count.given)} are given"
    return Promise(count.span, "contradicted", said)


def _themes_kept(essay: Essay, context: Context) -> tuple[Promise, ...]:
    sentences = context.fact(opening)
    later = [
        unit
        for unit in context.fact(units)
        if unit.role != "introduction" and not (sentences and unit.span.holds(sentences[0].span))
    ]
    if not later:
        return ()
    body = frozenset().union(*(content_stems(f"{unit.title} {unit.text}") for unit in later))
    asked = context.fact(question)
    common = {stem(word) for word in words("roles", "announcing_words")} | set(asked.terms if asked else ())
    found = []
    for sentence in sentences:
        shown = view(essay.text, sentence.span, essay.marks.unread)
        active = phrase_pattern("roles", "plan").search(shown.text)
        passive = phrase_pattern("roles", "announced").search(shown.text)
        if not (active or passive) or phrase_pattern("roles", "stance").search(shown.text):
            continue
        argued = phrase_pattern("roles", "contends").search(shown.text)
        for start, end in _themes(shown.text):
            if argued and end > argued.start():
                break  # from here on the writer takes a position
            if active and not passive and end < active.start():
                continue  # in the passive the themes come first: "the courts will be considered"
            own = content_stems(shown.text[start:end]) - common
            names = _names(shown.text, start, end) & own
            if names or len(own) >= _ENOUGH:
                kept = not names - body and (len(own - body) < _ENOUGH or 2 * len(own & body) >= len(own))
                found.append(Promise(shown.source(start, end), "kept" if kept else "broken"))
    return tuple(found)


def _names(text: str, start: int, end: int) -> set[str]:
    """Stems of the theme's capitalised words; the sentence's first word is not looked at."""
    return {stem(match.group()) for match in _NAME.finditer(text, max(1, start - 1), end)}


def _themes(text: str) -> list[tuple[int, int]]:
    """Places of the sentence's parts between commas and "and"."""
    cuts = [(match.start(), match.end()) for match in _SPLIT.finditer(text)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text.rstrip(" ."))]
    return [
        (start, end)
        for start, end in zip(starts, ends, strict=True)
        if text[start:end].strip() and not _RELATIVE.match(text, start)
    ]
