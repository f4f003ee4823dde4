"""Runs of words that stand in two texts in the same order, single changed words bridged.

Four words in a row that both texts hold are a seed; from there a run goes on to both sides as long as the texts agree.
A word that was changed, put in or left out is bridged where two words agree again behind it, so that a light change of
words hides nothing (word n-grams and their extension: Clough et al. 2002, Potthast et al. 2010). The first text is
indexed and the second is read once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_SEED = 4  # words
_CROWDED = 8  # places of one seed; what comes more often ("on the other hand the") begins no run
_BRIDGES = ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1))  # words passed over in the first and in the second text
_AGREE = 2  # words that agree again behind a bridge

Seeds = dict[tuple[str, ...], list[int]]


@dataclass(frozen=True, slots=True)
class Run:
    """Words ``start`` to ``end`` (half-open) of the first text; ``same`` of them stand in the second too, in this order."""

    start: int
    end: int
    same: int


def plain_words(text: str) -> list[str]:
    """Words in small letters without punctuation; hyphened words are several."""
    return _WORD.findall(text.casefold().replace("’", "'"))


def seeds(words: Sequence[str]) -> Seeds:
    """Where each four words of a text stand; without those that come too often to tell anything."""
    found: Seeds = {}
    for place, seed in enumerate(_grams(words)):
        found.setdefault(seed, []).append(place)
    return {seed: places for seed, places in found.items() if len(places) <= _CROWDED}


def shared_runs(ours: Sequence[str], index: Seeds, theirs: Sequence[str], least: int) -> list[Run]:
    """Runs of at least ``least`` words of ``ours`` (with its ``seeds``) that ``theirs`` holds too; some overlap."""
    covered = bytearray(len(ours))
    found = []
    for there, seed in enumerate(_grams(theirs)):
        for here in index.get(seed, ()):
            if covered[here] and all(covered[here : here + _SEED]):
                continue
            before, start = _reach(ours, here - 1, theirs, there - 1, -1)
            after, end = _reach(ours, here, theirs, there, 1)
            if before + after >= least:
                found.append(Run(start + 1, end, before + after))
                covered[start + 1 : end] = b"\1" * (end - start - 1)
    return found


def _grams(words: Sequence[str]) -> zip[tuple[str, ...]]:
    return zip(*(words[skip:] for skip in range(_SEED)), strict=False)


def _reach(ours: Sequence[str], here: int, theirs: Sequence[str], there: int, step: int) -> tuple[int, int]:
    """How many words agree from a place on in one direction, and the first place beyond them."""
    same, beyond = 0, here
    while _agree(ours, here, theirs, there):
        same += 1
        here, there = here + step, there + step
        beyond = here
        if not _agree(ours, here, theirs, there):
            for over, past in _BRIDGES:
                one, other = here + over * step, there + past * step
                if all(_agree(ours, one + n * step, theirs, other + n * step) for n in range(_AGREE)):
                    here, there = one, other
                    break
    return same, beyond


def _agree(ours: Sequence[str], here: int, theirs: Sequence[str], there: int) -> bool:
    return 0 <= here < len(ours) and 0 <= there < len(theirs) and ours[here] == theirs[there]
