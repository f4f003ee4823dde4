"""What is asked of a file's bytes before any reader sees them: is it what its name says, and can it do harm by its size or shape.

A file that fails is refused in one sentence that says what to do. Limits are far above what an answer needs and far
below what troubles a small computer; what is packed is unpacked piece by piece and counted, for a file's own word for
its size is not taken. Nothing is run, fetched or written.
"""

from __future__ import annotations

from importlib import import_module

from grader.errors import InputError
from grader.readers.preflight import kinds

MAX_BYTES = 20_000_000  # a typed answer with a few photographs in it

_LOOKED_INTO = {"zip": "archives", "pdf": "pages", "html": "markup", "rtf": "markup"}


def check(data: bytes, suffix: str, label: str) -> None:
    """Lets a file pass, or says why not.

    Args:
        data: the file's bytes.
        suffix: how its name ends, in lower case: ".docx".
        label: what to call it in messages.

    Raises:
        InputError: it is too large, not what its suffix says, locked, damaged, or shaped to do harm.
    """
    reason = fault(data, suffix)
    if reason:
        raise InputError(f"{label}: {reason}")


def fault(data: bytes, suffix: str) -> str:
    """Why a file is not read, as the words after its name; empty for one that may be read."""
    if len(data) > MAX_BYTES:
        return f"larger than {MAX_BYTES // 1_000_000} MB; take the pictures out, or save the answer as plain text"
    reason = kinds.mismatch(data, suffix)
    room = _LOOKED_INTO.get(kinds.EXPECTED.get(suffix, ""))
    if reason or not room:
        return reason
    found: str = import_module(f"grader.readers.preflight.{room}").fault(data, suffix)
    return found
