"""``python -m tests.bench.fuzz [COUNT]``: so many spoilt files over every reader, each read, refused in a sentence, or a fault of ours.

Every file goes the whole way: preflight, the reader's ``parts``, marked text, essay; a picture as far as its pixels. It runs in a child process under the
limits of :mod:`grader.readers.worker`, many files to a child; a child that dies or hangs is noted with the file it had, and
the next child goes on behind it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from tests.bench.mutate import PICTURES, SUFFIXES, spoilt

COUNT = 100_000
SLOW = 2.0  # seconds
HANGS = 20  # seconds
ROOT = Path(__file__).parent.parent.parent


@dataclass
class Tally:
    """What became of one format's files. ``faults``: what went wrong -> the numbers of the files."""

    ends: Counter[str] = field(default_factory=Counter)
    faults: dict[str, list[int]] = field(default_factory=dict)
    slow: list[tuple[int, float]] = field(default_factory=list)
    seconds: float = 0.0
    megabytes: float = 0.0


def run(count: int, suffixes: Sequence[str] = SUFFIXES) -> dict[str, Tally]:
    """Reads ``count`` spoilt files, the same number of each format."""
    return {suffix: _format(suffix, -(-count // len(suffixes))) for suffix in suffixes}


def report(found: dict[str, Tally]) -> list[str]:
    """Lines that say what became of them, and the files behind every fault."""
    total = sum(sum(tally.ends.values()) for tally in found.values())
    faults = sum(len(numbers) for tally in found.values() for numbers in tally.faults.values())
    lines = [
        f"{total:,} spoilt files: {faults} faults",
        "format    read  preflight  refused  faults  slow  ms each  MB",
    ]
    for suffix, tally in found.items():
        ends, files = tally.ends, max(1, sum(tally.ends.values()))
        lines.append(
            f"{suffix:8}{ends['read']:6,}{ends['preflight']:11,}{ends['refused']:9,}{ends['fault']:8,}{len(tally.slow):6,}"
            f"{tally.seconds / files * 1000:9.1f}{tally.megabytes:4.0f}"
        )
    for suffix, tally in found.items():
        lines += [
            f"{suffix}: {what}: {len(numbers)}, as {numbers[:5]}" for what, numbers in sorted(tally.faults.items())
        ]
        lines += [f"{suffix}: slow: {number} took {seconds:.1f} s" for number, seconds in tally.slow[:5]]
    return lines


def _format(suffix: str, count: int) -> Tally:
    tally, first = Tally(), 0
    begun = time.perf_counter()
    while first < count:
        at = first
        for said in _children(suffix, first, count):
            if "megabytes" in said:
                tally.megabytes = max(tally.megabytes, said["megabytes"])
                first = count
                break
            at = said["number"]
            if "end" not in said:
                continue  # begun
            first = at + 1
            tally.ends[said["end"]] += 1
            if said["end"] == "fault":
                tally.faults.setdefault(said["what"], []).append(at)
            if said["seconds"] > SLOW:
                tally.slow.append((at, said["seconds"]))
        else:
            tally.ends["fault"] += 1
            tally.faults.setdefault("ended the process, or hung", []).append(at)
            first = at + 1
    tally.seconds = time.perf_counter() - begun
    return tally


def _children(suffix: str, first: int, count: int) -> Iterator[dict]:  # type: ignore[type-arg]
    with subprocess.Popen(
        [sys.executable, "-m", "tests.bench.fuzz", "--child", suffix, str(first), str(count)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as child:
        assert child.stdout
        for line in child.stdout:
            yield json.loads(line)


def _child(suffix: str, first: int, count: int) -> None:
    """Reads files one after the other and says before and after each what it is doing."""
    import signal

    from grader.readers.worker import _limit

    _limit()
    for number in range(first, count):
        data = spoilt(suffix, number)
        _say(number=number)
        if hasattr(signal, "alarm"):
            signal.alarm(HANGS)  # nobody catches it: the process ends
        begun = time.perf_counter()
        end, what = _read(data, suffix)
        _say(number=number, end=end, what=what, seconds=round(time.perf_counter() - begun, 3))
    _say(megabytes=_most_memory())


def _say(**what: object) -> None:
    print(json.dumps(what), flush=True)


def _read(data: bytes, suffix: str) -> tuple[str, str]:
    """How reading ends: "read", "preflight", "refused" or "fault", and of a fault what and where."""
    from importlib import import_module

    from grader.errors import InputError
    from grader.readers import DOCUMENTS, essay_of, preflight
    from grader.readers.document import marked_text
    from grader.readers.plain import text as plain_text
    from grader.readers.rendering import pictures

    end = "preflight"
    try:
        preflight.check(data, suffix, "a")
        end = "refused"
        if suffix in PICTURES:
            list(pictures(data, suffix, "a"))
            return "read", ""
        if suffix in DOCUMENTS:
            text = marked_text(import_module(f"grader.readers.{DOCUMENTS[suffix]}").parts(data, "a"))
        else:
            text = plain_text(data, "a")
        text.encode()
        essay_of(text, "a", "a")
    except InputError as error:
        return (end, "") if str(error).startswith("a: ") and "\n" not in str(error) else ("fault", f"says {error}")
    except Exception as error:
        place = next((f for f in reversed(traceback.extract_tb(error.__traceback__)) if "grader" in f.filename), None)
        where = f"{Path(place.filename).name}:{place.lineno}" if place else "?"
        return "fault", f"{type(error).__name__} at {where}"
    return "read", ""


def _most_memory() -> float:
    try:
        import resource
    except ImportError:  # Windows
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6


def main() -> None:
    if sys.argv[1:2] == ["--child"]:
        _child(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
        return
    count = int((sys.argv[1:] or [COUNT])[0])
    suffixes = sys.argv[2:] or (*SUFFIXES, *(PICTURES if find_spec("PIL") else ()))
    print("\n".join(report(run(count, suffixes))))


if __name__ == "__main__":
    main()
