"""PDF bytes -> pages of words with their places, read by PDFium. Nothing is run, followed or drawn.

Of every character its origin, its advance and the object it belongs to are asked for, no more: PDFium's own boxes are loose in
some files and tight in others, and six pages have to take a tenth of a second.
"""

from __future__ import annotations

import ctypes
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from grader.errors import InputError

MAX_PAGES = 60
MAX_CHARACTERS = 400_000

_SMALLEST, _LARGEST = 2, 300  # points of type that somebody could read on a page
_FEW_WORDS = 15  # on a page: "Scanned with", a page number
_MOST_OBJECTS = 1000  # before a page's picture
_MOST_DOTS = 500  # a drawing has more, a list fewer

_BREAKS = {
    "\x02": "-",
    "\ufffe": "-",
    "\u00ad": "-",
    "\u2010": "\u2010",
}  # what PDFium makes of a hyphen at a line's end
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_BOLD = re.compile(r"bold|black|heavy|demi|medi(?!um)|(?:cm|sf|ec)bx", re.IGNORECASE)
_NAMELESS = re.compile(r"[a-z]{0,3}\d*|cidfont.*", re.IGNORECASE)
_SLANTED = re.compile(r"ital|obliq|slant|(?:cm|sf|ec)(?:ti|sl|bxti)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """Characters without a gap, of one look. Places in points from the page's lower left; ``y`` is the baseline.

    ``glued``: nothing stands between this word and the one before it in the file (a note's mark, a change of look).
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    slanted: bool = False
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page's words in the file's order; sizes in points. ``pictured``: a picture fills it, with hardly a word beside."""

    width: float
    height: float
    words: tuple[Word, ...]
    pictured: bool = False


@dataclass(frozen=True, slots=True)
class _Look:
    size: float
    bold: bool
    slanted: bool
    turn: int  # quarter turns against the page; -1 for words set aslant, such as a watermark


def read_pages(data: bytes, label: str) -> list[Page]:
    """All pages of a PDF.

    Raises:
        InputError: no PDF, damaged, locked, or larger than an essay is.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise InputError(f"{label}: {_reason(str(error))}") from None
    try:
        if pypdfium2.raw.FPDF_GetSecurityHandlerRevision(document) >= 0:
            raise InputError(f"{label}: {_LOCKED}")
        if len(document) > MAX_PAGES:
            raise InputError(
                f"{label}: {len(document):,} pages; one answer of at most {MAX_PAGES} can be read, so split the file"
            )
        return list(_pages(document, label))
    finally:
        document.close()


_LOCKED = "the PDF is encrypted; save a copy without a password or restrictions (print it to a new PDF) and give that"


def _reason(error: str) -> str:
    if "password" in error.lower():
        return _LOCKED
    return "not a PDF that can be opened; it may be damaged, so save or export it again"


def _pages(document: Any, label: str) -> Iterator[Page]:
    import pypdfium2

    left = MAX_CHARACTERS
    looks: dict[tuple[Any, ...], _Look] = {}
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            raise InputError(f"{label}: page {number + 1} is damaged; save or export the PDF again") from None
        text = page.get_textpage()
        try:
            left -= text.count_chars()
            if left < 0:
                raise InputError(
                    f"{label}: more than {MAX_CHARACTERS:,} characters; one answer has fewer, so split the file"
                )
            yield _page(page, text, looks)
        finally:
            text.close()
            page.close()


def _page(page: Any, text: Any, looks: dict[tuple[Any, ...], _Look]) -> Page:
    left, bottom, right, top = page.get_bbox()
    width, height = right - left, top - bottom
    glyphs = [
        (char, x - left, y - bottom, after - left, up - bottom, look)
        for char, x, y, after, up, look in _glyphs(text, looks)
    ]
    turns = Counter(glyph[5].turn for glyph in glyphs if glyph[5])
    turn = turns.most_common(1)[0][0] if turns else 0
    turned = {0: lambda x, y: (x, y), 1: lambda x, y: (y, width - x), 2: lambda x, y: (width - x, height - y)}
    place = turned.get(turn, lambda x, y: (height - y, x))
    if turn in (1, 3):
        wide, high = height, width
    else:
        wide, high = width, height
    words = [
        word
        for word in _words(glyphs, turn, place)
        if word.x0 >= -1 and word.x1 <= wide + 1 and -1 <= word.y <= high + 1 and _SMALLEST <= word.size <= _LARGEST
    ]
    pictured = len(words) < _FEW_WORDS and _is_pictured(page, width * height)
    bullets = _bullets(_dots(page, left, bottom), words) if turn == 0 else ()
    return Page(wide, high, (*words, *bullets), pictured)


def _is_pictured(page: Any, area: float) -> bool:
    """Whether a picture takes up most of a page."""
    from pypdfium2 import raw

    sides = [ctypes.c_float() for _ in range(4)]
    for place in range(min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        one = raw.FPDFPage_GetObject(page, place)
        if raw.FPDFPageObj_GetType(one) == raw.FPDF_PAGEOBJ_IMAGE and raw.FPDFPageObj_GetBounds(one, *sides):
            x0, y0, x1, y1 = (side.value for side in sides)
            if (x1 - x0) * (y1 - y0) > 0.5 * area:
                return True
    return False


def _dots(page: Any, left: float, bottom: float) -> Iterator[tuple[float, float]]:
    """Middles of small round or square shapes: browsers draw the bullets of a list instead of writing them."""
    from pypdfium2 import raw

    sides = [ctypes.c_float() for _ in range(4)]
    count, page = raw.FPDFPage_CountObjects(page), page.raw
    object_at, kind = raw.FPDFPage_GetObject, raw.FPDFPageObj_GetType
    for place in range(count):
        one = object_at(page, place)
        if kind(one) != raw.FPDF_PAGEOBJ_PATH or not raw.FPDFPageObj_GetBounds(one, *sides):
            continue
        x0, y0, x1, y1 = (side.value for side in sides)
        if 1.5 < x1 - x0 < 9 and abs((x1 - x0) - (y1 - y0)) < 1:
            yield (x0 + x1) / 2 - left, (y0 + y1) / 2 - bottom


def _bullets(dots: Iterator[tuple[float, float]], words: list[Word]) -> Iterator[Word]:
    """A bullet for each dot in front of a line's first word."""
    found = list(islice(dots, _MOST_DOTS))
    firsts: dict[float, Word] = {}  # the first word on each baseline
    for word in words if found else ():
        if word.y not in firsts or word.x0 < firsts[word.y].x0:
            firsts[word.y] = word
    bases = sorted(firsts)
    for x, y in found:
        near = [firsts[base] for base in bases[bisect_left(bases, y - 30) : bisect_left(bases, y + 1)]]
        level = [word for word in near if abs(word.y + 0.3 * word.size - y) < 0.25 * word.size]
        first = min(level, key=lambda word: word.x0, default=None)
        if first and 0 < first.x0 - x < 3 * first.size:
            yield Word("•", x - 2, x + 2, first.y, first.size)


def _glyphs(text: Any, looks: dict[tuple[Any, ...], _Look]) -> Iterator[tuple[str, float, float, float, float, Any]]:
    """(character, origin x, origin y, where its advance ends, the same upwards, look).

    White space has no look; "" is a space that PDFium put in where it saw a gap.
    """
    from pypdfium2 import raw

    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    to_x, to_y, to_box = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)
    address, look, half = 0, None, 0
    count, text = text.count_chars(), text.raw
    unicode, object_of, contents = raw.FPDFText_GetUnicode, raw.FPDFText_GetTextObject, ctypes.addressof
    origin, loose = raw.FPDFText_GetCharOrigin, raw.FPDFText_GetLooseCharBox
    for place in range(count):
        code = unicode(text, place)
        if 0xD800 <= code < 0xDC00:  # the first half of a character in UTF-16
            half = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((half & 0x3FF) << 10) + (code & 0x3FF) if half else 0xFFFD
        half = 0
        char = chr(code) if code < 0x110000 else "\ufffd"
        if char.isspace() or code == 0:
            guessed = char == " " and raw.FPDFText_IsGenerated(text, place) == 1
            yield "" if guessed else " ", 0.0, 0.0, 0.0, 0.0, None
            continue
        one = object_of(text, place)
        if not one:
            continue
        here = contents(one.contents)
        if here != address:
            address, look = here, _look(one, looks)
        origin(text, place, to_x, to_y)
        loose(text, place, to_box)
        yield char, x.value, y.value, box.right, box.top, look


def _look(one: Any, looks: dict[tuple[Any, ...], _Look]) -> _Look:
    from pypdfium2 import raw

    size, matrix = ctypes.c_float(), raw.FS_MATRIX()
    raw.FPDFTextObj_GetFontSize(one, size)
    raw.FPDFPageObj_GetMatrix(one, matrix)
    font = raw.FPDFTextObj_GetFont(one)
    mode = raw.FPDFTextObj_GetTextRenderMode(one)
    key = (ctypes.addressof(font.contents), size.value, matrix.a, matrix.b, matrix.c, matrix.d, mode)
    if key not in looks:
        name = ctypes.create_string_buffer(200)
        raw.FPDFFont_GetBaseFontName(font, name, 200)
        shown = name.value.decode("utf-8", "replace").partition("+")[2] or name.value.decode("utf-8", "replace")
        # a weight is worked out from the stems, which some fonts state wrongly: it counts only where the name says nothing
        heavy = bool(_BOLD.search(shown)) or (bool(_NAMELESS.fullmatch(shown)) and raw.FPDFFont_GetWeight(font) >= 600)
        outlined = mode == raw.FPDF_TEXTRENDERMODE_FILL_STROKE  # a bold face that the font lacks
        slanted = bool(_SLANTED.search(shown)) or (abs(matrix.c) > 0.1 * abs(matrix.d) > 0 and abs(matrix.b) < 1e-3)
        scale = (matrix.c**2 + matrix.d**2) ** 0.5
        looks[key] = _Look(
            max(0.1, round(size.value * scale, 1)), heavy or outlined, slanted, _turn(matrix.a, matrix.b)
        )
    return looks[key]


def _turn(a: float, b: float) -> int:
    if abs(b) <= 0.05 * abs(a):
        return 0 if a > 0 else 2
    if abs(a) <= 0.05 * abs(b):
        return 1 if b > 0 else 3
    return -1


def _words(glyphs: list[tuple[str, float, float, float, float, Any]], turn: int, place: Any) -> Iterator[Word]:
    """Words of the glyphs that stand upright when the page is turned as most of it is."""
    chars: list[str] = []
    x0 = x1 = y = 0.0
    look: _Look | None = None
    glued = guessed = False
    for char, at, base, right, top, kind in glyphs:
        if kind is not None and kind.turn != turn:
            continue
        if kind is None:
            if char and chars and look:
                yield Word("".join(chars), x0, x1, y, look.size, look.bold, look.slanted, glued)
            if char:
                chars, glued = [], False
            guessed = not char
            continue
        x, level = place(at, base)
        end = place(right, base)[0] if turn in (0, 2) else place(at, top)[0]
        gap = x - x1
        near = look is not None and abs(level - y) < 0.1 * kind.size and -1.2 * kind.size < gap < 0.6 * kind.size
        # PDFium sees gaps inside ligatures and before hyphens, and none behind some commas
        parted = gap > (0.08 if guessed else 0.16) * kind.size
        guessed = False
        if chars and look and (kind != look or not near or parted):
            yield Word("".join(chars), x0, x1, y, look.size, look.bold, look.slanted, glued)
            beside = not parted and abs(gap) < 0.25 * max(kind.size, look.size) and abs(level - y) < look.size
            chars, glued = [], beside
        if not chars:
            x0, y, look = x, level, kind
        chars.append(_LIGATURES.get(char) or _BREAKS.get(char, char))
        x1 = max(end, x)
    if chars and look:
        yield Word("".join(chars), x0, x1, y, look.size, look.bold, look.slanted, glued)
