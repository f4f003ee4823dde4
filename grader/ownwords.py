"""Words that a tutor or a student says are right: one word or phrase a line, ``#`` for a remark.

They are data like the expected points: read here, handed to :func:`grader.mark`, and named in the result.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from grader.errors import InputError, WordsError
from grader.files import read, shown

_MOST = 1_000_000  # bytes
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


def read_words(path: str | Path) -> frozenset[str]:
    """The words of a file, in small letters; of a phrase each word.

    Raises:
        WordsError: it cannot be read, is no text in UTF-8, or is too large.
    """
    from grader.readers.decode import decode

    path = Path(path)
    try:
        data = read(path, _MOST, "a list of words")
    except InputError as error:
        raise WordsError(str(error)) from None
    try:
        text = decode(data, "")
    except InputError:
        raise WordsError(
            f"{shown(path)}: not a text file in UTF-8; write one word or phrase a line and save it as UTF-8"
        ) from None
    return as_words(line.partition("#")[0] for line in text.splitlines())


def as_words(given: Iterable[str] | str | Path) -> frozenset[str]:
    """Words given from Python in the same form: the path of a file, or words and phrases."""
    if isinstance(given, (str, Path)):
        return read_words(given)
    return frozenset(word.lower() for entry in given for word in _WORD.findall(entry.replace("’", "'")))


def user_file() -> Path | None:
    """Where the user's own words are looked for; None where there is no home folder."""
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "win32":
        folder = Path(os.environ.get("APPDATA") or home / "AppData" / "Roaming")
    else:
        folder = Path(os.environ.get("XDG_CONFIG_HOME") or "")
        folder = folder if folder.is_absolute() else home / ".config"
    return folder / "grader" / "words.txt"


def user_words() -> frozenset[str]:
    """The words of the user's own file; none where there is no such file.

    Raises:
        WordsError: it is there and cannot be used.
    """
    path = user_file()
    return read_words(path) if path and path.exists() else frozenset()


def fingerprint(words: frozenset[str]) -> str:
    """A short hash by which two results show whether they rest on the same words."""
    return hashlib.sha256("\n".join(sorted(words)).encode()).hexdigest()[:8]
