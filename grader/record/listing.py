"""The flag on an answer that lists the expected points: said neutrally, with its lines."""

from __future__ import annotations

from collections.abc import Sequence

from grader.context import Context
from grader.facts.listed import listed, named_in
from grader.model import Essay, Span
from grader.result import Flag

MANY_BARE = 3  # sentences that hold nothing but points' own words; one or two are a slip or a heading run in
MANY_NAMED = 5  # points in one sentence: more than it can argue; answers that argue name three at most
_MOST_LINES = 5


def listing_flags(context: Context) -> list[Flag]:
    """Expected points that are named in a row, which is not yet arguing them."""
    essay, points = context.essay, context.expected.points
    bare = sorted(context.fact(listed))
    crowded = [one.span for one in essay.sentences if named_in(one, points) >= MANY_NAMED]
    if len(bare) < MANY_BARE and not crowded:
        return []
    said = []
    if len(bare) >= MANY_BARE:
        said.append(
            f"{len(bare)} sentences only name expected points, in the points’ own words ({_lines(bare, essay)})"
        )
    if crowded:
        one = f"{len(crowded)} sentences each name" if len(crowded) > 1 else "one sentence names"
        said.append(f"{one} {MANY_NAMED} or more expected points ({_lines(crowded, essay)})")
    text = "; ".join(said)
    say = f"{text[:1].upper()}{text[1:]}. Naming a point counts as mentioned, not as argued."
    return [Flag(id="points-listed", say=say)]


def _lines(spans: Sequence[Span], essay: Essay) -> str:
    """ "line 4", "lines 4, 5, 6 and 3 more" """
    lines = list(dict.fromkeys(essay.line_of(span.start) for span in spans))
    more = f" and {len(lines) - _MOST_LINES} more" if len(lines) > _MOST_LINES else ""
    return f"line{'s' * (len(lines) > 1)} {', '.join(map(str, lines[:_MOST_LINES]))}{more}"
