"""What the tests of the parts of a script share."""

from __future__ import annotations

from grader.segment import build

PROSE = "It was taken at once, and the towns of the valley saw it done in a day or two."


def kinds(text: str) -> list[tuple[str, str]]:
    """Kind and words of every block."""
    essay = build(text)
    return [(block.kind, view.text) for block, view in zip(essay.blocks, essay.views, strict=True)]


def only_kinds(text: str) -> list[str]:
    """Kind of every block."""
    return [block.kind for block in build(text).blocks]
