"""Files of nested marks: XML, web pages, RTF. How deep they go, and what of them would read other files or grow."""

from __future__ import annotations

import codecs
import re
from itertools import accumulate

from grader.readers.preflight.kinds import DAMAGED

MAX_DEPTH = 256
MAX_MARKS = 3_000_000  # ends and beginnings of XML elements and RTF groups
MAX_RAW = 10_000  # pictures and such in an RTF file
MAX_TAGS = 500_000  # of a web page, which is looked at tag by tag

_DEEP = f"nested more than {MAX_DEPTH} deep, which no answer is; save it as plain text and mark that"
_MANY = "holds far more marks than an answer does; save it as plain text and mark that"
_ENTITIES = (
    "declares entities (a document type of its own), which are not read; open it and save it again, or as plain text"
)

_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})")
_READ = {"utf-8", "utf-16", "utf-16-le", "utf-16-be", "ascii", "iso8859-1", "cp1252"}

# Elements that need no end tag, or have none: they may follow on one another without being nested.
_OPEN_ENDED = frozenset(
    b"area base br col embed hr img input link meta param source track wbr "
    b"html head body p li dt dd tr td th thead tbody tfoot colgroup caption option optgroup rp rt".split()
)
_TAG = re.compile(rb"<(/?)([a-zA-Z][\w:-]*)([^<>]*)>")
_RAW = re.compile(rb"(?<!\\)(?:\\\\)*\\bin(\d{1,10})(?!\d) ?")
_NO_TAGS_IN = re.compile(rb"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1|\Z)", re.I | re.S)


def fault(data: bytes, suffix: str) -> str:
    """Why a web page or RTF file is not read, as the words after its name; empty for one that may be."""
    return _rtf_fault(data) if suffix == ".rtf" else _page_fault(data)


def xml_fault(data: bytes, *, any_type: bool, what: str) -> str:
    """Why an XML part is not read.

    Args:
        data: the part.
        any_type: whether it may name a document type, for nobody reads it; it may declare nothing even so.
        what: what the file should be, for messages: "a Word document".
    """
    plain = _as_utf8(data)
    if not plain.startswith(b"<"):  # also what hides its marks in an encoding of its own
        return DAMAGED.format(what=what)
    if b"<!ENTITY" in plain or (b"<!DOCTYPE" in plain and not any_type):
        return _ENTITIES
    plain = plain.replace(b"<!", b"").replace(b"<?", b"").replace(b"</", b"\1").replace(b"/>", b"\1")
    return _nesting_fault(plain, b"<", b"\1")


def _as_utf8(data: bytes) -> bytes:
    """The part's bytes with its marks as ASCII; empty when it says it is in an encoding that is not known here."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"<\0", b"\0<")):
        order = "le" if data[:1] in (b"\xff", b"<") else "be"
        return data.decode(f"utf-16-{order}", "replace").lstrip("\ufeff \t\r\n").encode("utf-8", "replace")
    data = data.removeprefix(codecs.BOM_UTF8).lstrip()
    said = _ENCODING.match(data)
    if said:
        try:
            known = codecs.lookup(said[1].decode()).name in _READ
        except LookupError:
            known = False
        return data if known else b""
    return data


def _nesting_fault(data: bytes, opens: bytes, closes: bytes) -> str:
    marks = data.translate(None, delete=bytes(set(range(256)) - set(opens + closes)))
    if len(marks) > MAX_MARKS:
        return _MANY
    step = {opens[0]: 1, closes[0]: -1}
    return _DEEP if max(accumulate(map(step.__getitem__, marks)), default=0) > MAX_DEPTH else ""


def _page_fault(data: bytes) -> str:
    data = _as_utf8(data) or data
    if b"<!ENTITY" in data:
        return _ENTITIES
    data = _NO_TAGS_IN.sub(b"", data)
    if data.count(b"<") > MAX_TAGS:
        return _MANY
    depth = 0
    for end, name, rest in _TAG.findall(data):
        if name.lower() in _OPEN_ENDED or rest.endswith(b"/"):
            continue
        depth = max(depth - 1, 0) if end else depth + 1
        if depth > MAX_DEPTH:
            return _DEEP
    return ""


def _rtf_fault(data: bytes) -> str:
    marks = _without_raw(data)
    if marks is None:
        return DAMAGED.format(what="an RTF file")
    marks = marks.replace(b"\\\\", b"").replace(b"\\{", b"").replace(b"\\}", b"")
    if b"\\objupdate" in marks:
        return "holds an object that wants to be opened with it; save the answer as plain text and mark that"
    return _nesting_fault(marks, b"{", b"}")


def _without_raw(data: bytes) -> bytes | None:
    """RTF without its stretches of raw data, such as pictures; None where one is longer than the file, or there are too many."""
    if data.count(b"\\bin") > MAX_RAW:
        return None
    kept, at = [], 0
    while raw := _RAW.search(data, at):
        kept.append(data[at : raw.start(1)])
        at = raw.end() + int(raw[1])
        if at > len(data):
            return None
    return b"".join([*kept, data[at:]])
