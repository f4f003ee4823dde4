"""The sentence encoder: a six-layer transformer (MiniLM) run in numpy from weights of one byte each.

numpy is there with scikit-learn, so the encoder works on every platform that grader works on, and the same on all of
them: int8 kernels of inference libraries differ from processor to processor, and a mark must not. The weights are
widened to floats once, when they are loaded. Nothing here is a pickle, and nothing is downloaded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grader.matching.wordpiece import WordPiece

WEIGHTS = Path(__file__).parent / "weights"
LONGEST = 96  # pieces of a text that are read: about 70 words
HEADS, LAYERS, TINY = 12, 6, 1e-12
_BATCH = 512  # pieces read together

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text in numbers. ``total``: (384,) sum of its pieces' states, with their number in ``count``; ``pieces``:
    (count, 384) the states, each of length 1; ``weights``: (count,) how much each piece says, before normalising."""

    total: Floats
    count: int
    pieces: Floats
    weights: Floats


def joined(texts: Sequence[Encoded]) -> Encoded:
    """One or more texts read as one after the other."""
    return Encoded(
        np.sum([text.total for text in texts], axis=0),
        sum(text.count for text in texts),
        np.concatenate([text.pieces for text in texts]),
        np.concatenate([text.weights for text in texts]),
    )


class Encoder:
    """Reads texts with one set of weights. Make it once a process: :func:`encoder`."""

    def __init__(self, folder: Path) -> None:
        with np.load(folder / "encoder.npz", allow_pickle=False) as stored:
            self._weights = {name: _widened(stored, name) for name in stored if not name.endswith(".scale")}
        self._pieces = WordPiece((folder / "vocabulary.txt").read_text(encoding="utf-8").split("\n"))

    def number(self, name: str) -> float:
        """A single learned number."""
        return float(self._weights[name].item())

    def row(self, name: str) -> Floats:
        """(384,): a learned direction."""
        return self._weights[name].reshape(-1)

    def encode(self, texts: Sequence[str]) -> list[Encoded]:
        """Every text in numbers, in the order given; only the first 96 pieces of a text are read."""
        from threadpoolctl import threadpool_limits

        ids = [self._pieces.encode(text, LONGEST) for text in texts]
        with threadpool_limits(1, user_api="blas"):  # on tables as small as these, threads cost more than they bring
            return [one for batch in _batches(ids) for one in self._read(batch)]

    def _read(self, ids: Sequence[Sequence[int]]) -> list[Encoded]:
        """All pieces of the texts in one table, one row a piece; only attention looks at one text at a time."""
        w = self._weights
        ends = np.cumsum([len(one) for one in ids])
        texts = [slice(end - len(one), end) for one, end in zip(ids, ends, strict=True)]
        words = w["words"][np.concatenate(ids)]
        places = w["places"][np.concatenate([np.arange(len(one)) for one in ids])]
        states = self._normed(words + places + w["kinds"][0], "embedding")
        for layer in range(LAYERS):
            states = self._normed(states + self._attention(states, texts, f"{layer}"), f"{layer}.attention")
            states = self._normed(states + self._forward(states, f"{layer}"), f"{layer}.forward")
        return [self._encoded(states[text]) for text in texts]

    def _attention(self, states: Floats, texts: Sequence[slice], layer: str) -> Floats:
        width = states.shape[1] // HEADS

        def heads(name: str) -> Floats:
            return self._linear(states, f"{layer}.{name}").reshape(-1, HEADS, width).transpose(1, 0, 2)

        query, key, value = heads("query") / np.float32(width**0.5), heads("key"), heads("value")
        mixed = np.empty_like(states)
        for text in texts:
            scores = query[:, text] @ key[:, text].transpose(0, 2, 1)
            scores = np.exp(scores - scores.max(-1, keepdims=True))
            scores /= scores.sum(-1, keepdims=True)
            mixed[text] = (scores @ value[:, text]).transpose(1, 0, 2).reshape(-1, states.shape[1])
        return self._linear(mixed, f"{layer}.mixed")

    def _forward(self, states: Floats, layer: str) -> Floats:
        from scipy.special import erf

        wide = self._linear(states, f"{layer}.wide")
        wide *= (1 + erf(wide / np.float32(2**0.5))) / 2  # GELU
        return self._linear(wide, f"{layer}.narrow")

    def _linear(self, states: Floats, name: str) -> Floats:
        found: Floats = states @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]
        return found

    def _normed(self, states: Floats, name: str) -> Floats:
        centred = states - states.mean(-1, keepdims=True)
        spread = np.sqrt((centred * centred).mean(-1, keepdims=True) + np.float32(TINY))
        found = centred / spread * self._weights[f"{name}.norm.weight"] + self._weights[f"{name}.norm.bias"]
        return np.asarray(found, dtype=np.float32)

    def _encoded(self, states: Floats) -> Encoded:
        weights = (states @ self._weights["says.weight"].T + self._weights["says.bias"])[:, 0]
        weights[0] = -1e4  # the start mark says nothing
        return Encoded(states.sum(0), len(states), states / np.linalg.norm(states, axis=-1, keepdims=True), weights)


def _batches(ids: Sequence[Sequence[int]]) -> Iterator[Sequence[Sequence[int]]]:
    """Whole texts, about ``_BATCH`` pieces together."""
    batch: list[Sequence[int]] = []
    for one in ids:
        batch.append(one)
        if sum(map(len, batch)) >= _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _widened(stored: Mapping[str, Any], name: str) -> Floats:
    """Floats of an array kept as one byte a number with a scale for every row, or as it is."""
    array = stored[name]
    scale = f"{name}.scale"
    wide: Floats = array.astype(np.float32)
    return wide * stored[scale][:, None] if scale in stored else wide


@lru_cache(maxsize=1)
def encoder() -> Encoder | None:
    """The package's encoder; None where its weights were left out."""
    return Encoder(WEIGHTS) if (WEIGHTS / "encoder.npz").exists() else None
