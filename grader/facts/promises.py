"""What the introduction says the answer will do, theme by theme, and whether it comes back.

Only themes with words of their own are held to account ("the record of our neighbour"); "causes", "effects" and
"remedies" come back under too many names to tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from grader.context import Context
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

_RELATIVE = re.compile(r"(?:which|who|whose|that|what|how|where|when)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Promise:
    """One announced theme: its words in the introduction, and whether a later part takes them up."""

    span: Span
    kept: bool


def promises(essay: Essay, context: Context) -> tuple[Promise, ...]:
    """Themes that the introduction announces in so many words, in order."""
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
        if not phrase_pattern("roles", "plan").search(sentence.text) or phrase_pattern("roles", "stance").search(
            sentence.text
        ):
            continue
        shown = view(essay.text, sentence.span, essay.marks.hidden)
        for start, end in _themes(shown.text):
            own = content_stems(shown.text[start:end]) - common
            if own:
                found.append(Promise(shown.source(start, end), 2 * len(own & body) >= len(own)))
    return tuple(found)


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
