"""Small files of every format, sound and hostile, written here byte by byte: none is kept, and no other program is needed."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

PARAGRAPHS = (
    "The river tax has divided the valley since it was brought in, and the towns have gained more than they lost.",
    "Critics argue that the tax drove the small boats away. However, most of the owners moved to the ferry trade.",
)

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
HEAD = b'<?xml version="1.0" encoding="UTF-8"?>'


def zipped(members: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip archive of these members, in this order; the same members give the same bytes."""
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, content in members:
            info = ZipInfo(name)
            info.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            archive.writestr(info, content)
    return target.getvalue()


def docx_members(paragraphs: Iterable[str] = PARAGRAPHS, *, links: bytes = b"") -> dict[str, bytes]:
    """The parts of a Word document. ``links``: Relationship elements for the document part."""
    words = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    heading = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>The river tax</w:t></w:r></w:p>'
    body = f"<w:document {W}><w:body>{heading}{words}</w:body></w:document>"
    style = '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
    kinds = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    )
    root = f'<Relationship Id="r1" Type="{_OFFICE}/relationships/officeDocument" Target="word/document.xml"/>'
    styles = f'<Relationship Id="s1" Type="{_OFFICE}/relationships/styles" Target="styles.xml"/>'
    return {
        "[Content_Types].xml": HEAD + f'<Types xmlns="{_PACKAGE}/content-types">{kinds}</Types>'.encode(),
        "_rels/.rels": HEAD + relationships(root.encode()),
        "word/document.xml": HEAD + body.encode(),
        "word/_rels/document.xml.rels": HEAD + relationships(styles.encode() + links),
        "word/styles.xml": HEAD + f"<w:styles {W}>{style}</w:styles>".encode(),
    }


def relationships(links: bytes) -> bytes:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">'.encode() + links + b"</Relationships>"


def link(role: str, target: str) -> bytes:
    """A relationship that leads out of the document."""
    kind = f"{_OFFICE}/relationships/{role}"
    return f'<Relationship Id="x1" Type="{kind}" Target="{target}" TargetMode="External"/>'.encode()


def docx(paragraphs: Iterable[str] = PARAGRAPHS, *, links: bytes = b"", **parts: bytes) -> bytes:
    """A Word document; ``parts`` are further members, "__" in their names for "/" and "_dot_" for ".""."""
    members = docx_members(paragraphs, links=links)
    members |= {name.replace("__", "/").replace("_dot_", "."): content for name, content in parts.items()}
    return zipped(members.items())


def odt_members(paragraphs: Iterable[str] = PARAGRAPHS) -> dict[str, bytes]:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table")
    )
    words = "".join(f"<text:p>{text}</text:p>" for text in paragraphs)
    body = f'<text:h text:outline-level="1">The river tax</text:h>{words}'
    content = f"<office:document-content {spaces}><office:body><office:text>{body}</office:text></office:body>"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
        "</manifest:manifest>"
    )
    return {
        "mimetype": b"application/vnd.oasis.opendocument.text",
        "content.xml": HEAD + f"{content}</office:document-content>".encode(),
        "styles.xml": HEAD + f"<office:document-styles {spaces}/>".encode(),
        "META-INF/manifest.xml": HEAD + manifest.encode(),
    }


def odt(paragraphs: Iterable[str] = PARAGRAPHS) -> bytes:
    return zipped(odt_members(paragraphs).items())


def rtf(paragraphs: Iterable[str] = PARAGRAPHS) -> bytes:
    words = "".join(rf"{{\pard\plain {text}\par}}" for text in paragraphs)
    return rf"{{\rtf1\ansi\deff0{{\fonttbl{{\f0 Times New Roman;}}}}{words}}}".encode()


def html(paragraphs: Iterable[str] = PARAGRAPHS) -> bytes:
    words = "".join(f"<p>{text}</p>" for text in paragraphs)
    title = "<title>The river tax</title>"
    return f"<!DOCTYPE html><html><head>{title}</head><body><h1>The river tax</h1>{words}</body></html>".encode()


def pdf(
    paragraphs: Iterable[str] = PARAGRAPHS,
    *,
    pages: int = 1,
    catalog: bytes = b"",
    trailer: bytes = b"",
    more: bytes = b"",
) -> bytes:
    """A PDF whose pages each show the paragraphs. ``more``: the content of one further stream, packed as it stands."""
    lines = [piece for text in paragraphs for piece in (text[:60], text[60:]) if piece]
    drawn = b" T* ".join(b"(%s) Tj" % line.replace("(", r"\(").replace(")", r"\)").encode() for line in lines)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, b" ".join(b"%d 0 R" % (6 + n) for n in range(pages))),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        stream(b"BT /F1 12 Tf 14 TL 72 720 Td %s ET" % drawn),
        b"<</Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream" % (len(more), more),
        *[
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 3 0 R>>>>>>"
            for _ in range(pages)
        ],
    ]
    made, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    made += b"xref\n0 %d\n0000000000 65535 f \n%strailer\n" % (size, table)
    return bytes(made) + b"<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, made.find(b"xref\n0"))


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A packed stream of a PDF, with its dictionary."""
    packed = zlib.compress(content)
    return b"<</Length %d/Filter/FlateDecode%s>>\nstream\n%s\nendstream" % (len(packed), entries, packed)


SOUND = {".docx": docx, ".odt": odt, ".rtf": rtf, ".html": html, ".pdf": pdf}


def zeros(count: int) -> bytes:
    """So many zero bytes packed by deflate, made a little at a time."""
    packer = zlib.compressobj(9)
    pieces = [packer.compress(bytes(1_000_000)) for _ in range(count // 1_000_000)]
    return b"".join(pieces) + packer.flush()


def zip_bomb(unpacked: int = 300_000_000) -> bytes:
    """A Word document of some 300 kB whose text unpacks to 300 MB."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in docx_members().items():
            if name != "word/document.xml":
                archive.writestr(name, content)
        with archive.open("word/document.xml", "w", force_zip64=True) as member:
            member.write(f"<w:document {W}><w:body><w:p><w:r><w:t>".encode())
            for _ in range(unpacked // 1_000_000):
                member.write(b" " * 1_000_000)
    return target.getvalue()


def lying_bomb(unpacked: int = 300_000_000) -> bytes:
    """The same, with headers that say 1,000 bytes."""
    data = bytearray(zip_bomb(unpacked))
    size = (unpacked + 200).to_bytes(4, "little")[1:]  # all but the lowest byte, which the text's frame alters
    at = data.rfind(b"PK\x01\x02")
    while at >= 0:
        if data[at + 25 : at + 28] == size:
            data[at + 24 : at + 28] = (1_000).to_bytes(4, "little")
        at = data.rfind(b"PK\x01\x02", 0, at)
    return bytes(data)


def overlapping_bomb(members: int = 1_500) -> bytes:
    """One packed member listed many times over, so that little becomes much without a member of great size."""
    inner = zipped([("a", b"word " * 190_000)])
    listed = inner.rfind(b"PK\x01\x02")
    entry, local = inner[listed : inner.rfind(b"PK\x05\x06")], inner[:listed]
    entries = b""
    for number in range(members):
        name = b"%04d" % number
        entries += entry[:28] + struct.pack("<H", 4) + entry[30:46] + name
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, members, members, len(entries), len(local), 0)
    return local + entries + end


def png_bomb(side: int = 60_000) -> bytes:
    """A small picture that says it has 3,600 million pixels."""
    head = b"IHDR" + struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    rows = b"IDAT" + zeros(20_000_000)
    pieces = (
        struct.pack(">I", len(one) - 4) + one + struct.pack(">I", zlib.crc32(one)) for one in (head, rows, b"IEND")
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(pieces)


DOCTYPES = {
    "billion laughs": b'<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;&l;&l;&l;&l;&l;&l;"><!ENTITY n "&m;&m;&m;&m;">]>',
    "external entity": b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    "outer document type": b'<!DOCTYPE a SYSTEM "http://203.0.113.9/a.dtd">',
}


def with_doctype(doctype: bytes, encoding: str = "utf-8") -> bytes:
    members = docx_members()
    text = members["word/document.xml"].removeprefix(HEAD).replace(b"The river tax has", b"The &x;&n; has")
    members["word/document.xml"] = (
        (f'<?xml version="1.0" encoding="{encoding}"?>'.encode() + doctype + text).decode().encode(encoding)
    )
    return zipped(members.items())


def ole(*, locked: bool) -> bytes:
    """The beginning of an old Word file, or of a document under a password."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1_000) + ("EncryptedPackage" * locked).encode("utf-16-le")
