"""Files -> essays: one module a format, chosen by the file's suffix. All refusals are one sentence."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path

from grader.errors import InputError
from grader.files import read as read_file
from grader.files import shown
from grader.model import Essay

FORMATS = {".txt": "plain", ".text": "plain", ".md": "plain", ".markdown": "plain"}
MAX_BYTES = 2_000_000  # five times what MAX_WORDS words take
MAX_WORDS = 50_000

_SAVE_AS_TEXT = "save it as plain text (.txt) or Markdown (.md) first"
_TYPE_IT = "type its words into a plain text file (.txt) first"
# Files that may well hold an essay, but not in a form that is read; and how to make it one.
UNREAD = {
    **dict.fromkeys((".doc", ".docx", ".odt", ".rtf", ".pages", ".wps", ".pdf", ".epub", ".tex"), _SAVE_AS_TEXT),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".heic", ".tif", ".tiff", ".bmp", ".gif", ".webp"), _TYPE_IT),
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
    return read_bytes(read_file(path, MAX_BYTES, "an essay"), path.name, label=shown(path))


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
    reader = import_module(f"grader.readers.{FORMATS[Path(name).suffix.lower()]}")
    essay: Essay = reader.read(data, Path(shown(name)).stem, label)
    return essay


def check_format(name: str, label: str) -> None:
    """Refuses a file whose suffix no reader knows, and says how to make one that is read."""
    suffix = Path(name).suffix.lower()
    if suffix not in FORMATS:
        raise InputError(
            f"{label}: cannot read {shown(suffix) or 'a file without suffix'}; {UNREAD.get(suffix, _SAVE_AS_TEXT)} "
            f"(read now: {', '.join(sorted(FORMATS))})"
        )


def check_length(words: int, label: str) -> None:
    """Refuses what is far too long for one answer, before any work is spent on it."""
    if words > MAX_WORDS:
        raise InputError(
            f"{label}: {words:,} words; one answer of at most {MAX_WORDS:,} words can be marked, so split the file"
        )
