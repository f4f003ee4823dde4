"""In-text citations of the answer."""

from __future__ import annotations

from dataclasses import dataclass

from grader.citing.model import InText
from grader.context import Context
from grader.model import Essay, Span


@dataclass(frozen=True, slots=True)
class Citation:
    """One source named in the text: "(IMF, 2024)", "Thirlwall (1979)", "[3]"; each number of "[1, 3-5]" is one of these.

    ``author`` is as a reader would say it ("Khan and Ali", "Boxell et al."), empty for a number; ``source`` has the parts.
    """

    span: Span
    author: str
    year: str
    number: int | None = None
    source: InText | None = None


def citations(essay: Essay, context: Context) -> tuple[Citation, ...]:
    """In-text citations of the student's prose, in order; "ibid." and footnote marks without a number name nobody."""
    found = [
        Citation(Span(one.start, one.end), _spoken(one), one.year, number, one)
        for one in essay.cited
        for number in (one.numbers or (None,))
        if one.numbers or one.authors or one.year
    ]
    mine = [one for one in found if not any(sentence.span.touches(one.span) for sentence in essay.apart)]
    return tuple(sorted(mine, key=lambda citation: citation.span))


def _spoken(one: InText) -> str:
    *first, last = one.authors or ("",)
    names = f"{', '.join(first)} {one.joined or 'and'} {last}" if first else last
    return f"{', '.join(one.authors)} et al." if one.et_al else names
