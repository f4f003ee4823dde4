"""A draft as a points file: commented YAML that ``--points`` takes as it is and that asks to be edited."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from textwrap import wrap

from grader.drafting.model import Draft, Place, Proposal
from grader.files import shown

_WIDTH = 110
_UNPRINTABLE = re.compile("[^\\x20-\\x7e\\xa0-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]|\ufeff")
_LEFT_OUT = 20  # of what was left out so many are quoted
_HEADER = (
    "This is a draft: sentences and headings of the sources, not a marking scheme. Before you mark with it:",
    "- delete what you do not expect of an answer, and what is wrong;",
    "- reword each text into one full claim in your own words, merge points that say the same, split those that say two things;",
    "- go through the aliases: words and phrases that show the point, each under one point only;",
    "- put each into the right group, and under 'groups' say how many of a group you expect (else all of them);",
    "- set depth (mentioned, explained or evidenced) and weight where they should not be explained and 1.",
    "Then run 'grader points check' on this file.",
)


def to_yaml(draft: Draft) -> str:
    """The file's content, ending in a line break. Comments hold the places; nothing in it depends on the day or machine."""
    return "\n".join(_lines(draft)) + "\n"


def _lines(draft: Draft) -> Iterator[str]:
    yield from _comment("Expected points, drafted from:")
    for label in draft.labels:
        yield from _comment(f"  {_plain(label)}")
    yield "#"
    for line in _HEADER:
        yield from _comment(line)
    if draft.question:
        yield ""
        yield f"question: {_text(draft.question)}"
    yield "points:"
    group = None
    for point in draft.points:
        if point.group != group:
            group = point.group
            yield ""
            yield f"  # {_plain(group) or 'No part of the question: put these into a group, or delete them.'}"
        yield from _point(point, len(draft.labels))
    yield from _left_out(draft)


def _point(point: Proposal, sources: int) -> Iterator[str]:
    yield from _comment(_where(point, sources), 2)
    mark = "  # from a heading: say what is claimed" if point.needs_claim else ""
    yield f"  - id: {point.id}"
    yield f"    text: {_text(point.text)}{mark}"
    if point.paraphrases:
        yield "    paraphrases:"
        yield from (f"      - {_text(text)}" for text in point.paraphrases)
    if point.aliases:
        yield f"    aliases: [{', '.join(_text(alias) for alias in point.aliases)}]"
    if point.group:
        yield f"    group: {_text(point.group) if not point.group.replace('_', '').replace('-', '').isalpha() else point.group}"


def _where(point: Proposal, sources: int) -> str:
    count = f"in {point.sources} of {sources} sources: " if sources > 1 else ""
    return count + "; ".join(_named(place) for place in point.places)


def _named(place: Place) -> str:
    head = f" (under “{_plain(place.head)}”)" if place.head else ""
    return f"{_plain(place.label)}, line {place.line}{head}"


def _left_out(draft: Draft) -> Iterator[str]:
    if not draft.left_out:
        return
    number = len(draft.left_out)
    yield ""
    yield from _comment(
        f"Left out, for {len(draft.points)} points are many: {number} more wording{'s' * (number > 1)}"
        + (f", of which the first {_LEFT_OUT}:" if number > _LEFT_OUT else ":")
    )
    for text, place in draft.left_out[:_LEFT_OUT]:
        yield from _comment(f"- {_plain(text)} ({_plain(place.label)}, line {place.line})")


def _comment(text: str, indent: int = 0) -> Iterator[str]:
    start = f"{' ' * indent}# "
    hang = start + ("  " if text.startswith("- ") else "")
    inner = text if text.strip() else " "
    yield from wrap(inner, _WIDTH, initial_indent=start, subsequent_indent=hang, break_on_hyphens=False)


def _plain(text: str) -> str:
    """A text on one line, with nothing in it that YAML or a screen cannot have."""
    return " ".join(_UNPRINTABLE.sub("\ufffd", shown(" ".join(text.split()))).split())


def _text(text: str) -> str:
    """A text in straight quotes, as JSON has it: good YAML whatever stands in it."""
    return json.dumps(_plain(text), ensure_ascii=False)
