"""Plain text and Markdown from bytes: UTF-8, or UTF-16 with its byte order mark."""

from __future__ import annotations

import codecs

from grader.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark its own begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = [chr(code) for code in (*range(9), 14, 15, 16, 26, 27, 127)]


def decode(data: bytes, label: str) -> str:
    """Text of a file's bytes; refuses rather than guesses, for a wrong guess puts false words before a student."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                raise InputError(
                    f"{label}: begins like {encoding.upper()} text but is broken; save it again as UTF-8"
                ) from None
            _check_text(text, label)
            return text
    _check_text(data.decode("latin-1"), label)  # every byte a character: control bytes are told from text
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"{label}: line {line} is not UTF-8 text; open the file in an editor and save it with encoding UTF-8"
        ) from None


def _check_text(text: str, label: str) -> None:
    controls = sum(text.count(char) for char in _CONTROLS)
    if "\0" in text or controls > len(text) * 0.01:
        raise InputError(f"{label}: not a text file, or not in UTF-8; save the answer as plain text (.txt) in UTF-8")
