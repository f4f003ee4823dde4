"""Members of a document that is a zip archive (.docx, .odt), and XML parsed with nothing fetched and nothing expanded."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from grader.errors import InputError

if TYPE_CHECKING:
    from zipfile import ZipFile

    from lxml.etree import _Element

MAX_MEMBER = 30_000_000  # bytes unpacked; the words of 50,000 words' worth of Word's XML take a tenth
_STRICT = b"http://purl.oclc.org/ooxml/"
_USUAL = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


def opened(data: bytes, label: str) -> ZipFile:
    """The archive in a file's bytes.

    Raises:
        InputError: it is none, or a broken one.
    """
    import zipfile

    try:
        return zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise InputError(f"{label}: broken, or not a document of this kind; open it and save it again") from None


def xml(archive: ZipFile, name: str, label: str) -> _Element | None:
    """The root of one XML member; None where the archive has none of this name.

    Raises:
        InputError: encrypted, far too large, broken, or with a document type, which could hold anything.
    """
    import zlib
    from zipfile import BadZipFile

    try:
        with archive.open(name) as member:
            data = member.read(MAX_MEMBER + 1)
    except KeyError:
        return None
    except RuntimeError:  # zipfile's word for a missing password
        raise InputError(f"{label}: protected by a password; save it without one") from None
    except (BadZipFile, zlib.error, ValueError, OSError, EOFError, NotImplementedError):
        raise InputError(f"{label}: broken; open it and save it again") from None
    if len(data) > MAX_MEMBER:
        raise InputError(f"{label}: far too large inside for an essay; copy the answer into a new file")
    return parsed(data, label)


def parsed(data: bytes, label: str) -> _Element:
    """The root of an XML text. Entities stay unexpanded, nothing is fetched; Word's strict namespaces are made the usual."""
    from lxml import etree

    if _STRICT in data:
        for strict, usual in _USUAL:
            data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError):  # LookupError: an encoding that nobody knows
        raise InputError(f"{label}: broken; open it and save it again") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise InputError(f"{label}: its XML declares a document type, which no word processor writes; save it again")
    return root


def local(tag: object) -> str:
    """An element's or attribute's name without its namespace; "" for what is neither (an entity left as it is)."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
