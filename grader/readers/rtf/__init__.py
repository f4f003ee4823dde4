"""Rich Text Format (.rtf), read in one pass: no library keeps its notes, headings and struck words (striprtf and pandoc lose them)."""

from __future__ import annotations

from grader.errors import InputError
from grader.readers.document import Part


def parts(data: bytes, label: str) -> tuple[Part, ...]:
    """The blocks of an RTF file; comments, pictures, heads and feet of pages, hidden text and tables of contents are left out.

    Raises:
        InputError: no RTF, or nested too deeply.
    """
    from grader.readers.rtf.reader import Reader

    start = data[:64].lstrip()
    if not start.startswith(b"{\\rtf"):
        raise InputError(f"{label}: not an RTF file, or a broken one; open it and save it as .rtf again")
    return Reader(label).read(data.decode("latin-1"))
