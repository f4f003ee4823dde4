"""PDF -> parts: paragraphs whole over lines and pages, headings found by their look, running heads left out.

A PDF holds glyphs at places and no paragraphs, so everything here is told from type and place. What cannot be told (struck
words, a heading that looks as the body does) is left as it is printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from grader.readers.document import Part

if TYPE_CHECKING:
    from grader.readers.pdf.glyphs import Page


_PICTURED = 2  # pages: one among typed pages is a cover or a map
_FEWEST_LETTERS = 0.6  # of all signs; prose has more than 0.9


def parts(data: bytes, label: str) -> tuple[Part, ...]:
    """What a PDF shows, in reading order; footnotes last. Nothing where pages of it are pictures, or its signs are such
    that the file does not say their letters: :mod:`grader.readers.scan` may read those.

    Raises:
        InputError: no PDF, damaged, encrypted, or larger than an essay is.
    """
    from grader.readers.pdf.glyphs import read_pages

    pages = read_pages(data, label)
    pictured = sum(page.pictured for page in pages)
    if pictured == len(pages) or pictured >= max(_PICTURED, len(pages) / 4):
        return ()  # what is typed beside the pictures would be marked as if it were all
    return parts_of(pages)


def parts_of(pages: Sequence[Page]) -> tuple[Part, ...]:
    """The same of pages whose words are known already."""
    from grader.readers.pdf.assemble import assemble
    from grader.readers.pdf.furniture import without_furniture
    from grader.readers.pdf.lines import read_lines

    lines = without_furniture(read_lines(pages), pages)
    signs = [char for line in lines for char in line.text if not char.isspace()]
    if not any(map(str.isalpha, signs)) or sum(map(str.isalnum, signs)) < _FEWEST_LETTERS * len(signs):
        return ()
    return assemble(lines)
