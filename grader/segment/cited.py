"""In-text citations of an essay, and what its sentences read on without."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from grader.citing.families import borne_out
from grader.citing.intext import find
from grader.citing.model import InText
from grader.citing.passages import find_passages, speaks_of_scripture
from grader.citing.reading_past import gaps
from grader.model import PROSE, Block, Marks, Span
from grader.segment.transcription import kept_from_citations, view

# Without any of these a block cites nobody: most blocks need not be looked at.
_MAY_CITE = re.compile(r"[\d⁰¹²³⁴-⁹]|[(\[]")
_NUMBERED = re.compile(r"\[?\d{1,3}[\].)]\s")


def citations(text: str, blocks: Sequence[Block], marks: Marks) -> tuple[tuple[InText, ...], tuple[Span, ...]]:
    """Citations with their places in the essay, and the stretches that views look through, both in order.

    Of a block quotation only what stands at its end is the student's: the rest is the quoted author's.
    """
    hidden = kept_from_citations(text, marks)
    scripture = speaks_of_scripture(text)
    seen = []
    for block in blocks:
        if block.kind in PROSE or block.kind in ("quote", "table", "equation"):
            if not _MAY_CITE.search(text, *block.span):
                continue
            shown = view(text, block.span, hidden)
            passages = find_passages(shown.text, scripture)
            found = tuple(one for one in find(shown.text) if not any(_overlap(one, other) for other in passages))
            if block.kind == "quote":
                found = tuple(one for one in found if not shown.text[one.end :].strip(" .)]"))
            seen.append((shown, found, passages, block.kind == "quote"))
    every = [one for _, found, _, _ in seen for one in found]
    quotes = [shown.text[one.start : one.end] for shown, found, _, _ in seen for one in found]
    numbered = sum(block.kind == "reference" and bool(_NUMBERED.match(text, block.span.start)) for block in blocks) > 1
    kept = iter(borne_out(every, quotes, numbered))
    cited: list[InText] = []
    unread: list[Span] = []
    for shown, found, passages, quoted in seen:
        mine = [*(one for one in found if next(kept)), *passages]
        for one in mine:
            span = shown.source(one.start, one.end)
            cited.append(replace(one, start=span.start, end=span.end))
        unread += [shown.source(start, end) for start, end in gaps(shown.text, mine)] if not quoted else []
    return tuple(sorted(cited, key=lambda one: (one.start, one.end))), tuple(sorted(unread))


def _overlap(one: InText, other: InText) -> bool:
    return one.start < other.end and other.start < one.end
