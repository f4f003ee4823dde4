"""PDF -> parts: paragraphs whole over lines and pages, headings found by their look, running heads left out.

A PDF holds glyphs at places and no paragraphs, so everything here is told from type and place. What cannot be told (struck
words, a heading that looks as the body does) is left as it is printed.
"""

from __future__ import annotations

from grader.errors import InputError
from grader.readers.document import Part

_EXPORT = "export it again from the program it was written in"
_FEWEST_LETTERS = 0.6  # of all signs; prose has more than 0.9


class NoTextError(InputError):
    """A PDF of pictures or of nameless glyphs: its words have to be recognised (:mod:`grader.readers.scan`) or typed."""


def parts(data: bytes, label: str) -> tuple[Part, ...]:
    """What a PDF shows, in reading order; footnotes last.

    Raises:
        NoTextError: there are no words in it, only pictures.
        InputError: no PDF, damaged, encrypted, or larger than an essay is.
    """
    from grader.readers.pdf.assemble import assemble
    from grader.readers.pdf.furniture import without_furniture
    from grader.readers.pdf.glyphs import read_pages
    from grader.readers.pdf.lines import read_lines

    pages = read_pages(data, label)
    lines = without_furniture(read_lines(pages), pages)
    signs = [char for line in lines for char in line.text if not char.isspace()]
    if not any(map(str.isalpha, signs)):
        raise NoTextError(f"{label}: no text in the PDF, only pictures of it; {_EXPORT}")
    if sum(map(str.isalnum, signs)) < _FEWEST_LETTERS * len(signs):
        raise NoTextError(f"{label}: the PDF does not say which letters its signs are; {_EXPORT}")
    return assemble(lines)
