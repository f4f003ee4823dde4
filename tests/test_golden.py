"""Golden results: every sample marked without an engine, so that no engine's new version moves them.

``pytest --update-golden`` (or ``make golden``) writes them anew; the diff is what the change did, to be read line by line.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from grader import load_points, mark, read, render
from grader.marking import mark as mark_essay
from grader.result import from_json, to_json
from tests.conftest import ROOT

SAMPLES = ROOT / "samples"
ESSAYS = sorted(path for path in SAMPLES.iterdir() if path.suffix in (".md", ".txt") and path.stem != "README")


def points_for(path: Path) -> Path:
    return SAMPLES / f"{path.stem.rpartition('-')[0]}.points.yaml"


def golden(path: Path) -> str:
    result = mark_essay(read(path), points=load_points(points_for(path)), engine="none")
    versions = msgspec.structs.replace(result.versions, grader="golden")  # a release must not move them all
    return to_json(msgspec.structs.replace(result, versions=versions)).decode()


@pytest.mark.parametrize("name", ["climate-water-middling.txt"])
def test_the_example_report_is_the_golden_one(name: str, update_golden: bool) -> None:
    """A report to look at without installing anything."""
    path = SAMPLES / name
    kept = ROOT / f"reports/examples/{path.stem}.html"
    got = render(from_json(golden(path).encode()))
    if update_golden:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(got)
    assert got == kept.read_text(), "the report changed: look at it in a browser, then pytest --update-golden"


def test_there_are_samples_of_every_quality() -> None:
    assert {path.stem.rpartition("-")[2] for path in ESSAYS} >= {"strong", "good", "middling", "weak"}
    assert all(points_for(path).exists() for path in ESSAYS)


@pytest.mark.parametrize("path", ESSAYS, ids=lambda path: path.stem)
def test_the_result_is_the_golden_one(path: Path, update_golden: bool) -> None:
    kept = SAMPLES / f"{path.stem}.golden.json"
    got = golden(path)
    if update_golden:
        kept.write_text(got)
    one, other = from_json(got.encode()), from_json(kept.read_bytes())
    for point, was in zip(one.points, other.points, strict=True):
        assert point.score == pytest.approx(was.score, abs=0.02)  # processors differ in the last digits of a float
    same = [
        msgspec.structs.replace(point, score=was.score) for point, was in zip(one.points, other.points, strict=True)
    ]
    one = msgspec.structs.replace(one, points=same)
    assert to_json(one) == to_json(other), "the result changed: look at the difference, then pytest --update-golden"


def test_the_qualities_come_out_in_order() -> None:
    results = {path.stem.rpartition("-")[2]: mark(path, points=points_for(path), engine="none") for path in ESSAYS}
    marks = [results[quality].marks or 0 for quality in ("strong", "good", "middling", "weak")]
    assert marks == sorted(marks, reverse=True)
    assert len(set(marks)) == 4
