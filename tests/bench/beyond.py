"""What is argued beyond the expected points, on the shared answers: as labelled, and with a step's own points hidden.

The labels name few points that nobody expected. So every carried step that makes expected points is looked for once
more with just those points hidden: then it is beyond what is expected, and ought to be found.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from grader import load_points, load_rubric, read
from grader.facts.steps import Step, steps
from grader.facts.unexpected import also_argued
from grader.marking import make_context

_SHORT = 20  # letters: a shorter piece of a label stands in too many places


def report(shared: Path) -> list[str]:
    """Two lines of figures; shared answers (8, dev: the thresholds were set on them)."""
    count: Counter[str] = Counter()
    for question in sorted((shared / "data/css").glob("*/question.yaml")):
        for path in sorted(question.parent.glob("*.md")):
            _one(path, question, json.loads(path.with_suffix(".labels.json").read_text()), count)
    return [
        f"as labelled            shown {count['shown']}, of these labelled {count['labelled']} of {count['labels']}",
        f"a step's points hidden shown {count['hidden shown']}, right {count['hidden right']}; "
        f"steps {count['hidden']}, found {count['hidden found']}",
    ]


def _one(path: Path, question: Path, labels: Mapping[str, Any], count: Counter[str]) -> None:
    essay, rubric, points = read(path), load_rubric("css-current-affairs"), load_points(question)
    context = make_context(essay, rubric, points=points)
    extra = [_plain(one) for one in labels["extra_points"]]
    said = [_plain(_text(step)) for step in context.fact(also_argued)]
    count.update(
        {"shown": len(said), "labels": len(extra), "labelled": sum(any(one in text for one in extra) for text in said)}
    )
    for step in context.fact(steps):
        made = [name for name, point in labels["points"].items() if _makes(step, point["evidence"])]
        if not made or step.depth == "asserted":
            continue
        left = replace(points, points=tuple(point for point in points.points if point.id not in made))
        found = make_context(essay, rubric, points=left).fact(also_argued)
        hidden = [quote for name in made for quote in labels["points"][name]["evidence"]]
        count["hidden"] += 1
        count["hidden found"] += any(one.sentences == step.sentences for one in found)
        count["hidden shown"] += len(found)
        count["hidden right"] += sum(_makes(one, hidden) for one in found)


def _makes(step: Step, evidence: Sequence[str]) -> bool:
    """Whether a sentence of the quoted evidence stands in the step."""
    text = _plain(_text(step))
    pieces = [piece for quote in evidence for piece in re.split(r"(?<=[.!?;])\s", quote)]
    return any(len(piece) > _SHORT and _plain(piece) in text for piece in pieces)


def _text(step: Step) -> str:
    return " ".join(sentence.text for sentence in step.sentences)


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.replace("~~", "")).strip().lower()
