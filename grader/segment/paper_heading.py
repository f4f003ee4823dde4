"""The heading of a paper without labels, as MLA asks for it: the writer's name, the teacher, the course and the date, a line each.

These lines, a course by its code ("PSY2041 Developmental Psychology") and a word count may also stand under the title.
"""

from __future__ import annotations

import re

from grader.model import Span

_LOOKED_AT = 6  # lines of the top that hold words
_LONGEST = 8  # words of such a line
_LINE = re.compile(r"(?m)^.*\w.*$")
_MARKUP = " \t#>*_"
_NAME = re.compile(r"(?:[A-Z][\w.'’-]*\s+){1,3}[A-Z][\w'’-]+")
_TEACHER = re.compile(r"(?:Professor|Prof|Dr|Mr|Mrs|Ms|Miss|Sir|Madam|Instructor|Lecturer)\b\.?\s+[A-Z]")
_COURSE = re.compile(r"[A-Z]{2,5}(?:\d{3,4}|[ -](?!(?:19|20)\d\d\b)\d{3,4})[A-Z]?\b")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATE = re.compile(rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?)\s+\d{{4}}")
_COUNT = re.compile(r"\(?(?:word count\W{1,3}\d[\d,]*(?: words)?|\d[\d,]* words)\)?", re.IGNORECASE)


def paper_heading(text: str, start: int = 0) -> tuple[str, tuple[Span, ...]]:
    """The writer's name ("" where no line is one) and the lines of such a heading, from ``start`` on."""
    lines: list[tuple[Span, str]] = []
    for match in _LINE.finditer(text, start):
        held = match.group().strip(_MARKUP).rstrip()
        if len(lines) == _LOOKED_AT or len(held.split()) > 2 * _LONGEST:
            break
        lines.append((Span(*match.span()), held))
    beside = [span for span, held in lines if _stands_beside(held)]
    name = lines[0] if lines and _NAME.fullmatch(lines[0][1]) and not _stands_beside(lines[0][1]) else None
    told = any(_TEACHER.match(held) or _DATE.fullmatch(held) for span, held in lines if span in beside)
    if name and told and len(beside) > 1 and _stands_beside(lines[1][1]):
        return name[1], (name[0], *beside)
    return "", tuple(span for span, held in lines if (_COURSE.match(held) and span in beside) or _COUNT.fullmatch(held))


def _stands_beside(held: str) -> bool:
    if len(held.split()) > _LONGEST or held.endswith((".", "?", "!")):
        return False
    return bool(_TEACHER.match(held) or _COURSE.match(held) or _DATE.fullmatch(held) or _COUNT.fullmatch(held))
