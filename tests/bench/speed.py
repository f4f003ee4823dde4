"""How long it takes: whole processes, cold, wall and CPU seconds. Quoted as the median of five; never a gate."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from grader import engines

ROOT = Path(__file__).parent.parent.parent
RUNS = 5


def timed(*arguments: str) -> tuple[float, float]:
    """(wall, CPU) seconds of one run of the command, the median of five after one to warm the disk."""
    walls, cpus = [], []
    for run in range(RUNS + 1):
        before, started = os.times(), time.perf_counter()
        subprocess.run([sys.executable, "-m", "grader", *arguments], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
        after = os.times()
        if run:
            walls.append(time.perf_counter() - started)
            cpus.append(after.children_user - before.children_user + after.children_system - before.children_system)
    return statistics.median(walls), statistics.median(cpus)


def report() -> list[str]:
    """Lines for RESULTS.md."""
    essay = "samples/climate-water-strong.md"
    words = len((ROOT / essay).read_text().split())
    with tempfile.TemporaryDirectory() as out:
        rows = [("grader --help", timed("--help"))]
        rows.append(
            (f"one essay of {words:,} words, --engine none", timed("mark", essay, "--engine", "none", "--out", out))
        )
        points = ("--points", "samples/climate-water.points.yaml")
        rows.append(
            ("the same with 12 expected points", timed("mark", essay, "--engine", "none", "--out", out, *points))
        )
        engine = engines.make("auto")
        if engine:
            rows.append(
                (f"the same essay, --engine {engine.name}", timed("mark", essay, "--engine", engine.name, "--out", out))
            )
    lines = ["| command, cold | wall s | CPU s |", "|---|---|---|"]
    return [*lines, *(f"| {name} | {wall:.2f} | {cpu:.2f} |" for name, (wall, cpu) in rows)]
