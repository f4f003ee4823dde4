"""What the reader is told about how a result came about."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.marking import mark
from grader.segment import build
from tests.helpers import ANSWER

RUBRIC = """grader_rubric: 1
title: Language alone
total: 10
criteria:
  - {id: language, marks: 10, rules: [{check: CHECK, weight: 1, bands: [[0, 1], [1, 0]]}]}
"""


@pytest.mark.parametrize(
    ("check", "said"),
    [("language.error-density", True), ("language.faulty-sentences", True), ("language.sentence-variety", False)],
)
def test_a_language_mark_without_an_engine_is_said_to_be_kind(tmp_path: Path, check: str, said: bool) -> None:
    path = tmp_path / "language.yaml"
    path.write_text(RUBRIC.replace("CHECK", check))
    result = mark(build(ANSWER, "answer"), rubric=path, engine="none")
    assert ("no-engine" in [flag.id for flag in result.flags]) is said
