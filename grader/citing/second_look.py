"""Citations that only the list bears out: "Khan (3) showed" where sources are numbered, "As Khan puts it, ... (12)" where pages are given.

By itself such a bracket could hold a count or an age, so that whoever reads the text alone leaves it out.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from grader.citing.model import InText
from grader.citing.sameness import keys
from grader.lexicon import phrase_pattern, words

_NAME = r"(?:(?:[a-z]{2,3} ){0,2}[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
_ROUND = re.compile(r"(?P<before>[^\s()]+) (?P<mark>\((?P<numbers>\d{1,3}(?:\s?[,–-]\s?\d{1,3})*)\))(?P<after>.?)")
_LED = re.compile(
    rf"^(?P<lead>According to |As |For |In the words of )?(?:[Tt]he )?(?P<first>{_NAME})(?:,? (?P<joined>and|&) (?P<second>{_NAME}))?(?P<more> et al\.)?"
)
_PAGE = re.compile(r"\((?:pp?\. ?)?(?P<pages>\d{1,4}(?:[–-]\d{1,4})?)\)")


def by_number(sentence: str, highest: int) -> Iterator[InText]:
    """Numbers in round brackets behind a name or a quotation, or at the end of a clause, of a list that goes to ``highest``;
    offsets are into ``sentence``. "Equation (2)" and "(1) the tax, (2) the toll" are none."""
    for match in _ROUND.finditer(sentence):
        before = match["before"]
        named = before[0].isupper() or before[-1] in '”"’' or before == "al."
        if before.strip(".").lower() in words("listing", "numbered_things") or not (
            named or match["after"] in (*".,;:?!", "")
        ):
            continue
        ends = [[int(end) for end in re.split(r"\s?[–-]\s?", part)] for part in re.split(r"\s?,\s?", match["numbers"])]
        numbers = tuple(number for end in ends for number in range(end[0], min(end[-1], end[0] + 50) + 1))
        if numbers and max(numbers) <= highest:
            yield InText(match.start("mark"), match.end("mark"), "number", numbers=numbers)


def by_page(sentence: str, known: Container[str]) -> InText | None:
    """The author who leads a sentence and the page at its end; offsets are of the page's bracket.

    Args:
        sentence: a sentence in which no citation was found.
        known: surnames of the list as one word in small letters; for another name a verb of saying has to follow.
    """
    led = _LED.match(sentence)
    pages = list(_PAGE.finditer(sentence, led.end())) if led else []
    if led is None or not pages:
        return None
    page = pages[-1]
    authors = tuple(name for name in (led["first"], led["second"]) if name)
    if not any(key in known for key in keys(authors[0])):
        said = phrase_pattern("sources", "reporting").search(sentence[led.end() : led.end() + 30])
        if not said and (led["lead"] or "").strip() != "According to":
            return None
    return InText(
        page.start(),
        page.end(),
        "bracket",
        authors,
        pages=page["pages"],
        et_al=bool(led["more"]),
        joined=led["joined"] or "",
    )
