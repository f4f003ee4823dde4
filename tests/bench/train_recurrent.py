"""The network beside the linear model of reference entries, learned with torch; :mod:`tests.bench.train_references` calls it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn

from grader.citing.recurrent import Network

WIDTH, SIZE, EPOCHS, BATCH, RATE, SEED = 64, 96, 12, 32, 2e-3, 0
DROPPED, UNSEEN = 0.3, 0.2  # of the numbers between layers, and of a token's signs (twice that of the words themselves)
LEAST = 8  # tokens that must show a sign for it to be known
_WORDS = ("w=", "f=")


class Reader(nn.Module):
    """Vectors of signs, a bidirectional LSTM, and a linear chain over what it says."""

    def __init__(self, signs: int, labels: int) -> None:
        super().__init__()
        self.vectors = nn.EmbeddingBag(signs + 1, WIDTH, mode="sum")
        nn.init.normal_(self.vectors.weight, std=0.08)
        self.through = nn.LSTM(WIDTH, SIZE, bidirectional=True, batch_first=True)
        self.leave = nn.Linear(2 * SIZE, labels)
        self.steps = nn.Parameter(torch.zeros(labels, labels))
        self.dropout = nn.Dropout(DROPPED)

    def forward(self, entries: Sequence[Sequence[Sequence[int]]]) -> tuple[Tensor, Tensor]:
        """(entries, longest, labels) scores, and (entries, longest) which tokens are there; sign 0 stands for none."""
        lengths = torch.tensor([len(entry) for entry in entries])
        tokens = [token or [0] for entry in entries for token in entry]
        starts = torch.tensor(np.cumsum([0, *(len(token) for token in tokens[:-1])]))
        summed = self.vectors(torch.tensor([at for token in tokens for at in token]), starts)
        there = torch.arange(int(lengths.max())) < lengths[:, None]
        table = summed.new_zeros(*there.shape, WIDTH)
        table[there] = summed
        packed = nn.utils.rnn.pack_padded_sequence(self.dropout(table), lengths, batch_first=True, enforce_sorted=False)
        states = nn.utils.rnn.pad_packed_sequence(self.through(packed)[0], batch_first=True)[0]
        return self.leave(self.dropout(states)), there

    def loss(self, entries: Sequence[Sequence[Sequence[int]]], gold: Sequence[Sequence[int]]) -> Tensor:
        """Mean over entries of minus the log-probability of their rows of labels."""
        scores, there = self(entries)
        wanted = torch.zeros(there.shape, dtype=torch.long)
        wanted[there] = torch.tensor([label for row in gold for label in row])
        chosen = scores.gather(2, wanted[..., None])[..., 0]
        reached, right = scores[:, 0], chosen[:, 0]
        for i in range(1, there.shape[1]):
            onward = torch.logsumexp(reached[:, :, None] + self.steps, 1) + scores[:, i]
            reached = torch.where(there[:, i, None], onward, reached)
            right = right + there[:, i] * (self.steps[wanted[:, i - 1], wanted[:, i]] + chosen[:, i])
        return (torch.logsumexp(reached, 1) - right).mean()


def learn(
    entries: Sequence[Sequence[Sequence[str]]], gold: Sequence[Sequence[str]], labels: Sequence[str]
) -> tuple[list[str], Network, np.ndarray]:
    """The signs that the network knows, in the order of its vectors, the network, and its weights of label after label.

    Args:
        entries: the names of the signs of every token of every entry.
        gold: the label of every token.
        labels: in the order wanted of what the network says.
    """
    torch.manual_seed(SEED)
    torch.set_num_threads(1)  # so that sums come in the same order everywhere
    rng = np.random.RandomState(SEED)
    counted = Counter(name for entry in entries for token in entry for name in token)
    names = sorted(name for name, count in counted.items() if count >= LEAST)
    at = {name: i + 1 for i, name in enumerate(names)}
    words = {i for name, i in at.items() if name.startswith(_WORDS)}
    known = [[[at[name] for name in token if name in at] for token in entry] for entry in entries]
    wanted = [[labels.index(label) for label in row] for row in gold]
    model = Reader(len(names), len(labels))
    optimizer = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=1e-5)
    steps = EPOCHS * -(-len(known) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / 200) * max(0.02, 1 - step / steps)
    )
    for _ in range(EPOCHS):
        for batch in _batches([len(entry) for entry in known], rng):
            loss = model.loss([_less(known[i], words, rng) for i in batch], [wanted[i] for i in batch])
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimizer.step()
            schedule.step()
    return names, _network(model), model.steps.detach().numpy()


def _batches(lengths: Sequence[int], rng: np.random.RandomState) -> list[list[int]]:
    """Entries of like length together, in an order by chance."""
    order = rng.permutation(len(lengths))
    runs = [sorted(order[i : i + 16 * BATCH], key=lambda j: lengths[j]) for i in range(0, len(order), 16 * BATCH)]
    found = [run[i : i + BATCH] for run in runs for i in range(0, len(run), BATCH)]
    rng.shuffle(found)  # type: ignore[arg-type]
    return found


def _less(entry: Sequence[Sequence[int]], words: set[int], rng: np.random.RandomState) -> list[list[int]]:
    """An entry without some of its signs, so that no single one is leant on."""
    found = []
    for token in entry:
        chance = rng.random_sample(len(token))
        found.append([at for at, one in zip(token, chance, strict=True) if one > UNSEEN * (2 if at in words else 1)])
    return found


def _network(model: Reader) -> Network:
    def both(name: str) -> np.ndarray:
        ways = [getattr(model.through, f"{name}_l0{way}").detach().numpy() for way in ("", "_reverse")]
        return np.stack([way.T for way in ways])

    vectors = model.vectors.weight.detach().numpy()
    return Network(
        np.vstack([vectors[1:], np.zeros_like(vectors[:1])]),
        both("weight_ih"),
        both("weight_hh"),
        both("bias_ih") + both("bias_hh"),
        model.leave.weight.detach().numpy().T,
        model.leave.bias.detach().numpy(),
    )
