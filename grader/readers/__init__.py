"""Files -> essays: one module a format, chosen by the file's suffix. All refusals are one sentence.

Plain text is decoded here; a document is looked at (``preflight``), then parsed in a child process (``child``, ``worker``)
by its reader's ``parts``, which come back written as marked text.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from grader.errors import InputError
from grader.files import read as read_file
from grader.files import shown
from grader.model import Essay
from grader.readers import preflight

TEXTS = (".txt", ".text", ".md", ".markdown")
PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff")  # of pages; read where there is a program for it
DOCUMENTS = {".docx": "docx", ".odt": "odt", ".rtf": "rtf", ".html": "html", ".htm": "html", ".pdf": "pdf"}
FORMATS = (*TEXTS, *DOCUMENTS, *PICTURES)
MAX_BYTES = 2_000_000  # of plain text: five times what MAX_WORDS words take
MAX_WORDS = 50_000

_SAVE_AS_DOCX = "save it as .docx or as plain text (.txt) first"
# Files that may well hold an essay, but not in a form that is read; and how to make it one.
UNREAD = {
    ".doc": "save it as .docx first",
    **dict.fromkeys((".docm", ".dotx", ".ott", ".fodt", ".pages", ".wps", ".epub", ".tex"), _SAVE_AS_DOCX),
    **dict.fromkeys((".mht", ".mhtml"), _SAVE_AS_DOCX),
    **dict.fromkeys((".heic", ".bmp", ".gif", ".webp"), "save it as .png or .jpg first"),
}


def read(path: Path | str) -> Essay:
    """Reads one essay.

    Raises:
        InputError: the file cannot be read, is of an unknown kind, is empty, too large, or not text.
    """
    path = Path(path)
    if _is_text(path):
        raise InputError(
            f"“{shown(path)[:40]}…” is a text, not the path of a file; save it as a .txt file and give its path, "
            "or make an Essay of it with grader.readers.read_bytes(text.encode(), 'answer.txt')"
        )
    if os.path.isfile(path):  # what is no file at all gets its own reason, from the reading
        check_format(path.name, shown(path))
    most = MAX_BYTES if path.suffix.lower() in TEXTS else preflight.MAX_BYTES
    return read_bytes(read_file(path, most, "an essay"), path.name, label=shown(path))


def _is_text(path: Path) -> bool:
    """Whether an essay's words were given where its path belongs; a file of such a name is taken for a file."""
    name = str(path)
    return ("\n" in name or len(name) > 260) and path.suffix.lower() not in FORMATS and not os.path.lexists(path)


def read_bytes(data: bytes, name: str, *, label: str = "") -> Essay:
    """The essay in a file's content.

    Args:
        data: the file's bytes.
        name: the file's name; its suffix says what it is, its stem names the essay.
        label: what to call it in messages, if not ``name``.
    """
    label = label or shown(name)
    check_format(name, label)
    if not data.strip():
        raise InputError(f"{label}: the file is empty; put the answer in it")
    text, notes = text_and_notes(data, name, label)
    return replace(essay_of(text, Path(shown(name)).stem, label), notes=notes)


def text_of(data: bytes, name: str, label: str) -> str:
    """A file's text: plain text as it stands, a document as marked text. Line ends are ``\\n``."""
    return text_and_notes(data, name, label)[0]


def text_and_notes(data: bytes, name: str, label: str) -> tuple[str, tuple[str, ...]]:
    """A file's text, and what a reader of the marks has to know of how it was read.

    A document is looked at before any parser sees it, and parsed in a child process; pictures of pages are recognised.

    Raises:
        InputError: the file is of an unknown kind or not what its name says, broken, locked, hostile, or no text.
    """
    check_format(name, label)
    suffix = Path(name).suffix.lower()
    preflight.check(data, suffix, label)
    if suffix in TEXTS:
        from grader.readers.plain import text

        return text(data, label), ()
    if suffix in DOCUMENTS:
        from grader.readers.child import convert

        marked = convert(data, f"grader.readers.{DOCUMENTS[suffix]}", label)
        if marked.strip() or suffix != ".pdf":
            return marked, ()
    from grader.readers import scan

    return scan.text(data, suffix, label), (scan.NOTE,)


def essay_of(text: str, name: str, label: str) -> Essay:
    """The essay in a text.

    Raises:
        InputError: there are no words in it, or far too many.
    """
    from grader.segment import build  # not loaded in the child
    from grader.segment.tokens import count_words

    if not text.strip():
        raise InputError(f"{label}: no text in the file; if its pages are pictures, type their words into a text file")
    words = count_words(text)
    if not words:
        raise InputError(f"{label}: no words in the file; put the answer in it")
    check_length(words, label)
    return build(text, name)


def check_format(name: str, label: str) -> None:
    """Refuses a file whose suffix no reader knows, and says how to make one that is read."""
    suffix = Path(name).suffix.lower()
    if suffix not in FORMATS:
        raise InputError(
            f"{label}: cannot read {shown(suffix) or 'a file without suffix'}; {UNREAD.get(suffix, _SAVE_AS_DOCX)} "
            f"(read now: {', '.join(sorted(FORMATS))})"
        )


def check_length(words: int, label: str) -> None:
    """Refuses what is far too long for one answer, before any work is spent on it."""
    if words > MAX_WORDS:
        raise InputError(
            f"{label}: {words:,} words; one answer of at most {MAX_WORDS:,} words can be marked, so split the file"
        )
