"""Spoilt files: small sound ones of every format with something changed, deep inside their packing too. The same number gives
the same file."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random
from xml.etree import ElementTree
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from tests.readers import made

FIXTURES = Path(__file__).parent.parent / "readers/files"
SUFFIXES = (".docx", ".odt", ".rtf", ".html", ".pdf", ".txt", ".md")
PICTURES = (".png", ".jpg", ".tif")  # only where Pillow is installed
_LARGEST_SEED = 60_000

_VALUES = (
    "0", "-1", "1", "65536", "2147483647", "-2147483649", "4294967296", "99999999999999999999", "1e309", "NaN", "", " ",
    "\u0660", "²", "❹", "½", "9" * 5_000, "\ud83c\udf0a", "&#0;", "&#xFFFF;", "%s%n", "../../a", "\\", "'", "A" * 3_000,
)  # fmt: skip
_BYTES = (
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\r",
    b"\x1a",
    b"<",
    b">",
    b"{",
    b"}",
    b"(",
    b")",
    b"\xed\xa0\xbd",
    b"\\",
)
_TOKENS = {
    ".rtf": re.compile(rb"\\[a-z]+-?\d* ?|\\'[0-9a-f]{2}|\\.|[{}]|[^\\{}]+", re.S),
    ".pdf": re.compile(rb"/[A-Za-z]+|<<|>>|[\[\]()]|\d+|[^/<>\[\]()\d]+|.", re.S),
}
_TAGS = re.compile(rb"<[^<>]*>|[^<>]+|.", re.S)
_NUMBER = re.compile(rb"-?\d+")
_QUOTED = re.compile(rb'"[^"<>]*"')
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.S)

_RTF_MARKS = (
    rb"\uc0\u55357 ", rb"\uc9\u8220 ", rb"\uc2147483647 \u1 ", rb"\'9", rb"\'zz", rb"\bin9 ", rb"{\*\x ", rb"\strike\deleted ",
    rb"{\footnote\pard a}", rb"{\field{\*\fldinst X}{\fldrslt b}}", rb"\trowd\cell\row ", rb"\ls9999\ilvl-4 ", rb"\ansicpg99999 ",
    rb"\mac ", rb"\outlinelevel-9 ", rb"\u-70000 ", rb"{\upr{a}{\*\ud{b}}}", rb"\fs-1 ",
)  # fmt: skip
_HTML_MARKS = (
    b"<table><tr><td rowspan=99999999 colspan=-1>", b"<ol start=99999999999><li value=x>", b"<p style='display:none'>", b"<svg>",
    b"<![CDATA[", b"<!--", b"</html>", b"<a href='#ftn1'>", b"<del><ins>", b"<h9>", b"<template>", b"<textarea>", b"&#1114112;",
    b"<base href='//x/'>", b"<meta charset=utf-7>", b"<plaintext>", b"<math><mi>", b"<select><p>", b"&#xD800;", b"<sup>[1]</sup>",
)  # fmt: skip
_XML_MARKS = (
    b"<w:p/>", b"<w:tbl><w:tr/></w:tbl>", b'<w:footnoteReference w:id="-7"/>', b"<w:del><w:r><w:delText>a</w:delText></w:r></w:del>",
    b'<w:numPr><w:ilvl w:val="99"/><w:numId w:val="x"/></w:numPr>', b'<w:fldChar w:fldCharType="begin"/>', b"<w:sdt/>", b"<w:ins/>",
    b'<text:note text:note-class="footnote"/>', b'<text:s text:c="99999999"/>', b"<text:list><text:list-item/></text:list>",
    b'<table:table-cell table:number-columns-repeated="999999"/>', b"<!-- a -->", b"<![CDATA[ a ]]>", b"<?a b?>", b"&#0;", b"&b;",
)  # fmt: skip
_PDF_MARKS = (
    b"BT",
    b"ET",
    b"q " * 300,
    b"Q",
    b"1e99 0 0 -1e99 0 0 cm",
    b"/F9 0 Tf",
    b"(\\777) Tj",
    b"[(a) -99999 (b)] TJ",
    b"BI",
    b"<</",
)


def spoilt(suffix: str, number: int) -> bytes:
    """The file of this number."""
    random = Random(f"{suffix}:{number}")
    seeds = _seeds(suffix)
    data = seeds[random.randrange(len(seeds))]
    ways: list[Callable[[bytes, str, Random], bytes]] = [_bytes, _tokens]
    if suffix in (".docx", ".odt"):
        ways = [_bytes, _member, _member, _member, _members]
    elif suffix in PICTURES:
        ways = [_bytes]
    elif suffix == ".pdf":
        ways = [_bytes, _tokens, _streams, _streams]
    return random.choice(ways)(data, suffix, random)


@cache
def _seeds(suffix: str) -> tuple[bytes, ...]:
    """Sound files to begin with: of our own making, and the small ones of other programs that are kept for tests."""
    kept = sorted(FIXTURES.parent.glob(f"*s/*{suffix}"))  # files and pdfs
    found = [data for path in kept if len(data := path.read_bytes()) <= _LARGEST_SEED]
    if suffix in PICTURES:
        return (_picture(suffix),)
    if suffix in made.SOUND:
        return made.SOUND[suffix](), *found
    marked = "# The river\n\n> quoted\n\n- a\n- ~~b~~ ^{c}\n\n| a | b |\n\nSo it is.[^1]\n\n[^1]: Ali, 2019.\n"
    return marked.encode(), "\n\n".join(made.PARAGRAPHS).encode("utf-16"), *found


def _picture(suffix: str) -> bytes:
    from PIL import Image

    image = Image.linear_gradient("L").resize((90, 60))
    target = BytesIO()
    image.save(target, {".png": "PNG", ".jpg": "JPEG", ".tif": "TIFF"}[suffix])
    return target.getvalue()


def _bytes(data: bytes, suffix: str, random: Random) -> bytes:
    """A few bytes changed, cut out, doubled, moved or put in."""
    spoiling = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 4, 16))):
        at = random.randrange(len(spoiling) + 1)
        to = min(len(spoiling), at + random.choice((1, 1, 4, 40, 400)))
        way = random.randrange(6)
        if way == 0:
            spoiling[at:to] = bytes(random.randrange(256) for _ in range(to - at))
        elif way == 1:
            del spoiling[at:to]
        elif way == 2:
            spoiling[at:at] = spoiling[at:to] * random.choice((1, 2, 50))
        elif way == 3:
            spoiling[at:at] = random.choice(_BYTES) * random.choice((1, 3, 300))
        elif way == 4 and at < len(spoiling):
            spoiling[at] ^= 1 << random.randrange(8)
        elif way == 5 and random.random() < 0.2:
            del spoiling[at:]
    return bytes(spoiling)


def _tokens(data: bytes, suffix: str, random: Random) -> bytes:
    """Whole marks dropped, doubled, swapped, nested, made of other values or put where they do not belong."""
    pieces = _TOKENS.get(suffix, _TAGS).findall(data)
    marks = {".rtf": _RTF_MARKS, ".html": _HTML_MARKS, ".pdf": _PDF_MARKS}.get(suffix, _XML_MARKS)
    for _ in range(random.choice((1, 2, 3, 8))):
        if not pieces:
            break
        at, to = random.randrange(len(pieces)), random.randrange(len(pieces))
        way = random.randrange(7)
        if way == 0:
            del pieces[at]
        elif way == 1:
            pieces[at:at] = [pieces[to]] * (random.choice((1, 2, 100)) if len(pieces[to]) < 1_000 else 1)
        elif way == 2:
            pieces[at], pieces[to] = pieces[to], pieces[at]
        elif way == 3:
            value = random.choice(_VALUES).encode(errors="surrogatepass")
            pieces[at] = _NUMBER.sub(lambda _, value=value: value, pieces[at], count=1)
        elif way == 4:
            value = b'"' + random.choice(_VALUES).encode(errors="surrogatepass") + b'"'
            pieces[at] = _QUOTED.sub(lambda _, value=value: value, pieces[at], count=1)
        elif way == 5:
            pieces.insert(at, random.choice(marks))
        else:
            low, high = sorted((at, to))
            pieces[low:high] = pieces[low:high] * 2 if high - low < 200 else []
    return b"".join(pieces)


def _member(data: bytes, suffix: str, random: Random) -> bytes:
    """One part of a packed document spoilt and packed again, so that the packing itself is sound."""
    members = _unpacked(data)
    name = random.choice([name for name in members if name.endswith((".xml", ".rels"))])
    way = random.choice((_bytes, _tokens, _tree, _tree, _tree))
    members[name] = way(members[name], suffix, random)
    return _packed(members)


def _tree(data: bytes, suffix: str, random: Random) -> bytes:
    """Elements of an XML part dropped, doubled, moved, nested or given other values; it stays sound as XML."""
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError:
        return _tokens(data, suffix, random)
    for _ in range(random.choice((1, 2, 4, 12))):
        inside = [(parent, child) for parent in root.iter() for child in parent]
        if not inside:
            break
        parent, child = random.choice(inside)
        way = random.randrange(6)
        if way == 0:
            parent.remove(child)
        elif way == 1:
            for _ in range(random.choice((1, 2, 60))):
                parent.append(deepcopy(child))
        elif way == 2:
            random.choice(inside)[1].append(deepcopy(child))
        elif way == 3:
            child.tag = random.choice(inside)[1].tag
        elif way == 4 and child.attrib:
            child.set(random.choice(list(child.attrib)), random.choice(_VALUES).replace("\ud83c\udf0a", "~"))
        elif way == 5:
            child.text, child.tail = random.choice(_VALUES[:-1]).replace("\ud83c\udf0a", "~"), child.text
    return ElementTree.tostring(root)


def _members(data: bytes, suffix: str, random: Random) -> bytes:
    """Parts of a packed document left out, emptied, exchanged or renamed."""
    members = _unpacked(data)
    one, other = random.choice(list(members)), random.choice(list(members))
    way = random.randrange(4)
    if way == 0:
        del members[one]
    elif way == 1:
        members[one] = random.choice((b"", b"<a/>", b"<w:p/>", b'<?xml version="1.0"?>'))
    elif way == 2:
        members[one], members[other] = members[other], members[one]
    else:
        members[random.choice((one.upper(), f"{one}/", "word/footnotes.xml", "word/numbering.xml"))] = members.pop(one)
    return _packed(members)


def _streams(data: bytes, suffix: str, random: Random) -> bytes:
    """The drawing in a PDF unpacked, spoilt and packed again, its length left as it was said."""
    places = list(_STREAM.finditer(data))
    if not places:
        return _bytes(data, suffix, random)
    place = random.choice(places)
    try:
        drawn = zlib.decompress(place[1])
    except zlib.error:
        return _tokens(data, suffix, random)
    way = _bytes if random.random() < 0.3 else _tokens
    packed = zlib.compress(way(drawn, suffix, random), 1)
    return data[: place.start(1)] + packed + b"\n" + data[place.end(1) :]


def _unpacked(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(members: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_STORED) as archive:
        for name, content in members.items():
            archive.writestr(ZipInfo(name), content)
    return target.getvalue()
