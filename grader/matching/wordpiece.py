"""Text to the encoder's vocabulary: BERT's uncased WordPiece (Devlin et al. 2019; Schuster and Nakajima 2012).

Forty lines of our own, since the ``tokenizers`` library brings a client of a download site with it. The training
script holds it against that library (tests/bench/train_coverage.py).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

UNKNOWN, START, END = "[UNK]", "[CLS]", "[SEP]"
_LONGEST_WORD = 100
_SIGN = re.compile(r"[!-/:-@\[-`{-~]")
_RUN = re.compile(r"\S+")


class WordPiece:
    """A vocabulary, one piece a place; pieces that go on with a word begin with ``##``."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._ids: Mapping[str, int] = {piece: i for i, piece in enumerate(vocabulary)}
        self._word = lru_cache(maxsize=20_000)(self._pieces)

    def encode(self, text: str, longest: int) -> list[int]:
        """Ids of a text's pieces between start and end marks, at most ``longest`` in all."""
        ids = [self._ids[START]]
        for word in _words(text):
            ids += self._word(word)
            if len(ids) >= longest:
                break
        return [*ids[: longest - 1], self._ids[END]]

    def _pieces(self, word: str) -> tuple[int, ...]:
        """The longest piece that fits, again and again; the unknown mark for a word that cannot be built."""
        unknown = (self._ids[UNKNOWN],)
        if len(word) > _LONGEST_WORD:
            return unknown
        found = []
        start = 0
        while start < len(word):
            for end in range(len(word), start, -1):
                piece = self._ids.get(("##" if start else "") + word[start:end])
                if piece is not None:
                    break
            else:
                return unknown
            found.append(piece)
            start = end
        return tuple(found)


def _words(text: str) -> list[str]:
    """Words and single signs in small letters, without accents and control signs."""
    small = text.lower()
    if not small.isascii():
        small = "".join(map(_plain, unicodedata.normalize("NFD", small)))
    return _RUN.findall(_SIGN.sub(r" \g<0> ", small))


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    """Punctuation and ideographs stand alone, accents and control signs go, the rest stays."""
    kind = unicodedata.category(char)
    if kind == "Mn" or (kind[0] == "C" and not char.isspace()):
        return ""
    return f" {char} " if kind[0] == "P" or (kind == "Lo" and "一" <= char <= "鿿") else char
