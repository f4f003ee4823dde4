"""Plain text and Markdown."""

from __future__ import annotations

from grader.errors import InputError
from grader.model import Essay
from grader.readers import check_length
from grader.readers.characters import cleaned
from grader.readers.decode import decode
from grader.segment import build
from grader.segment.tokens import count_words


def read(data: bytes, name: str, label: str) -> Essay:
    """The essay in a text file. Line ends become ``\\n``, and :func:`~grader.readers.characters.cleaned` its characters.

    Raises:
        InputError: empty, not text, or not in an encoding that can be told for sure.
    """
    text = cleaned(decode(data, label).replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        raise InputError(f"{label}: the file is empty; put the answer in it")
    words = count_words(text)
    if not words:
        raise InputError(f"{label}: no words in the file; put the answer in it")
    check_length(words, label)
    return build(text, name)
