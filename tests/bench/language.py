"""Language errors: span detection on learner sentences, false alarms on clean prose.

A flag is right if it touches a marked error; recall is over marked errors. One annotator marks, so precision is a floor.
"""

from __future__ import annotations

import gzip
from pathlib import Path

from grader import engines
from grader.context import Context, Task
from grader.engines import Engine
from grader.facts.language import language_errors
from grader.segment import build
from tests.bench.m2 import sentences, touch

PARAGRAPHS = 60  # of each clean source


def detection(path: Path, engine: Engine | None) -> dict[str, float]:
    """Precision, recall, and how many of the sentences without errors are flagged."""
    flags = right = errors = hit = clean = alarmed = 0
    for sentence in sentences(path):
        found = [finding.span for finding in Context(build(sentence.text), Task(), engine=engine).fact(language_errors)]
        flags += len(found)
        right += sum(any(touch(span, error) for error in sentence.errors) for span in found)
        errors += len(sentence.errors)
        hit += sum(any(touch(span, error) for span in found) for error in sentence.errors)
        clean += not sentence.errors
        alarmed += not sentence.errors and bool(found)
    return {
        "flags": flags,
        "precision": right / max(1, flags),
        "recall": hit / max(1, errors),
        "clean flagged": alarmed / max(1, clean),
    }


def false_alarms(folder: Path, engine: Engine | None) -> dict[str, float]:
    """Flags per 1,000 words of edited prose, which should hold no errors."""
    words = flags = 0
    for path in sorted(folder.glob("*.txt.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            text = "\n\n".join(line.strip() for _, line in zip(range(PARAGRAPHS), lines, strict=False))
        context = Context(build(text), Task(), engine=engine)
        words += context.essay.prose_words
        flags += len(context.fact(language_errors))
    return {"words": words, "flags per 1,000 words": 1000 * flags / max(1, words)}


def report(shared: Path) -> list[str]:
    """Lines for RESULTS.md."""
    lines = [
        "| set (split) | engine | flags | precision | recall | error-free sentences flagged |",
        "|---|---|---|---|---|---|",
    ]
    alarms = ["| set | engine | words | flags per 1,000 words |", "|---|---|---|---|"]
    for name in ("none", "auto"):
        engine = engines.make(name)
        label = f"{engine.name} {engine.version}" if engine else "none (our own checks)"
        if name == "auto" and engine is None:
            continue
        found = detection(shared / "data/language/bea19-dev-even.m2", engine)
        lines.append(
            f"| BEA-2019 dev, even sentences (dev; filters were set on W&I train) | {label} | {found['flags']:.0f} | "
            f"{found['precision']:.3f} | {found['recall']:.3f} | {found['clean flagged']:.3f} |"
        )
        clean = false_alarms(shared / "data/prose/false-alarm", engine)
        alarms.append(
            f"| edited prose, held apart ({PARAGRAPHS} paragraphs a source) | {label} | {clean['words']:,.0f} | {clean['flags per 1,000 words']:.2f} |"
        )
    return [*lines, "", *alarms]
