"""How well the parts of an argument are told: ``python -m tests.bench.components --labels FILE.jsonl`` or ``--brat DIR``.

A file of labels has one essay a line: ``{"paragraphs": [[["sentence", "major|claim|premise|none", "own|counter|rebuttal"], ...], ...]}``; the side, which no
model of ours tells well enough to be used, may be left out. A folder in
brat's form (``essay001.txt`` beside ``essay001.ann``, with MajorClaim, Claim and Premise) is that of the argument
annotated essays; a sentence has the label of the weightiest component in it, as in the research that it is held against.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from grader.components.model import COMPONENTS, Weights, likelihoods, shipped

FOLDER = Path(__file__).parent / "arguments"
_BRAT = {"MajorClaim": "major", "Claim": "claim", "Premise": "premise"}


@dataclass(frozen=True)
class Labelled:
    """An essay's sentences by paragraph, and the component of each in order."""

    paragraphs: list[list[str]]
    labels: list[str]


def read(path: Path) -> list[Labelled]:
    """Essays of a file of labels."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        paragraphs = json.loads(line)["paragraphs"]
        found.append(
            Labelled(
                [[text for text, *_ in paragraph] for paragraph in paragraphs],
                [label for paragraph in paragraphs for _, label, *_ in paragraph],
            )
        )
    return found


def ours() -> list[Labelled]:
    """Our own labelled essays, all files in order."""
    return [essay for path in sorted(FOLDER.glob("*.jsonl")) for essay in read(path)]


def read_brat(folder: Path) -> list[Labelled]:
    """Essays of a folder in brat's form; the first line, the prompt, is no part of the essay."""
    found = []
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text("utf-8")
        spans = []
        for line in path.with_suffix(".ann").read_text("utf-8").splitlines():
            match = re.match(r"T\d+\t(\w+) (\d+) (?:\d+;\d+ )*(\d+)\t", line)
            if match and match[1] in _BRAT:
                spans.append((int(match[2]), int(match[3]), _BRAT[match[1]]))
        found.append(_labelled(text, spans))
    return found


def _labelled(text: str, spans: Sequence[tuple[int, int, str]]) -> Labelled:
    from grader.segment.sentences import split

    paragraphs, labels, start = [], [], text.find("\n") + 1
    for line in text[start:].split("\n"):
        held = [(start + a, start + b) for a, b in split(line)] if line.strip() else []
        if held:
            paragraphs.append([text[a:b] for a, b in held])
            labels += [
                min((label for s, e, label in spans if s < b and a < e), key=COMPONENTS.index, default="none")  # type: ignore[arg-type]
                for a, b in held
            ]
        start += len(line) + 1
    return Labelled(paragraphs, labels)


def figures(held: Sequence[tuple[Labelled, Weights]]) -> list[str]:
    """Macro-F1 and each component's F1, with four components and with major claims as claims; accuracy."""
    pairs = [
        (label, max(chances, key=chances.__getitem__))
        for essay, weights in held
        for label, chances in zip(essay.labels, likelihoods(essay.paragraphs, weights), strict=True)
    ]
    merged = [tuple("claim" if one == "major" else one for one in pair) for pair in pairs]
    return [
        f"{len(held)} essays, {len(pairs)} sentences, accuracy {sum(a == b for a, b in pairs) / len(pairs):.3f}",
        _line("four components", pairs, COMPONENTS),
        _line("claim, premise, none", merged, COMPONENTS[1:]),  # type: ignore[arg-type]
    ]


def _line(name: str, pairs: Sequence[tuple[str, str]], labels: Sequence[str]) -> str:
    scores = {}
    for label in labels:
        right = sum(a == b == label for a, b in pairs)
        scores[label] = 2 * right / max(1, sum((a == label) + (b == label) for a, b in pairs))
    each = ", ".join(f"{label} {score:.3f}" for label, score in scores.items())
    return f"{name}: macro-F1 {sum(scores.values()) / len(scores):.3f} ({each})"


def report() -> list[str]:
    """Lines for RESULTS.md: five folds of whole essays."""
    from tests.bench.train_components import out_of_fold

    return out_of_fold(ours())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])  # type: ignore[union-attr]
    parser.add_argument("--labels", type=Path, metavar="FILE", help="labelled essays as JSON lines")
    parser.add_argument("--brat", type=Path, metavar="DIR", help="a folder of .txt and .ann files")
    asked = parser.parse_args()
    essays = read(asked.labels) if asked.labels else read_brat(asked.brat) if asked.brat else ours()
    print("\n".join(figures([(essay, shipped()) for essay in essays])))


if __name__ == "__main__":
    main()
