"""Whether a sentence says what its writer holds: "This essay accepts ... but contends that ..."."""

from __future__ import annotations

from grader.lexicon import phrase_pattern


def writer_contends(text: str) -> bool:
    """Whether the essay is named, and a verb of contending follows in the same sentence."""
    writer = phrase_pattern("roles", "writer").search(text)
    return bool(writer and phrase_pattern("roles", "contends").search(text, writer.end()))
