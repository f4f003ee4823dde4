"""Whether shuffled answers score below the same answers in order: ``python -m tests.bench.coherence [--shared FOLDER]``.

Every labelled answer is held against itself with (a) its sentences shuffled over the whole answer, (b) within their
paragraphs, (c) its body's paragraphs shuffled under their headings. Seeds are fixed; five minutes on one core.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from pathlib import Path

import numpy as np

from grader.context import Context, Task
from grader.facts.coherence import placed
from grader.model import Essay, Span
from grader.segment import build
from tests.bench.answers import labelled

TIMES = 3


def value(text: str) -> float:
    """The check's value of a text; one that is not judged counts in full."""
    found = Context(build(text), Task()).measure("structure.coherence").value
    return 1.0 if found is None else found


def with_moved(essay: Essay, places: list[Span], order: list[int]) -> str:
    """The essay's text with stretches of it in another order."""
    parts, end = [], 0
    for place, other in zip(places, order, strict=True):
        parts += [essay.text[end : place.start], essay[places[other]]]
        end = place.end
    return "".join([*parts, essay.text[end:]])


def shuffles(essay: Essay, chance: random.Random) -> dict[str, str]:
    """One shuffle of each kind."""
    sentences = [one.span for one in essay.sentences]
    everywhere = chance.sample(range(len(sentences)), len(sentences))
    by_block = defaultdict(list)
    for i, one in enumerate(essay.sentences):
        by_block[one.block].append(i)
    within = [i for members in by_block.values() for i in chance.sample(members, len(members))]
    body = [essay.blocks[block].span for block in by_block][1:-1]
    moved = chance.sample(range(len(body)), len(body))
    return {
        "(a) over the answer": with_moved(essay, sentences, everywhere),
        "(b) in paragraphs": with_moved(essay, sentences, within),
        "(c) under headings": with_moved(essay, body, moved),
    }


def report(shared: Path | None) -> list[str]:
    """Lines for RESULTS.md."""
    paths = [path for folder in ("labelled", "heldout", "blind") for path, _, _ in labelled(folder)]
    paths += sorted(shared.glob("data/css/*/*.md")) if shared else []
    chance = random.Random(0)
    own, others, headed = [], defaultdict(list), []
    for path in paths:
        essay = build(path.read_text(encoding="utf-8"), path.stem)
        own.append(value(essay.text))
        headed.append(Context(essay, Task()).fact(placed) is not None)
        rounds = [shuffles(essay, chance) for _ in range(TIMES)]
        for name in rounds[0]:
            others[name].append([value(one[name]) for one in rounds])
    values, lowest = np.array(own), min(own)
    quartiles = ", ".join(f"{one:.2f}" for one in np.quantile(values, [0.25, 0.5, 0.75]))
    lines = [f"{len(values)} answers in order: lowest {lowest:.2f}, quartiles {quartiles}"]
    for name, found in others.items():
        table, held = np.array(found), values
        if "headings" in name:  # without headings the paragraphs' order is not looked at
            table, held = table[headed], values[headed]
        lines.append(
            f"{name}: below the answer {np.mean(table < held[:, None]):.3f}, median {np.median(table):.2f}, "
            f"below every answer in order {np.mean(table < lowest):.2f}"
        )
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path)
    print("\n".join(report(parser.parse_args().shared)))


if __name__ == "__main__":
    main()
