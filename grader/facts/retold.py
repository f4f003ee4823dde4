"""Words that stand twice: whole sentences, and quotations.

Only what is the same word for word is here; the same point in other words is :mod:`grader.facts.repeats`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from grader.context import Context
from grader.model import Essay, Span

_FEWEST = 6  # words: fewer may be a refrain, a name, a slogan
_QUOTATION = re.compile(r"[\"“]([^\"“”]{20,600})[\"”]")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Retold:
    """A sentence or quotation that stood before: both places, and how many words stand again."""

    kind: Literal["sentence", "quotation"]
    first: Span
    again: Span
    words: int


def retold(essay: Essay, context: Context) -> tuple[Retold, ...]:
    """What stands again, in order; a quotation inside a sentence that stands again is not named beside it."""
    seen: dict[tuple[str, tuple[str, ...]], Span] = {}
    found: list[Retold] = []
    for kind, span, words in _pieces(essay):
        first = seen.setdefault((kind, words), span)
        if first != span and not (kind == "quotation" and any(one.again.holds(span) for one in found)):
            found.append(Retold(kind, first, span, len(words)))
    return tuple(sorted(found, key=lambda one: one.again))


def _pieces(essay: Essay) -> Iterator[tuple[Literal["sentence", "quotation"], Span, tuple[str, ...]]]:
    for sentence in essay.sentences:
        words = tuple(token.text.casefold() for token in sentence.tokens)
        if len(words) >= _FEWEST:
            yield "sentence", sentence.span, words
    for block, view in zip(essay.blocks, essay.views, strict=True):
        if block.kind in ("paragraph", "list-item", "quote"):
            spans = [match.span(1) for match in _QUOTATION.finditer(view.text)]
            if block.kind == "quote":
                spans = [(0, len(view.text))]
            for start, end in spans:
                words = tuple(_WORD.findall(view.text[start:end].casefold()))
                if len(words) >= _FEWEST:
                    yield "quotation", view.source(start, end), words
