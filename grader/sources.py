"""Texts that an answer is held against: model answers, readings, notes given out. Only their names go into a result."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from grader.errors import InputError, SourceError
from grader.files import read, shown
from grader.model import Source
from grader.segment.overlap import plain_words

_MOST = 20_000_000  # bytes: a thick book in plain text has two million


def read_sources(given: Iterable[Source | str | Path] | str | Path) -> tuple[Source, ...]:
    """Each file's text under the file's name, in the order given; a source already made is passed on.

    Raises:
        SourceError: a file cannot be read, is of a kind that is not read, broken, too large or without words.
    """
    given = [given] if isinstance(given, (str, Path)) else given
    return tuple(one if isinstance(one, Source) else _read(Path(one)) for one in given)


def _read(path: Path) -> Source:
    from grader.readers import check_format, text_of

    label = shown(path)
    try:
        if path.is_file():  # what is no file at all gets its own reason, from the reading
            check_format(path.name, label)
        text = text_of(read(path, _MOST, "a source"), path.name, label)
    except (InputError, ValueError) as error:
        raise SourceError(str(error)) from None
    if not plain_words(text):
        raise SourceError(f"{label}: no words in the file; give a source as a file with its text")
    return Source(shown(path.name), text)
