"""Correct sentences of exam prose, full of traps: hardly any may be flagged, whatever the engine."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from grader import engines
from grader.context import Context, Task
from grader.errors import EngineError
from grader.facts.language import language_errors
from grader.segment import build
from tests.conftest import ROOT

SENTENCES = ROOT / "tests/bench/sentences/correct.yaml"
MOST = 3


def flagged(path: Path, engine: engines.Engine | None) -> list[str]:
    found = []
    for category, sentences in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        for sentence in sentences:
            task = Task(language="en-US" if "american" in category else "en-GB")
            context = Context(build(sentence), task, engine=engine)
            found += [
                f"{one.check}: {sentence[one.span.start : one.span.end]!r} in {sentence!r}"
                for one in context.fact(language_errors)
                if one.severity != "advice"
            ]
    return found


@pytest.mark.parametrize("name", ["none", "own", "lingotweaker"])
def test_at_most_three_flags_in_three_hundred_correct_sentences(name: str) -> None:
    try:
        engine = engines.make(name)
    except EngineError as error:
        pytest.skip(str(error))
    found = flagged(SENTENCES, engine)
    assert len(found) <= MOST, "\n".join(found)


def test_there_are_three_hundred() -> None:
    assert sum(map(len, yaml.safe_load(SENTENCES.read_text(encoding="utf-8")).values())) >= 300
