"""The style that most of the reference list is written in, where one can be told."""

from __future__ import annotations

from grader.citing.styles import of_list
from grader.context import Context
from grader.facts.listing import listing
from grader.model import Essay


def list_style(essay: Essay, context: Context) -> str:
    """A key of :data:`grader.citing.expected.STYLES`; "" for a short list, a mixed one, or one of another style."""
    return of_list([one.entry for one in context.fact(listing).entries]).style
