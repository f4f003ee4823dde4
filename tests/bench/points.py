"""Expected points on whole answers, held against labels; and the two numbers that make a probability of the signs' sum.

``python -m tests.bench.points --calibrate`` fits those two on the twelve answers in ``labelled`` and the first 64 in
``answered`` (by the best place of every point) and writes them to ``grader/matching/weights/matching.json``.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
from sklearn.linear_model import LogisticRegression

from grader import load_points, load_rubric, read
from grader.context import Context
from grader.facts.points import coverage
from grader.marking import make_context
from grader.matching import model
from grader.matching.encoder import WEIGHTS
from tests.bench.answered import answered
from tests.bench.answers import labelled
from tests.bench.m2 import touch

HERE = Path(__file__).parent
DEV, MEASURED = range(1, 9), range(9, 15)  # the files of ``answered``: slope and base were fitted on the first
Labels = dict[str, Any]


def answers_in(folder: Path) -> Iterator[tuple[Path, Path, Labels]]:
    """(essay, points file, labels) of every answer in a folder of questions."""
    for question in sorted(folder.glob("*/question.yaml")):
        for labels in sorted(question.parent.glob("*.labels.json")):
            essay = labels.with_name(labels.name.replace(".labels.json", ".md"))
            yield essay, question, json.loads(labels.read_text(encoding="utf-8"))


def context_of(essay: Path, points: Path) -> Context:
    """The answer read, with the points expected of it."""
    return make_context(read(essay), load_rubric("css-current-affairs"), points=load_points(points))


def read_with(answers: Iterable[tuple[Path, Path, Labels]]) -> Iterator[tuple[Context, Labels]]:
    """Each answer read, and what its labels say of the points, by their ids."""
    for essay, points, gold in answers:
        said = {key: one if isinstance(one, dict) else {"state": one} for key, one in gold["points"].items()}
        yield context_of(essay, points), said


def line(name: str, answers: Iterable[tuple[Context, Labels]]) -> str:
    """Figures on labelled answers in one line."""
    count: Counter[str] = Counter()
    for context, gold in answers:
        for found in context.fact(coverage):
            label = gold[found.point.id]
            wanted, made = label["state"] != "missing", found.state != "missing"
            count.update({"points": 1, ("tn", "fp", "fn", "tp")[2 * wanted + made]: 1})
            count.update({"state": label["state"] == found.state, "sure": found.sure})
            count["sure right"] += found.sure and wanted == made
            if label.get("near_miss") and not wanted:
                count.update({"near": 1, "near made": made, "near denied": found.denied is not None})
            spans = [_span(context.essay.text, quote) for quote in label.get("evidence") or []]
            if wanted and made and spans:
                count["quoted"] += 1
                count["touched"] += any(touch(span, other) for span in found.evidence for other in spans)
    precision, recall = _share(count, "tp", "tp", "fp"), _share(count, "tp", "tp", "fn")
    text = (
        f"{name}: made or not P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / (precision + recall):.3f}"
        f" balanced accuracy {(recall + _share(count, 'tn', 'tn', 'fp')) / 2:.3f}"
        f"  exact state {count['state'] / count['points']:.3f}  sure {count['sure']}/{count['points']}, right of those {count['sure right'] / max(1, count['sure']):.3f}"
    )
    if count["quoted"]:
        text += f"  evidence touches the label's {count['touched'] / count['quoted']:.3f}"
    if count["near"]:
        text += (
            f"  near misses taken as made {count['near made']}/{count['near']}, shown as denied {count['near denied']}"
        )
    return text


def _answered(files: range) -> Iterator[tuple[Context, Labels]]:
    for one in answered(files):
        yield one.context(), one.labels


def _span(text: str, quote: str) -> tuple[int, int]:
    start = text.find(quote)
    return start, start + len(quote)


def _share(count: Counter[str], part: str, *whole: str) -> float:
    return count[part] / max(1, sum(count[name] for name in whole))


def report(shared: Path | None) -> list[str]:
    """Lines for RESULTS.md: with the encoder, then by words alone."""
    sets: dict[str, Callable[[], Iterable[tuple[Context, Labels]]]] = {
        "own 12 (dev; slope and base fitted on them and on the 64 below)": lambda: read_with(labelled("labelled")),
        "held out 4": lambda: read_with(labelled("heldout")),
        "blind 8 (written without sight of the code; no number fitted on them)": lambda: read_with(
            answers_in(HERE / "blind")
        ),
        "answered 64 (dev: slope and base fitted on them, the weight of standing ahead chosen with them)": lambda: (
            _answered(DEV)
        ),
        "answered 48 (no number fitted on them, but in view when round numbers were chosen)": lambda: _answered(
            MEASURED
        ),
    }
    if shared:
        sets = {"shared CSS 8 (dev: looked at)": lambda: read_with(answers_in(shared / "data/css")), **sets}
    lines = [line(name, answers()) for name, answers in sets.items()]
    with mock.patch.object(model, "encoder", return_value=None):
        lines += [f"by words alone, {line(name, answers())}" for name, answers in sets.items()]
    essay, points, _ = next(answers_in(HERE / "blind"))
    context_of(essay, points).fact(coverage)
    started = time.process_time()
    context = context_of(essay, points)
    context.fact(coverage)
    spent = time.process_time() - started
    return [
        *lines,
        f"cost, warm: {spent:.2f} CPU s for {context.essay.words} words and {len(context.expected.points)} points",
    ]


def calibrate() -> dict[str, Any]:
    """``matching.json`` with slope and base fitted anew, with the encoder and by words alone."""
    path = WEIGHTS / "matching.json"
    numbers: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    for by, reader in (("encoder", model.encoder()), ("words", None)):
        with mock.patch.object(model, "encoder", return_value=reader):
            odds, gold = [], []
            for context, labels in (*read_with(labelled("labelled")), *_answered(DEV)):
                for found in context.fact(coverage):
                    odds.append(np.log(found.score / (1 - found.score)))
                    gold.append(labels[found.point.id]["state"] != "missing")
        fitted = LogisticRegression(C=10.0).fit(np.array(odds)[:, None], gold)
        slope, base = float(fitted.coef_[0, 0]), float(fitted.intercept_[0])
        old = numbers[by]
        numbers[by] = {
            **old,
            "slope": round(slope * old["slope"], 3),
            "base": round(slope * old["base"] + base, 3),
        }
    return numbers


def main() -> None:
    """Prints the figures, or fits the two numbers."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--calibrate", action="store_true")
    parser.add_argument("--shared", type=Path)
    options = parser.parse_args()
    if options.calibrate:
        text = json.dumps(calibrate(), indent=2) + "\n"
        (WEIGHTS / "matching.json").write_text(text, encoding="utf-8")
        print(text)
    else:
        print("\n".join(report(options.shared)))


if __name__ == "__main__":
    main()
