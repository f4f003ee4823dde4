"""Roman numerals as headings use them."""

from __future__ import annotations

_TENS, _UNITS = ("", "X", "XX", "XXX"), ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
ROMANS = tuple(ten + unit for ten in _TENS for unit in _UNITS)[1:]  # I to XXXIX


def roman(number: str) -> int | None:
    """The value of a Roman numeral, in capitals or small letters, up to 39; None for anything else."""
    upper = number.upper()
    return ROMANS.index(upper) + 1 if upper in ROMANS else None
