"""The sentences of the prose with what each word does in them, for the checks that need to know.

Quotations stay in the sentence, so that it can be parsed, but no word of theirs may be flagged: ``quoted`` says which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from grader.context import Context
from grader.facts.prose import BLANK, Passage, prose
from grader.model import Essay
from grader.segment.sentences import split

_SPACE = re.compile(r"\s")  # one for one: places must not move
_LONGEST = 120  # words: the parse of a longer sentence is a guess


@dataclass(frozen=True, slots=True)
class Parsed:
    """One sentence: ``doc`` is spaCy's, ``start`` its first character's place in ``passage.text``."""

    passage: Passage
    start: int
    doc: Any

    def place(self, first: Any, last: Any | None = None) -> tuple[int, int]:
        """Where a token, or a run of tokens, stands in ``passage.text``."""
        last = first if last is None else last
        return self.start + first.idx, self.start + last.idx + len(last.text)

    def quoted(self, token: Any) -> bool:
        """Whether a token stands in a quotation."""
        start, end = self.place(token)
        return BLANK in self.passage.text[start:end]


def parsed(essay: Essay, context: Context) -> tuple[Parsed, ...]:
    """Every sentence of the prose, parsed, in order; none where no engine runs, for the parser belongs to them."""
    if context.engine is None:
        return ()
    from grader.engines.parser import parse

    places = [
        (passage, start, passage.view.text[start:end])
        for passage in context.fact(prose)
        for start, end in split(passage.view.text)
        if passage.view.text.count(" ", start, end) < _LONGEST
    ]
    docs: Iterator[Any] = parse(_SPACE.sub(" ", text) for _, _, text in places)
    return tuple(Parsed(passage, start, doc) for (passage, start, _), doc in zip(places, docs, strict=True))
