"""Words broken at a line's end, put together again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from grader.readers.pdf.lines import Line

_HYPHENS = "-\u2010"
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_COMPOUND = re.compile(r"[^\W_]+(?:[-\u2010][^\W_]+)+")
_BROKEN = re.compile(r"([^\W\d_]+)( ?[-\u2010])$")
_NEXT = re.compile(r"([^\W\d_]+)")
_LONGEST = 60  # characters of a word
_SUSPENDED = ("and", "or", "to")  # "two- and three-roomed"


class Vocabulary:
    """The words of a document that stand whole on their lines, and those written with a hyphen there."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.whole: Counter[str] = Counter()
        self.compound: Counter[str] = Counter()
        broken = False
        for line in lines:
            text = line.text
            found = [match.group().casefold() for match in _WORD.finditer(text)]
            ends = text.endswith(tuple(_HYPHENS))
            self.whole.update(found[1 if broken else 0 : len(found) - 1 if ends else None])
            self.compound.update(match.group().casefold().replace("\u2010", "-") for match in _COMPOUND.finditer(text))
            broken = ends

    def join(self, before: str, after: str) -> str:
        """Two lines' texts as one: a word broken between them made whole, its hyphen kept where it belongs to the word."""
        broken, following = _BROKEN.search(before, max(0, len(before) - _LONGEST)), _NEXT.match(after)
        if not broken:
            kept = before.endswith(tuple(_HYPHENS)) and before[-2:-1].isalnum() and after[:1].isalnum()
            return before + ("" if kept else " ") + after  # "2010-" and "2016"
        spaced = broken.group(2).startswith(" ")
        head = before[: broken.start(2)]
        if not following:
            return f"{head}-{after}" if after[:1].isdigit() and not spaced else f"{before} {after}"
        one, two = broken.group(1), following.group(1)
        if spaced:  # a dash between words, or a hyphen that was set apart to fill the line
            return head + after if self._known(one + two) else f"{before} {after}"
        if two in _SUSPENDED and not self._known(one + two):
            return f"{head}- {after}"
        return head + after if self._one_word(one, two, automatic=before.endswith("\u2010")) else f"{head}-{after}"

    def _one_word(self, one: str, two: str, *, automatic: bool) -> bool:
        if self.compound[f"{one}-{two}".casefold()]:
            return False
        if self._known(one + two):
            return True
        if two[0].isupper():
            return False
        return automatic or not (self._known(one) and self._known(two))

    def _known(self, word: str) -> bool:
        if self.whole[word.casefold()]:
            return True
        from grader.spelling.dictionary import formed, known, proper

        return known(word.lower()) or proper(word) or formed(word.lower())
