"""What stands right before a place in a text, looked at without copying the text."""

from __future__ import annotations

_NEAR = 40  # characters


def trimmed(text: str, place: int, skipped: str = "") -> int:
    """The end of the words before ``place``: ``place`` without the spaces and the ``skipped`` characters before it."""
    while place > 0 and (text[place - 1].isspace() or text[place - 1] in skipped):
        place -= 1
    return place


def char_before(text: str, place: int, skipped: str = "") -> str:
    """The last character before ``place`` that is no space and not skipped; "" at the head of the text."""
    end = trimmed(text, place, skipped)
    return text[end - 1 : end] if end else ""


def last_word(text: str, place: int) -> str:
    """The word before ``place``, without quotation marks and brackets."""
    tail = text[max(0, place - _NEAR) : place].split()
    return tail[-1].strip("\"“‘'([,;:") if tail else ""
