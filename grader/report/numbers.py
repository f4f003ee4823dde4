"""How numbers and quotes are written in reports."""

from __future__ import annotations


def marks(number: float | None) -> str:
    """Marks without needless zeros: 9.5, 12, 0.35; a dash for none."""
    return "–" if number is None else f"{number:.2f}".rstrip("0").rstrip(".")


def worth(number: float) -> str:
    """Marks that an action may win back, roughly, with the word: to the nearest half from 1, to a tenth below."""
    rough = max(0.1, round(number, 1))
    return count(round(number * 2) / 2 if rough >= 1 else rough, "mark")


def exact(number: float | None) -> str:
    """A value or a share to four places, as many as the marks were worked out with: share times marks can be re-added."""
    return "–" if number is None else f"{number:.4f}".rstrip("0").rstrip(".")


def shorten(text: str, most: int = 160) -> str:
    """A quote cut at a word, with an ellipsis; line breaks become spaces. A word too long for the line is cut, too."""
    plain = " ".join(text.split())
    if len(plain) <= most:
        return plain
    kept, _, _ = plain[: most - 1].rpartition(" ")
    return f"{kept} …" if len(kept) > most // 2 else cut(plain, most)


def cut(name: str, most: int) -> str:
    """A name on one line, cut at a letter."""
    plain = " ".join(name.split())
    return plain if len(plain) <= most else plain[: most - 1] + "…"


def count(number: float, one: str, many: str = "") -> str:
    """ "1 section", "1,066 words", "0.5 marks"."""
    written = f"{number:,}" if isinstance(number, int) else marks(number)
    return f"{written} {one if number == 1 else many or one + 's'}"
