"""Plain text and Markdown, UTF-8 (or UTF-16 with its byte order mark)."""

from __future__ import annotations

import codecs

from grader.errors import InputError
from grader.model import Essay
from grader.segment import build
from grader.segment.tokens import count_words


def read(data: bytes, name: str, label: str) -> Essay:
    """The essay in a text file. Line ends become ``\\n``; nothing else is altered.

    Raises:
        InputError: empty, not text, or not in an encoding that can be told for sure.
    """
    text = decode(data, label).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise InputError(f"{label}: the file is empty; put the answer in it")
    if not count_words(text):
        raise InputError(f"{label}: no words in the file; put the answer in it")
    return build(text, name)


def decode(data: bytes, label: str) -> str:
    """Text of a file's bytes; refuses rather than guesses, for a wrong guess puts false words before a student."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                raise InputError(
                    f"{label}: begins like {encoding.upper()} text but is broken; save it again as UTF-8"
                ) from None
    controls = sum(data.count(byte) for byte in (0, 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 26, 27, 127))
    if b"\0" in data or controls > len(data) * 0.01:
        raise InputError(f"{label}: not a text file; save the answer as plain text (.txt)")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"{label}: line {line} is not UTF-8 text; open the file in an editor and save it with encoding UTF-8"
        ) from None
