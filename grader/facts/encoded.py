"""The answer as the sentence encoder reads it: once an essay, for whoever compares its sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grader.context import Context
from grader.model import Essay, Span

if TYPE_CHECKING:
    from grader.matching.encoder import Encoded


@dataclass(frozen=True, slots=True)
class Readings:
    """``sentences``: one for each of the essay's; ``labels``: of headings and outline items, by the block's place."""

    sentences: tuple[Encoded, ...]
    labels: dict[Span, Encoded]


def encoded(essay: Essay, context: Context) -> Readings | None:
    """Every sentence and heading in numbers; None where the encoder's weights were left out."""
    from grader.matching.encoder import encoder  # numpy: only when somebody asks

    reader = encoder()
    if reader is None:
        return None
    heads = essay.blocks_of("heading", "outline")
    read = reader.encode([*(sentence.text for sentence in essay.sentences), *map(essay.label_of, heads)])
    count = len(essay.sentences)
    return Readings(tuple(read[:count]), {head.span: one for head, one in zip(heads, read[count:], strict=True)})
