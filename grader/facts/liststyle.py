"""The style that most of the reference list is written in, where one can be told."""

from __future__ import annotations

from grader.context import Context
from grader.model import Essay


def list_style(essay: Essay, context: Context) -> str:
    """A key of :data:`grader.citing.expected.STYLES`; "" for a short list, a mixed one, or one of another style."""
    return ""
