"""What an essay as a whole says of its citations: a lone "(3)" among "(Khan, 2019)" is no citation.

``find`` reads a string by itself. Numbers in round brackets and "(Khan 12)" could be counts, ages or things with a
number; they are kept where the essay plainly cites so, and left out where it cites otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence

from grader.citing.model import InText

_ENOUGH = 3  # numbers in round brackets, from which they are a habit


def borne_out(found: Sequence[InText], quotes: Sequence[str], numbered_list: bool = False) -> list[bool]:
    """For each citation of an essay whether the others bear it out.

    Args:
        found: every candidate of the essay.
        quotes: the words of each.
        numbered_list: the essay has a reference list with numbers, which numbers in the text go to.
    """
    kinds = [_kind(one, quote) for one, quote in zip(found, quotes, strict=True)]
    dated, squares, rounds, paged = (kinds.count(kind) for kind in ("dated", "square", "round", "paged"))
    by_round = not squares and (numbered_list or (rounds >= _ENOUGH and rounds > 2 * dated))
    by_page = paged > dated + squares
    return [not ((kind == "round" and not by_round) or (kind == "paged" and not by_page)) for kind in kinds]


def _kind(one: InText, quote: str) -> str:
    if one.form == "number":
        plain = quote.startswith("(") and not any(char.isalpha() for char in quote)
        return "round" if plain else "square"
    if one.year:
        return "dated"
    return "paged" if one.authors or one.pages else one.form
