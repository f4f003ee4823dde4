"""Groups of sentences that lie near one another, out of clean prose: what a teacher gives its verdicts on.

No label is needed of them: some of a group say nearly the same, most only speak of the same things, and which is which is for
the teacher to say.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from tests.bench.matcher import Matcher
from tests.bench.point_groups import SEED

GROUPS = 1500
OF_ONE = 14_000  # sentences of one file at most, so that none drowns the others
NEAREST, FARTHER, WIDER = 30, 9, 400  # of a group beside the first: the nearest, and some from among so many near ones
APART = 0.93  # cosine of two that are near copies
LEAST = 0.45  # cosine of the tenth sentence to the first, for a group to hold together
_LEFT_OUT = ("cia-factbook", "gds-service-manual")  # lists of figures and of instructions
_ENDS = re.compile(r"(?<=[a-z0-9)\]][.!?])[\"”]?\s+(?=[A-Z“\"])")


def prose_groups(folder: Path, reader: Matcher) -> list[list[str]]:
    """Groups of forty sentences, each a first one and its neighbours.

    Args:
        folder: of ``*.txt.gz``, a paragraph a line.
        reader: which sentences are near one another is judged by its mean states.
    """
    rng = np.random.RandomState(SEED)
    sentences: list[str] = []
    for path in sorted(folder.glob("*.txt.gz")):
        if not path.name.startswith(_LEFT_OUT):
            found = sorted({one for line in _lines(path) for one in _ENDS.split(line.strip()) if _is_plain(one)})
            rng.shuffle(found)
            sentences += found[:OF_ONE]
    means = _means(sentences, reader)
    groups: list[list[str]] = []
    for first in rng.permutation(len(sentences)):
        if len(groups) == GROUPS:
            break
        near = means @ means[first]
        order = np.argsort(-near)[:WIDER]
        chosen: list[int] = []
        for i in order:
            if i != first and near[i] < APART and (not chosen or (means[chosen] @ means[i]).max() < APART):
                chosen.append(int(i))
            if len(chosen) == NEAREST:
                break
        if len(chosen) == NEAREST and near[chosen[9]] >= LEAST:
            chosen += [int(i) for i in rng.choice([i for i in order[100:] if i not in chosen], FARTHER, replace=False)]
            groups.append([sentences[i] for i in (first, *chosen)])
    return groups


def _lines(path: Path) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") as text:
        return text.read().split("\n")


def _is_plain(sentence: str) -> bool:
    plain = sum(letter.isalpha() or letter == " " for letter in sentence)
    return (
        7 <= len(sentence.split()) <= 38
        and sentence[0].isupper()
        and sentence[-1] in ".!?"
        and plain > 0.93 * len(sentence)
    )


def _means(sentences: Sequence[str], reader: Matcher, together: int = 128) -> np.ndarray:
    """(sentences, width) of length 1."""
    found = np.zeros((len(sentences), reader.says.in_features), np.float32)
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]))
    reader.eval()
    with torch.no_grad():
        for start in range(0, len(order), together):
            part = order[start : start + together]
            found[part] = functional.normalize(reader.read([sentences[i] for i in part]).mean, dim=-1).numpy()
    return found
