"""What a sentence shows of its part in the argument: its words, its place, and cues.

The signs are those of Stab and Gurevych (2017, "Parsing argumentation structures in persuasive essays", section 5.2)
that need no parser: words and pairs of words, place in paragraph and essay, cues, and the cues of the neighbours.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from grader.lexicon import load, phrase_pattern

_WORD = re.compile(r"[a-z]+(?:['’-][a-z]+)*|\d[\d.,]*|\?", re.IGNORECASE)
_LENGTHS = (8, 14, 20, 28)  # words; where a sentence's length passes from one class to the next

Signs = dict[str, float]


def terms(text: str) -> Counter[str]:
    """Words and pairs of neighbouring words, small letters; every number is "0"."""
    found = ["0" if word[0].isdigit() else word.lower().replace("’", "'") for word in _WORD.findall(text)]
    pairs = (f"{one} {other}" for one, other in itertools.pairwise(found))
    return Counter([*found, *pairs])


def signs(paragraphs: Sequence[Sequence[str]]) -> list[Signs]:
    """The signs of every sentence beside its words, in order; one inner sequence of sentences a paragraph."""
    cued = [[_cues(text) for text in paragraph] for paragraph in paragraphs]
    flat = [cues for paragraph in cued for cues in paragraph]
    total = len(flat)
    found: list[Signs] = []
    for at, paragraph in enumerate(paragraphs):
        for i, text in enumerate(paragraph):
            place = len(found)
            one = _place(at, len(paragraphs), i, len(paragraph)) | flat[place]
            one["depth"] = place / max(1, total - 1)
            one[f"length {sum(len(_WORD.findall(text)) > bound for bound in _LENGTHS)}"] = 1.0
            for name, neighbour in (("before", i - 1), ("after", i + 1)):
                if 0 <= neighbour < len(paragraph):
                    one |= {f"{name}: {cue}": value for cue, value in cued[at][neighbour].items()}
            found.append(one)
    return found


def _place(paragraph: int, paragraphs: int, sentence: int, sentences: int) -> Signs:
    where = "opening" if paragraph == 0 else "closing" if paragraph == paragraphs - 1 and paragraphs > 1 else "body"
    found = {where: 1.0, "within": sentence / max(1, sentences - 1)}
    if sentences == 1:
        return found | {f"{where} alone": 1.0}
    for name, holds in (
        ("first", sentence == 0),
        ("second", sentence == 1),
        ("last", sentence == sentences - 1),
        ("last but one", sentence == sentences - 2),
    ):
        if holds:
            found |= {f"{where} {name}": 1.0}
    return found


def _cues(text: str) -> Signs:
    found = {cue: 1.0 for cue in load("components") if phrase_pattern("components", cue).search(text)}
    if text.rstrip().endswith("?"):
        found["asks"] = 1.0
    if re.search(r"\d", text):
        found["number"] = 1.0
    return found
