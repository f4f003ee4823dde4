"""What Tesseract says it read on a page (hOCR), as words with places; and how sure it is.

hOCR: http://kba.github.io/hocr-spec/1.2/ (bbox, baseline, x_size, x_wconf). Lines of a page that lies aslant are set straight.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import unescape
from statistics import median

from grader.readers.pdf.glyphs import Page, Word

_PAGE = re.compile(r"class='ocr_page'[^>]*?bbox 0 0 (\d+) (\d+)")
_LINE = re.compile(
    r"class='ocr_(?:line|header|caption|textfloat)'[^>]*?bbox (\d+) (\d+) (\d+) (\d+); baseline (-?[\d.]+) (-?[\d.]+); x_size ([\d.]+)"
)
_WORD = re.compile(r"class='ocrx_word'[^>]*?bbox (\d+) \d+ (\d+) \d+; x_wconf (\d+)'>(.*?)</span>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_SAME = 0.2  # of a size: lines of one type differ by as much, with the letters that they hold


@dataclass(frozen=True, slots=True)
class Recognised:
    """One page. ``sureness``: of each word, its letters and how sure Tesseract is of them, 0 to 100."""

    page: Page
    sureness: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Line:
    bottom: float  # of its baseline at the page's middle, in pixels from the top
    slope: float
    size: float
    words: tuple[tuple[float, float, str], ...]


def recognised(hocr: str, dots: int) -> Recognised:
    """The words of one page of hOCR that was drawn with ``dots`` dots an inch."""
    head = _PAGE.search(hocr)
    width, height = (int(size) for size in head.groups()) if head else (1, 1)
    starts = list(_LINE.finditer(hocr))
    lines: list[_Line] = []
    sure: list[tuple[int, int]] = []
    ends = [*(one.start() for one in starts[1:]), len(hocr)]
    for start, end in zip(starts, ends, strict=False):
        words = []
        for word in _WORD.finditer(hocr, start.end(), end):
            text = unescape(_TAG.sub("", word.group(4))).strip()
            if text:
                words.append((float(word.group(1)), float(word.group(2)), text))
                sure.append((sum(map(str.isalpha, text)), int(word.group(3))))
        left, _, _, bottom, slope, offset, size = (float(figure) for figure in start.groups())
        if words:
            lines.append(_Line(bottom + offset + slope * (width / 2 - left), slope, size, tuple(words)))
    return Recognised(_page(lines, width, height, 72 / dots), tuple(sure))


def _page(lines: list[_Line], width: int, height: int, scale: float) -> Page:
    slope = median([line.slope for line in lines]) if lines else 0.0
    words = []
    for line in lines:
        aside = slope * line.bottom  # a page turned a little: its margin is moved along with it
        for left, right, text in line.words:
            x0, x1, y, size = (
                round(place * scale, 1) for place in (left + aside, right + aside, height - line.bottom, line.size)
            )
            words.append(Word(text, x0, x1, y, size))
    return Page(width * scale, height * scale, tuple(words))


def evened(pages: Sequence[Page]) -> list[Page]:
    """Pages whose sizes of type are those that somebody may have chosen: what is measured differs from line to line."""
    sizes = [word.size for page in pages for word in page.words]
    if not sizes:
        return list(pages)
    usual = median(sizes)
    found: dict[float, float] = {}
    last = usual
    for size in sorted(set(sizes)):
        if abs(size - usual) < _SAME * usual:
            found[size] = usual
        else:
            last = last if 0 < size - last < _SAME * last and last != usual else size
            found[size] = last
    return [replace(page, words=tuple(replace(word, size=found[word.size]) for word in page.words)) for page in pages]
