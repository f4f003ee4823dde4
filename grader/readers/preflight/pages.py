"""PDF files: whether one is locked, runs something when opened, or unpacks to more than an answer holds."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

MAX_PAGES = 300  # five times what is read, for old versions of pages stay in the file; the reader counts exactly
MAX_STREAMS = 20_000
MAX_STREAM_BYTES = 30_000_000
MAX_TOTAL_BYTES = 60_000_000
MAX_RATIO = 100
_RATIO_FROM = 1_000_000  # below this a stream is too small to harm
_LONGEST_DICTIONARY = 4_000

_STREAM = re.compile(rb"stream\r?\n")
_SCRIPT = re.compile(rb"/(?:JavaScript|JS|RichMedia)(?![A-Za-z0-9])")
_LAUNCH = re.compile(rb"/Launch(?![A-Za-z0-9])")
_LINK = re.compile(rb"/Subtype\s*/Link(?![A-Za-z])")
_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
_ENCRYPT = re.compile(rb"/Encrypt(?![A-Za-z])")
_IMAGE = re.compile(rb"/Subtype\s*/Image(?![A-Za-z])")
_OBJECTS = re.compile(rb"/Type\s*/ObjStm(?![A-Za-z])")
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)(?![A-Za-z])")
_HEX = re.compile(rb"#([0-9a-fA-F]{2})")

_BOMB = "unpacks to far more than an answer holds; save the answer as plain text and mark that"


def fault(data: bytes, suffix: str) -> str:
    """Why a PDF is not read, as the words after its name; empty for one that may be.

    What stands in the file plainly and in its packed lists of objects is looked at; pictures stay packed. Links, and
    files attached to it, are no reason to refuse: they are never opened.
    """
    total = pages = 0
    for count, (plain, packed) in enumerate(_stretches(data)):
        if count > MAX_STREAMS:
            return _BOMB
        plain = _named(plain)
        if _ENCRYPT.search(plain):
            return "locked with a password, or against copying; print it to a new PDF or save the answer as .docx"
        text, size = _unpacked(plain, packed)
        total += size
        if size > _most(packed) or total > MAX_TOTAL_BYTES:
            return _BOMB
        if _runs(plain) or _runs(text):
            return "holds a script or starts a program, which is never run; print it to a new PDF and mark that"
        pages += len(_PAGE.findall(plain)) + len(_PAGE.findall(text))
        if pages > MAX_PAGES:
            return f"more than {MAX_PAGES} pages; an answer has far fewer, so save its pages as a PDF of their own"
    return ""


def _stretches(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The file in pieces: what stands plainly, and the stream that follows on it."""
    at = 0
    while begins := _STREAM.search(data, at):
        end = data.find(b"endstream", begins.end())
        end = end if end >= 0 else len(data)
        yield data[at : begins.start()], data[begins.end() : end]
        at = end + len(b"endstream")
    yield data[at:], b""


def _named(plain: bytes) -> bytes:
    """The same with names written out: a letter may stand as its number, /J#53."""
    return _HEX.sub(lambda code: bytes([int(code[1], 16)]), plain) if b"#" in plain else plain


def _runs(text: bytes) -> bool:
    """Whether something is run when the file is opened; a link to a file beside it, as word processors write, is not."""
    return bool(_SCRIPT.search(text)) or any(
        not _LINK.search(text[max(0, launch.start() - 400) : launch.end() + 100]) for launch in _LAUNCH.finditer(text)
    )


def _most(packed: bytes) -> int:
    return min(MAX_STREAM_BYTES, max(_RATIO_FROM, MAX_RATIO * len(packed)))


def _unpacked(plain: bytes, packed: bytes) -> tuple[bytes, int]:
    """A list of objects as it can be searched (else nothing), and how many bytes the stream holds, as far as it was unpacked.

    Args:
        plain: what stands before the stream; its end is the stream's own dictionary.
        packed: the stream.
    """
    dictionary = plain[max(plain.rfind(b" obj"), len(plain) - _LONGEST_DICTIONARY, 0) :]
    if not packed or _IMAGE.search(dictionary):
        return b"", 0
    if not _FLATE.search(dictionary):
        return packed if _OBJECTS.search(dictionary) else b"", len(packed)
    try:
        text = zlib.decompressobj().decompress(packed, _most(packed) + 1)
    except zlib.error:  # the reader says what it makes of it
        return b"", 0
    return _named(text) if _OBJECTS.search(dictionary) else b"", len(text)
