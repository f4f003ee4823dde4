"""Characters that look alike or are not seen at all, made those that words are written with, before there are any spans.

What is shown stays as it was shown: ligatures in their letters, spaces of any width as spaces, nothing where nothing is
seen. Only mojibake is mended to something that looks different ("donâ€™t"), and only what can be nothing else.
"""

from __future__ import annotations

import re
from unicodedata import normalize

_TABLE = {
    **{ord(char): letters for char, letters in zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)},
    # Zero-width space, word joiner, byte order mark, soft hyphen, signs of direction and the like.
    **dict.fromkeys(map(ord, "\xad\u034f\u061c\u180e\u200b\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff")),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A))),
    **dict.fromkeys(map(ord, "\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"), " "),
    **dict.fromkeys(map(ord, "\u2010\u2011"), "-"),
    **dict.fromkeys(map(ord, "\v\f\u2028\u2029"), "\n"),
    # Windows-1252 that was taken for Latin-1.
    **{code: text for code in range(0x80, 0xA0) if (text := bytes([code]).decode("cp1252", "ignore"))},
}  # fmt: skip
_BROKEN_WORD = re.compile(r"\xad\n(?=[a-z])")
# They shape letters of other scripts and join emoji; in a Latin word they do nothing.
_JOINERS = re.compile(r"(?<![\u0300-\U0010ffff])[\u200c\u200d](?![\u0300-\U0010ffff])")
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])[ʼ′´`＇](?=[A-Za-z])")
_REPLACED = {ord("‛"): "‘"}

# One character of UTF-8 as bytes taken for Windows-1252: a lead byte's letter and what continuation bytes look like.
_CONTINUED = "".join(bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xC0))
_MOJIBAKE = re.compile(rf"[Â-ß][{_CONTINUED}]|[à-ï][{_CONTINUED}]{{2}}|‚Ä.")
_FITS = re.compile(r"[‐-―‘-‟†-•…‹›€™£©®°§«»½¼¾×÷\xa0À-ÖØ-öø-ÿĀ-žﬀ-ﬆ]")
_SIGNS_OF_IT = "ÂÃâÅÄï‚"


def cleaned(text: str) -> str:
    """A text with one code for each thing that a reader sees."""
    if text.isascii():
        return text
    text = _BROKEN_WORD.sub("", mended(text))
    text = _APOSTROPHE.sub("’", _JOINERS.sub("", text))
    return normalize("NFC", text.translate(_TABLE).translate(_REPLACED))


def mended(text: str) -> str:
    """A text without mojibake: UTF-8 that some program has read as Windows-1252 or Mac Roman, once or twice."""
    for _ in range(2):
        if not any(sign in text for sign in _SIGNS_OF_IT):
            break
        text = _MOJIBAKE.sub(_as_meant, text)
    return text


def _as_meant(match: re.Match[str]) -> str:
    found = match.group()
    try:
        if found[0] == "‚":
            meant = found.encode("mac_roman").decode("utf-8")
        else:
            meant = b"".join(_byte(char) for char in found).decode("utf-8")
    except UnicodeError:
        return found
    return meant if _FITS.fullmatch(meant) else found


def _byte(char: str) -> bytes:
    """The byte of Windows-1252, also of the five that it leaves empty."""
    return bytes([ord(char)]) if ord(char) < 0x100 else char.encode("cp1252")
