"""Text -> :class:`~grader.model.Essay`: blocks, sentences and tokens, all as spans over one unaltered text."""

from grader.segment.build import build

__all__ = ["build"]
