"""Bytes -> text: UTF-8, UTF-16 and UTF-32 with their byte order marks, and Windows-1252 where it plainly is that.

Refuses rather than guesses, for a wrong guess puts false words before a student. A library that guesses encodings was
looked at (charset-normalizer) and is not needed: of what is no UTF-8 only one encoding is ever accepted.
"""

from __future__ import annotations

import codecs
import re

from grader.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark its own begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = [chr(code) for code in (*range(9), 14, 15, 16, 26, 27, 127)]
_UTF8_CHARACTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
# What English texts hold beyond ASCII: punctuation and signs; letters of names and loan words, capitals before a letter.
_WINDOWS = re.compile(
    r"[\x00-\x7f‘’“”–—…•·€£©®™°§½¼¾²³×\xa0]|[àáâäåæçèéêëíïñóôöøúûüœßšž]|[ÀÁÂÄÅÆÇÉÑÓÔÖØÚÜŒŠŽ](?=[^\W\d_])"
)


def decode(data: bytes, label: str) -> str:
    """The text of a file's bytes.

    Raises:
        InputError: no text, or in an encoding that cannot be told for sure.
    """
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
        text = _as_windows(data)
        if text:
            return text
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"{label}: line {line} is not UTF-8 text; open the file in an editor and save it with encoding UTF-8"
        ) from None


def _as_windows(data: bytes) -> str:
    """The text in Windows-1252, if all of it makes sense so and none of it as UTF-8; otherwise ""."""
    if _UTF8_CHARACTER.search(data):
        return ""
    text = data.decode("cp1252", "replace")
    return text if len(_WINDOWS.findall(text)) == len(text) else ""


def _check_text(text: str, label: str) -> None:
    controls = sum(text.count(char) for char in _CONTROLS)
    if "\0" in text or controls > len(text) * 0.01:
        raise InputError(f"{label}: not a text file, or not in UTF-8; save the answer as plain text (.txt) in UTF-8")
