"""How numbers and quotes are written in reports."""

from __future__ import annotations


def marks(number: float | None) -> str:
    """Marks without needless zeros: 9.5, 12, 0.35; a dash for none."""
    return "–" if number is None else f"{number:.2f}".rstrip("0").rstrip(".")


def worth(number: float) -> str:
    """Marks that an action may win back, roughly: to the nearest half from 1, to a tenth below."""
    return marks(round(number * 2) / 2) if number >= 0.95 else f"{max(0.1, number):.1f}"


def percent(share: float | None) -> str:
    """A share as a whole percentage."""
    return "–" if share is None else f"{100 * share:.0f}%"


def value(number: float | None) -> str:
    """A measured value: two decimals at most."""
    return "–" if number is None else f"{number:.2f}".rstrip("0").rstrip(".")


def shorten(text: str, most: int = 160) -> str:
    """A quote cut at a word, with an ellipsis; line breaks become spaces."""
    plain = " ".join(text.split())
    return plain if len(plain) <= most else plain[: most - 1].rsplit(" ", 1)[0] + " …"


def count(number: int, one: str, many: str = "") -> str:
    """ "1 section", "3 sections"."""
    return f"{number} {one if number == 1 else many or one + 's'}"
