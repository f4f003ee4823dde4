"""Whole answers with expected points written before them, and what a reader found of these points (README.md)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.context import Context
from grader.marking import make_context
from grader.readers import read_bytes
from grader.rubric import load_rubric
from grader.rubric.model import Point, PointSet

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Answered:
    """One answer. ``labels``: by point id, its state, the sentences that make it (the best first), and the one that comes near."""

    question: str
    name: str
    text: str
    points: tuple[Point, ...]
    labels: dict[str, dict[str, Any]]

    def context(self) -> Context:
        """The answer read, with its points expected of it."""
        points = PointSet(self.points, question=self.question)
        return make_context(
            read_bytes(self.text.encode(), f"{self.name}.md"), load_rubric("css-current-affairs"), points=points
        )


def answered(files: range) -> Iterator[Answered]:
    """Those of the files with these numbers, question by question."""
    for number in files:
        answers, labels = (
            {(one["question"], one["answer"]): one for one in _lines(HERE / f"{kind}{number}.jsonl")}
            for kind in ("answers", "labels")
        )
        for question in _lines(HERE / f"points{number}.jsonl"):
            points = tuple(
                Point(one["id"], one["text"], aliases=tuple(one["aliases"]), group=one["group"])
                for one in question["points"]
            )
            for name in ("a", "b"):
                key = question["question"], name
                yield Answered(*key, answers[key]["text"], points, labels[key]["points"])


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
