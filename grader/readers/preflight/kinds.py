"""What a file is by its first bytes, held against what its name says."""

from __future__ import annotations

import re

# What a file of this suffix has to be; text files may be anything that is none of the others.
EXPECTED = {
    ".docx": "zip",
    ".odt": "zip",
    ".rtf": "rtf",
    ".pdf": "pdf",
    ".html": "html",
    ".htm": "html",
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".tif", ".tiff"), "picture"),
    **dict.fromkeys((".txt", ".text", ".md", ".markdown"), "text"),
}

_NAMES = {".docx": "a Word document", ".odt": "an OpenDocument text", ".rtf": "an RTF file", ".pdf": "a PDF"}
_RENAME = {"rtf": ("an RTF file", ".rtf"), "pdf": ("a PDF", ".pdf"), "html": ("a web page", ".html")}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ARCHIVES = (
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"PK\x07\x08",
    b"\x1f\x8b",
    b"Rar!\x1a\x07",
    b"7z\xbc\xaf",
    b"BZh",
    b"\xfd7zXZ",
)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<!doctype\s+html|<html[\s>])", re.I)
# How reports and class lists of ours begin, of this version and of those before.
_OWN_PAGE = re.compile(rb'<meta name="robots" content="noindex">\s*<title>(?:Feedback|Marked): ')
_LOCKED = "EncryptedPackage".encode("utf-16-le")  # the name of the stream that holds a document under a password

DAMAGED = "damaged, or not {what}; open it in the program it was written with and save it again"
LOCKED = "locked with a password; open it, take the password off, and save it again"


def is_archive(head: bytes) -> bool:
    """Whether these first bytes of a file are an archive's: zip, gzip, rar, 7z, bzip2, xz."""
    return head.startswith(_ARCHIVES)


def is_own_page(head: bytes) -> bool:
    """Whether these first bytes of a web page are those of a report or a class list that marking wrote."""
    return bool(_OWN_PAGE.search(head[:1_000]))


def kind(data: bytes) -> str:
    """ "zip", "archive" (of another make), "old" (Word before 2007, and what it wraps), "rtf", "pdf", "html", "mail"
    (a web page as one file), "picture", or "" for what bears no mark."""
    head = data[:2048]
    if head.startswith(_ARCHIVES[:3]):
        return "zip"
    if is_archive(head):
        return "archive"
    if head.startswith(_OLE):
        return "old"
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith(b"%PDF-"):
        return "pdf"
    if _PAGE.match(head):
        return "html"
    if head.startswith(b"MIME-Version:"):
        return "mail"
    return "picture" if head.startswith(_PICTURES) else ""


def mismatch(data: bytes, suffix: str) -> str:
    """What a file is instead of what its suffix says, and what to do; empty where the two agree."""
    expected, found = EXPECTED.get(suffix, ""), kind(data)
    if expected == found == "html" and is_own_page(data):
        return "a report that was written here, not an answer; name the answer's own file"
    if not expected or found == expected:
        return ""
    if found == "old":
        return LOCKED if _LOCKED in data else "an old Word file (.doc) by its content; save it as .docx"
    if found == "picture":
        return "a picture by its content; type its words into a plain text file (.txt) first"
    if found == "mail":
        return "a web page saved as one file (.mht) by its content; save it as .docx"
    if found in _RENAME:
        what, right = _RENAME[found]
        return f"{what} by its content; rename it so that its name ends in {right}"
    if found == "zip":
        return _unpacked(data)
    if found == "archive":
        return "an archive by its content; unpack it and mark the answer inside"
    if expected == "pdf" and b"%PDF-" in data[:1024]:  # mail programs put lines of their own before it
        return ""
    return "" if expected in ("html", "text") else DAMAGED.format(what=_NAMES.get(suffix, "a picture"))


def _unpacked(data: bytes) -> str:
    if b"word/document" in data:
        return "a Word document by its content; rename it so that its name ends in .docx"
    if b"application/vnd.oasis.opendocument.text" in data[:200]:
        return "an OpenDocument text by its content; rename it so that its name ends in .odt"
    return "an archive (zip) by its content; unpack it and mark the answer inside"
