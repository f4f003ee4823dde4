"""Citations by author and year: "(Khan & Ali, 2019, p. 12)", "Khan (2019)", "a 2019 study by Khan"."""

from __future__ import annotations

from bisect import bisect_left

from grader.citing import cited_works
from grader.citing.around import last_word
from grader.citing.cited_in_sentence import in_sentence
from grader.citing.cited_sources import Source, parts, read_sources, same_work_pages
from grader.citing.known_names import is_person
from grader.citing.model import InText
from grader.lexicon import words


def find(text: str, brackets: list[tuple[int, int]]) -> list[InText]:
    """Citations by author and year in ``text``, whose pairs of brackets are ``brackets``."""
    found: list[InText] = []
    done = -1
    for start, end in brackets:
        if start < done:
            continue
        here = in_sentence(text, start, end) or _in_bracket(text, start, end)
        if here:
            found += here
            done = end
    taken = sorted((one.start, one.end) for one in found)
    for one in cited_works.find(text):
        place = bisect_left(taken, (one.start, one.end))
        near = taken[max(0, place - 2) : place + 2]
        if not any(one.start < end and start < one.end for start, end in near):
            found.append(one)
    return found


def _of_a_work(text: str, start: int, sources: list[Source]) -> bool:
    """Whether a bracket names works of art: "the film (Maula Jatt, 1979)"."""
    if last_word(text, start).lower() not in words("citing", "shown"):
        return False
    names = [name for one in sources for name in one.authors.names]
    if "," not in text[start : text.find(")", start)]:
        return False  # "the film (Nittle 2021)"
    return not any(one.pages or one.authors.et_al or len(one.authors.names) > 1 for one in sources) and not any(
        is_person(word) for name in names for word in name.split()
    )


def _in_bracket(text: str, start: int, end: int) -> list[InText]:
    """ "(see Khan, 2019; Ali & Zaidi, 2020a, p. 4)"."""
    inside = text[start + 1 : end - 1]
    if len(inside) < 4 or "\n\n" in inside:
        return []
    divided = list(parts(inside))
    sources: list[Source] = []
    nameless: list[InText] = []
    for at, part in divided:
        if (same := same_work_pages(part)) is not None:
            whole = (start, end) if len(divided) == 1 else (start + 1 + at, start + 1 + at + len(part.rstrip()))
            nameless.append(InText(*whole, "bracket", pages=same))
            continue
        sources += [
            Source(one.start + at, one.end + at, one.authors, one.years, one.pages, one.whole)
            for one in read_sources(part, sources[-1].authors if sources else None, len(divided) > 1)
        ]
    if not sources or _of_a_work(text, start, sources):
        return nameless
    alone = len(divided) == 1 and all(one.whole for one in sources)
    for one in sources:
        place = (start, end) if alone else (start + 1 + one.start, start + 1 + one.end)
        nameless += one.cited(*place, "bracket")
    return nameless
