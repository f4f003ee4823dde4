"""How near a text comes to a point by the encoder: the two as wholes, and piece by piece.

Two signs are added up with learned weights: the cosine of the two texts' mean states (Reimers and Gurevych 2019), and
for every piece of the point the nearest piece of the text, weighted by how much the point's piece says (late
interaction: Khattab and Zaharia 2020).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from grader.matching.encoder import Encoded, Encoder, Floats


def likeness(encoder: Encoder, points: Sequence[Encoded], texts: Sequence[Encoded]) -> Floats:
    """(points, texts): the log-odds, by the encoder alone, that the text makes the point."""
    near = (
        encoder.number("near") * _whole(points) @ _whole(texts).T
        + encoder.number("pieces") * _by_pieces(points, texts)
        + encoder.number("base")
    )
    found: Floats = near.astype(np.float32)
    return found


def denials(encoder: Encoder, texts: Sequence[Encoded]) -> Floats:
    """(texts,): the log-odds that a text takes something up only to deny it."""
    states = np.stack([text.total / text.count for text in texts])
    found = states @ encoder.row("denies.weight") + encoder.number("denies.bias")
    return found.astype(np.float32)


def cosines(ones: Sequence[Encoded], others: Sequence[Encoded]) -> list[float]:
    """How near each text is to its partner, both as wholes: -1 to 1."""
    return [float(near) for near in (_whole(ones) * _whole(others)).sum(axis=1)]


def _whole(texts: Sequence[Encoded]) -> Floats:
    rows: Floats = np.stack([text.total for text in texts])
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return rows


def _by_pieces(points: Sequence[Encoded], texts: Sequence[Encoded]) -> Floats:
    starts = np.cumsum([0, *(text.count for text in texts[:-1])])
    pieces = np.concatenate([text.pieces for text in texts])
    rows = []
    for point in points:
        nearest = np.maximum.reduceat(point.pieces @ pieces.T, starts, axis=1)
        rows.append(_shares(point.weights) @ nearest)
    return np.stack(rows)


def _shares(weights: Floats) -> Floats:
    raised = np.exp(weights - weights.max())
    shares: Floats = raised / raised.sum()
    return shares
