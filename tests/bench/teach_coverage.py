"""A small encoder taught by a large one: ``python -m tests.bench.teach_coverage --teacher FOLDER --prose FOLDER --out FILE``.

The large one (all-mpnet-base-v2, Apache-2.0, 110 million weights: too large and too slow to ship) is fine-tuned on our own passages and debates. Then the small one
(all-MiniLM-L6-v2) learns from the same labels and from what the large one says: of every point and text of theirs, and of every two sentences in
groups of prose (:mod:`tests.bench.prose_groups`). Neither sees ArgKP here, so the folds that follow stay honest
(:mod:`tests.bench.train_coverage` goes on from the file written).
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from tests.bench.matcher import Matcher, Steps, batches, labelled_loss, small_encoder, train
from tests.bench.point_groups import SEED, Group, debate_groups, own_groups
from tests.bench.prose_groups import prose_groups

TEACHER_RATE, TEACHER_EPOCHS = 3e-5, 2
RATE, EPOCHS, BESIDE = 1.5e-4, 2, 10.0
TAUGHT = 0.6  # what the teacher's word weighs beside the labels'
SQUARES, ORDER = 0.05, 0.5  # of a verdict's parts: how far off the log-odds are, and how the likelihoods are shared out
LOWEST, HIGHEST = -14.0, 8.0  # log-odds beyond these are as good as these


def verdicts(teacher: Matcher, groups: Sequence[Group], together: int = 48) -> list[Tensor]:
    """For each group (points, texts) log-odds."""
    teacher.eval()
    found = []
    with torch.no_grad():
        for group in groups:
            table = torch.zeros(len(group.points), len(group.texts))
            points = teacher.read(group.points)
            order = sorted(range(len(group.texts)), key=lambda i: len(group.texts[i]))
            for start in range(0, len(order), together):
                part = order[start : start + together]
                table[:, part] = teacher.likeness(points, teacher.read([group.texts[i] for i in part]))
            found.append(table)
    return found


def verdicts_on_prose(teacher: Matcher, groups: Sequence[list[str]]) -> list[Tensor]:
    """For each group (sentences, sentences) log-odds."""
    teacher.eval()
    found = []
    with torch.no_grad():
        for group in groups:
            read = teacher.read(group)
            found.append(teacher.likeness(read, read))
    return found


def taught(
    model: Matcher,
    groups: Sequence[Group],
    tables: Sequence[Tensor],
    prose: Sequence[list[str]],
    prose_tables: Sequence[Tensor],
) -> Matcher:
    """The small encoder after learning from labels and verdicts."""
    torch.manual_seed(SEED)
    rng = np.random.RandomState(SEED)
    at = {id(group): i for i, group in enumerate(groups)}
    steps = Steps(model, RATE, EPOCHS * (len(list(batches(groups, rng))) + len(prose)), beside=BESIDE)
    model.train()
    started = time.time()
    for epoch in range(EPOCHS):
        jobs: list[tuple[Group, list[int]] | int] = [*batches(groups, rng), *range(len(prose))]
        losses = []
        for i in rng.permutation(len(jobs)):
            job = jobs[i]
            if isinstance(job, int):
                read = model.read(prose[job])
                loss = _without_itself(model.likeness(read, read), prose_tables[job])
            else:
                group, columns = job
                texts = model.read([group.texts[i] for i in columns])
                scores = model.likeness(model.read(group.points), texts)
                said = tables[at[id(group)]][:, columns]
                loss = (1 - TAUGHT) * labelled_loss(scores, texts.denies, group, columns) + TAUGHT * (
                    _far(scores, said) + ORDER * (_shared_out(scores, said, 0) + _shared_out(scores, said, 1))
                )
            steps.take(loss)
            losses.append(loss.item())
            if len(losses) % 300 == 0:
                print(f"  {len(losses)}: loss {np.mean(losses[-300:]):.3f}, {time.time() - started:.0f} s", flush=True)
        print(f"  epoch {epoch + 1}: loss {np.mean(losses):.3f}, {time.time() - started:.0f} s", flush=True)
    return model


def _without_itself(scores: Tensor, said: Tensor) -> Tensor:
    """The loss over a table of sentences against themselves: that a sentence is like itself teaches nothing."""
    others = ~torch.eye(len(scores), dtype=torch.bool)
    scores, said = (table[others].view(len(table), len(table) - 1) for table in (scores, said))
    return _far(scores, said) + ORDER * _shared_out(scores, said, 1)


def _far(scores: Tensor, said: Tensor) -> Tensor:
    """How far off the verdicts are, pair by pair."""
    apart = scores.clamp(LOWEST, HIGHEST) - said.clamp(LOWEST, HIGHEST)
    return functional.binary_cross_entropy_with_logits(scores, torch.sigmoid(said)) + SQUARES * (apart * apart).mean()


def _shared_out(scores: Tensor, said: Tensor, along: int) -> Tensor:
    """How otherwise the likelihoods are shared out along the points (0) or the texts (1): Kullback-Leibler."""
    ones, others = torch.log_softmax(scores, along), torch.log_softmax(said, along)
    return functional.kl_div(ones, others, log_target=True, reduction="none").sum(along).mean()


def main() -> None:
    """Trains the teacher, asks it, teaches the small encoder, and writes that."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--teacher", type=Path, required=True, help="folder of all-mpnet-base-v2")
    parser.add_argument("--prose", type=Path, required=True, help="folder of clean prose, *.txt.gz")
    parser.add_argument(
        "--pretrained", type=Path, help="folder of all-MiniLM-L6-v2; by default the installed package's"
    )
    parser.add_argument("--out", type=Path, required=True, help="file for the weights, safetensors")
    options = parser.parse_args()
    groups = [*own_groups(), *debate_groups()]
    small = Matcher(options.pretrained or small_encoder())
    prose = prose_groups(options.prose, small)
    print(f"{len(prose)} groups of prose", flush=True)
    teacher = train(Matcher(options.teacher), groups, TEACHER_RATE, TEACHER_EPOCHS)
    tables, prose_tables = verdicts(teacher, groups), verdicts_on_prose(teacher, prose)
    print("verdicts given", flush=True)
    model = taught(small, groups, tables, prose, prose_tables)
    from safetensors.torch import save_file

    save_file({name: weight.contiguous() for name, weight in model.state_dict().items()}, options.out)


if __name__ == "__main__":
    main()
