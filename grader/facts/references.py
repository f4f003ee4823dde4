"""The entries of the reference list, taken apart."""

from __future__ import annotations

from dataclasses import dataclass

from grader.citing.entries import parse_list
from grader.citing.model import Entry
from grader.context import Context
from grader.model import Essay, Span


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry of the list, and where it stands in the essay."""

    span: Span
    entry: Entry


def references(essay: Essay, context: Context) -> tuple[Reference, ...]:
    """Entries of the reference list and of footnotes, in order."""
    held = [
        (block, shown.text)
        for block, shown in zip(essay.blocks, essay.views, strict=True)
        if block.kind == "reference" and shown.text.strip()
    ]
    taken = parse_list([(text, int(block.number) if block.number.isdecimal() else None) for block, text in held])
    return tuple(Reference(block.span, entry) for (block, _), entry in zip(held, taken, strict=True))
