"""Plain text and Markdown."""

from __future__ import annotations

from grader.readers.characters import cleaned
from grader.readers.decode import decode


def text(data: bytes, label: str) -> str:
    """The text of a file. Line ends become ``\\n``, and :func:`~grader.readers.characters.cleaned` its characters.

    Raises:
        InputError: not text, or not in an encoding that can be told for sure.
    """
    return cleaned(decode(data, label).replace("\r\n", "\n").replace("\r", "\n"))
