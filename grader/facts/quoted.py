"""Somebody else's words: quotations inside the prose, and block quotations."""

from __future__ import annotations

import re
from dataclasses import dataclass

from grader.context import Context
from grader.model import PROSE, Essay, Span
from grader.words import is_stopword

FEWEST = 4  # words; fewer are a term or an echo
_MARKS = re.compile(r"“([^“”]{1,3000})”|\"([^\"]{1,3000})\"|(?<![\w’'])‘([^‘’]*(?:’\w[^‘’]*)*)’(?!\w)")


@dataclass(frozen=True, slots=True)
class Quoted:
    """The quoted words without their marks; ``block`` for those set apart as a block."""

    span: Span
    text: str
    block: bool = False


def quoted(essay: Essay, context: Context) -> tuple[Quoted, ...]:
    """Quotations of four words and more, in order; titles in quotation marks are none."""
    found = []
    for block, shown in zip(essay.blocks, essay.views, strict=True):
        if block.kind == "quote":
            found.append(Quoted(block.span, shown.text, block=True))
        elif block.kind in PROSE:
            for match in _MARKS.finditer(shown.text):
                text = next(part for part in match.groups() if part is not None)
                if _is_said(text):
                    found.append(Quoted(shown.source(*match.span()), text))
    return tuple(sorted(found, key=lambda one: one.span))


def _is_said(text: str) -> bool:
    """Words in a sentence's small letters: in a title those that count have capitals."""
    words = re.findall(r"[^\W\d_][\w’'-]*", text)
    weighty = [word for word in words[1:] if not is_stopword(word)]
    return len(words) >= FEWEST and 2 * sum(word[0].islower() for word in weighty) >= len(weighty) > 0
