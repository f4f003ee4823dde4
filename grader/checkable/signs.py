"""What a sentence shows of being a statement about the world: cues, names, figures, its place, its part in the argument."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from grader.components.signs import Signs
from grader.components.signs import signs as component_signs
from grader.lexicon import load, phrase_pattern

_NAME = re.compile(r"(?<!^)(?<![.!?:] )\b[A-Z][\w’'-]+")
_SHAPES = {
    "year": re.compile(r"\b(?:1[5-9]|20)\d\d\b"),
    "figure": re.compile(r"\d"),
    "quotation": re.compile(r"[\"“]"),
    "points back": re.compile(r"^(?:This|These|That|Those|It|Such|They|He|She)\b"),
    "two halves": re.compile(r"[;:]"),
    "opens with a": re.compile(r"^An?\s"),
    "past": re.compile(r"\b[a-z]{3,}ed\b"),
}


@cache
def _cues() -> tuple[tuple[str, str], ...]:
    return (
        *(("checkable", cue) for cue in load("checkable")),
        ("views", "holds"),
        ("views", "held"),
        ("views", "most"),
    )


def signs(
    paragraphs: Sequence[Sequence[str]],
    roles: Sequence[str],
    components: Sequence[Mapping[str, float]],
    hard: Sequence[str],
) -> list[Signs]:
    """The signs of every sentence in order.

    Args:
        paragraphs: the sentences, one inner sequence a paragraph.
        roles: the part of the answer each sentence stands in ("introduction", "body", "conclusion", ...).
        components: the likelihood of each argument component, by sentence.
        hard: the kind of claim the rules take the sentence for ("statistic", ...); "" for none.
    """
    found = component_signs(paragraphs)
    texts = (text for paragraph in paragraphs for text in paragraph)
    for one, text, role, likely, kind in zip(found, texts, roles, components, hard, strict=True):
        one[f"in the {role}"] = 1.0
        one |= {f"is {label}": value for label, value in likely.items()}
        one |= {f"says {cue}": 1.0 for list_, cue in _cues() if phrase_pattern(list_, cue).search(text)}
        one |= {shape: 1.0 for shape, pattern in _SHAPES.items() if pattern.search(text)}
        one["names"] = min(3, len(_NAME.findall(text))) / 3
        if kind:
            one |= {"hard": 1.0, kind: 1.0}
    return found
