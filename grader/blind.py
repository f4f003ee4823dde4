"""Blind marking: a script's text without what says who wrote it, each sign in its place.

The text is covered before anything reads it, so nothing that is found, quoted or said later can hold a name. Front matter and
lines that say who wrote the answer become blanks, which no mark rests on. In the answer itself a full name, and an id that
cannot be taken for a figure, become "███", word for word, so that words and places stay as many and as they were.

What stays: a single name ("Ali"), a nickname, a signature of other words; and the full name of somebody whom essays are about,
for a gap in its place would tell that a candidate is called so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from grader.candidate import Candidate, is_written_about
from grader.lexicon import load
from grader.model import Essay
from grader.segment import build
from grader.segment.nameplate import first_lines, front_matter, spelling

COVER = "█"

_FIGURES = 6  # an id of fewer figures alone could be a year or a number of the essay's own


def blind(essay: Essay, said: Iterable[Candidate], name: str) -> Essay:
    """The same essay under another name, with nothing in its text that says who wrote it. All spans stay as they are.

    Args:
        essay: the script.
        said: the candidate as each source has it.
        name: what to call the essay.
    """
    text = covered(_without_nameplate(essay.text), said)
    made = build(text, name)
    return replace(
        essay,
        name=name,
        text=text,
        blocks=made.blocks,
        marks=made.marks,
        sentences=made.sentences,
        views=made.views,
        words=made.words,
    )


def _without_nameplate(text: str) -> str:
    while spans := (*front_matter(text).spans, *first_lines(text).spans):  # what is left may have such lines at its top
        for span in spans:
            text = text[: span.start] + re.sub(r"[^\n]", " ", text[span.start : span.end]) + text[span.end :]
    return text


def covered(text: str, said: Iterable[Candidate]) -> str:
    """A text of the same length, with every word of the candidate's full name and id covered."""
    for one in said:
        for pattern in (*_names(one.name), *_ids(one.id)):
            text = pattern.sub(_cover, text)
    return text


def _cover(match: re.Match[str]) -> str:
    before = match.start("who") - match.start()
    return match.group()[:before] + re.sub(r"\S", COVER, match["who"])


def _names(name: str) -> list[re.Pattern[str]]:
    """Patterns for a full name; "Khan, Ali" is "Ali Khan" too. None for a single name, which may be anybody's."""
    if is_written_about(name):
        return []
    last, comma, first = name.partition(",")
    forms = [re.findall(r"[^\s,]+", form) for form in (name, f"{first} {last}" if comma else "")]
    patterns = [r"[\s,_-]+".join(map(re.escape, words)) for words in forms if len(words) > 1]
    return [re.compile(rf"(?<!\w)(?P<who>{pattern})(?!\w)", re.IGNORECASE) for pattern in patterns]


def _ids(value: str) -> list[re.Pattern[str]]:
    """The pattern for an id: as it stands where it has letters or many figures, else only behind "Roll No." and the like."""
    if not value:
        return []
    words = r"\s*".join(map(re.escape, value.split()))
    telling = len(value) >= _FIGURES or not value.isdigit()
    labels = "|".join(spelling(label) for label in sorted(load("candidates")["id"], key=len, reverse=True))
    before = r"(?<![\w/.-])" if telling else rf"\b(?:{labels})[\s.:#-]*"
    return [re.compile(rf"{before}(?P<who>{words})(?![\w/-])", re.IGNORECASE)]
