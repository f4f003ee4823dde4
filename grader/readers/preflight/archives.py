"""Word documents and OpenDocument texts are zip archives: what may be packed in one, and how much of it."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from io import BytesIO
from urllib.parse import unquote
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from grader.readers.preflight.kinds import DAMAGED, LOCKED, is_archive
from grader.readers.preflight.markup import xml_fault

MAX_MEMBERS = 2_000
MAX_MEMBER_BYTES = 30_000_000
MAX_TOTAL_BYTES = 60_000_000
MAX_RATIO = 100
_MAX_LINKS_BYTES = 1_000_000

# Below this a member is too small to harm, and a page of spaces may well shrink a hundredfold.
_RATIO_FROM = 1_000_000

_WHAT = {".docx": "a Word document", ".odt": "an OpenDocument text"}
_BOMB = "unpacks to far more than an answer holds{where}; save the answer as plain text and mark that"
_UNREADABLE = (BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, struct.error)

# A chart keeps its table in a packed file of its own here; nobody opens it.
_CHART_TABLE = re.compile(r"word/embeddings/[^/]+\.(?:xls[xbm]|docx|pptx)", re.I)
# Other programs' parts, which are never opened, may name a document type as they always did.
_NEVER_OPENED = re.compile(r"(?:Basic|Dialogs|Scripts|Configurations2)/|META-INF/manifest\.xml$")
# Links of these kinds are opened with the document; a plain link waits for somebody to follow it.
_OPENED = ("attachedTemplate", "oleObject", "subDocument", "frame", "aFChunk")


def fault(data: bytes, suffix: str) -> str:
    """Why an archive is not read, as the words after its name; empty for one that may be."""
    import zlib

    if data.count(b"PK\x01\x02") > MAX_MEMBERS:
        return (
            f"holds more than {MAX_MEMBERS:,} packed files, which no answer does; save it as plain text and mark that"
        )
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _members_fault(archive, suffix) or _kind_fault(archive, suffix)
    except (*_UNREADABLE, zlib.error):
        return DAMAGED.format(what=_WHAT[suffix])


def _kind_fault(archive: ZipFile, suffix: str) -> str:
    names = archive.namelist()
    word = any(re.fullmatch(r"word/[^/]+\.xml", name) for name in names)
    said = next((name for name in ("mimetype", "META-INF/manifest.xml") if name in names), "content.xml")
    text = "content.xml" in names and b"application/vnd.oasis.opendocument.text" in archive.read(said)
    if (word, suffix) == (True, ".odt") or (text, suffix) == (True, ".docx"):
        what, right = (_WHAT[".docx"], ".docx") if word else (_WHAT[".odt"], ".odt")
        return f"{what} by its content; rename it so that its name ends in {right}"
    return "" if word or text else f"an archive without {_WHAT[suffix]} in it; unpack it and mark the answer inside"


def _members_fault(archive: ZipFile, suffix: str) -> str:
    members = archive.infolist()
    if len({info.filename for info in members}) < len(members):
        return DAMAGED.format(what=_WHAT[suffix])
    if any(info.flag_bits & 1 for info in members) or "encrypted-package" in archive.namelist():
        return LOCKED
    total = 0
    for info in members:
        reason = _name_fault(info)
        if reason:
            return reason
        kept, size = bytearray(), 0
        for piece in _pieces(archive, info):
            if not size and is_archive(piece) and not _CHART_TABLE.fullmatch(info.filename):
                return "holds an archive inside it, which is not opened; save the answer as plain text and mark that"
            size += len(piece)
            if _too_much(info, size, total + size):
                return _BOMB.format(where=f" ({_short(info.filename)})")
            if _is_xml(info.filename):
                kept += piece
        total += size
        reason = _content_fault(info.filename, bytes(kept), suffix)
        if reason:
            return reason
    return ""


def _pieces(archive: ZipFile, info: ZipInfo) -> Iterator[bytes]:
    """What a member holds, unpacked a little at a time."""
    with archive.open(info) as member:
        while piece := member.read(1 << 16):
            yield piece


def _too_much(info: ZipInfo, size: int, total: int) -> bool:
    ratio = size > _RATIO_FROM and size > MAX_RATIO * max(info.compress_size, 1)
    return ratio or size > MAX_MEMBER_BYTES or total > MAX_TOTAL_BYTES


def _name_fault(info: ZipInfo) -> str:
    name = info.orig_filename.replace("\\", "/")
    if name.startswith("/") or ":" in name.split("/")[0] or ".." in name.split("/"):
        return f"holds a packed file with a path out of the document ({_short(name)}); save the answer as plain text"
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        return "packed in a way that no word processor uses; open it and save it again"
    return ""


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _content_fault(name: str, content: bytes, suffix: str) -> str:
    if not content.strip():
        return ""
    reason = xml_fault(content, any_type=bool(_NEVER_OPENED.match(name)), what=_WHAT[suffix])
    if reason:
        return reason
    if name == "META-INF/manifest.xml" and b"encryption-data" in content:
        return LOCKED
    return _links_fault(content, suffix) if name.lower().endswith(".rels") else ""


def _links_fault(content: bytes, suffix: str) -> str:
    """Whether a document draws on a file elsewhere. Plain links and pictures on the web are nothing to refuse: they are
    neither followed nor fetched."""
    from xml.etree import ElementTree

    if len(content) > _MAX_LINKS_BYTES:
        return _BOMB.format(where="")
    try:
        root = ElementTree.fromstring(content)  # no document type in it: that was looked for
    except ElementTree.ParseError:
        return DAMAGED.format(what=_WHAT[suffix])
    for link in root:
        target, role = link.get("Target", ""), link.get("Type", "").rsplit("/", 1)[-1]
        if link.get("TargetMode", "").lower() != "external" or role == "hyperlink":
            continue
        if _on_a_share(target) or (role in _OPENED and re.match(r"(?:https?|ftp):", target, re.I)):
            return (
                f"draws on a file on another computer ({_short(target)}), which is not opened; "
                "save the answer as PDF or plain text and mark that"
            )
    return ""


def _on_a_share(target: str) -> bool:
    r"""Whether a link leads to a network share: \\host\x, file://host/x, file:////host/x; not file:///C:/x."""
    path = unquote(target).strip().replace("\\", "/").lower()
    if path.startswith(("smb:", "nfs:", "dav:", "davs:")):
        return True
    rest = path.removeprefix("file:")
    slashes = len(rest) - len(rest.lstrip("/"))
    local = rest.startswith("//localhost/") or slashes < 2 or (slashes == 3 and rest != path)
    return not local


def _short(name: str) -> str:
    from grader.files import shown

    return shown(name if len(name) <= 60 else f"{name[:59]}…")
