"""Citations in a text: author and year, author and page, numbers, raised digits, footnote marks.

``find`` reads one string and knows no essay. It is careful: what could as well be a date, a law, an event, a count
or an age is left out. Where one string could belong to two styles ("(3)", "(Khan 12)"), it gives what the string itself
speaks for; :mod:`grader.citing.families` holds that against the rest of the essay.
"""

from __future__ import annotations

from grader.citing import cited_numbers, cited_pages, cited_years
from grader.citing.brackets import pairs, untouched
from grader.citing.model import InText


def find(text: str) -> tuple[InText, ...]:
    """Citations in ``text``, in order; offsets are into ``text``.

    ``text`` is a stretch of prose as written, with the marks of raised digits (``^{3}``) and footnotes (``[^1]``) in it.
    """
    found: list[InText] = []
    brackets = pairs(text)
    found += cited_years.find(text, brackets)
    found += cited_pages.find(text, untouched(brackets, [(one.start, one.end) for one in found]), found)
    found += cited_numbers.find(text, untouched(brackets, [(one.start, one.end) for one in found]))
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))
