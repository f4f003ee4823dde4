"""Language errors: span detection on learner sentences, false alarms on clean prose.

A flag is right if it touches a marked error; recall is over marked errors. One annotator marks, so precision is a floor.
Matters of advice are no flags. For any file with ERRANT edits::

    python -m tests.bench.language --m2 FILE [--engine auto|lingotweaker|languagetool|own|none]
"""

from __future__ import annotations

import argparse
import gzip
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from grader import engines
from grader.context import Context, Task
from grader.engines import Engine
from grader.errors import EngineError
from grader.facts.language import language_errors
from grader.model import Finding
from grader.segment import build
from tests.bench.m2 import Edit, sentences, touch


@dataclass
class Detection:
    """Counts over one set of sentences; ``rules`` and ``types`` hold (right, all) by detector and by ERRANT type."""

    flags: int = 0
    right: int = 0
    errors: int = 0
    hit: int = 0
    clean: int = 0
    alarmed: int = 0
    rules: dict[str, Counter[str]] = field(default_factory=dict)
    types: dict[str, Counter[str]] = field(default_factory=dict)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.flags)

    @property
    def recall(self) -> float:
        return self.hit / max(1, self.errors)

    @property
    def clean_flagged(self) -> float:
        return self.alarmed / max(1, self.clean)

    def count(self, table: dict[str, Counter[str]], key: str, good: bool) -> None:
        """One more of a kind, right or found or not."""
        table.setdefault(key, Counter()).update(all=1, good=int(good))


def flagged(text: str, engine: Engine | None) -> list[Finding]:
    """What the language stage says is wrong in a text."""
    found = Context(build(text), Task(), engine=engine).fact(language_errors)
    return [finding for finding in found if finding.severity != "advice"]


def detection(path: Path, engine: Engine | None) -> Detection:
    """Holds what is flagged against a file's edits."""
    seen = Detection()
    for sentence in sentences(path):
        found = flagged(sentence.text, engine)
        errors = max(sentence.annotations, key=lambda one: _agreement(found, one))
        for finding in found:
            right = any(touch(finding.span, error) for error in errors)
            seen.flags += 1
            seen.right += right
            seen.count(seen.rules, _rule(finding), right)
        for error in errors:
            hit = any(touch(finding.span, error) for finding in found)
            seen.errors += 1
            seen.hit += hit
            seen.count(seen.types, error.kind, hit)
        seen.clean += not errors
        seen.alarmed += not errors and bool(found)
    return seen


def _agreement(found: list[Finding], errors: list[Edit]) -> tuple[int, int]:
    """How well an annotator agrees with the flags: where there are several, the one who agrees most is asked."""
    right = sum(any(touch(finding.span, error) for error in errors) for finding in found)
    return right, -sum(not any(touch(finding.span, error) for finding in found) for error in errors)


def _rule(finding: Finding) -> str:
    return finding.check.removeprefix("language.errors.")


def false_alarms(folder: Path, engine: Engine | None, most: int = 10**9) -> tuple[int, Counter[str], float]:
    """Words, flags by detector and seconds, over edited prose, which should hold no errors."""
    words, rules, started = 0, Counter[str](), time.process_time()
    for path in sorted(folder.glob("*.txt.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            text = "\n\n".join(line.strip() for _, line in zip(range(most), lines, strict=False))
        context = Context(build(text), Task(), engine=engine)
        words += context.essay.prose_words
        rules.update(_rule(one) for one in context.fact(language_errors) if one.severity != "advice")
    return words, rules, time.process_time() - started


def own_sentences(engine: Engine | None) -> str:
    """A line on the project's own sentences: right ones flagged, wrong ones found by type."""
    here = Path(__file__).parent / "sentences"
    correct = yaml.safe_load((here / "correct.yaml").read_text(encoding="utf-8"))
    alarms = sum(bool(flagged(text, engine)) for texts in correct.values() for text in texts)
    seen = Detection()
    for one in yaml.safe_load((here / "errors.yaml").read_text(encoding="utf-8")):
        start = one["text"].find(one["wrong"])
        place = (start, start + len(one["wrong"]))
        found = flagged(one["text"], engine)
        seen.flags += len(found)
        seen.right += sum(touch(finding.span, place) for finding in found)
        hit = any(touch(finding.span, place) for finding in found)
        seen.errors += 1
        seen.hit += hit
        seen.count(seen.types, one["type"], hit)
    by_type = ", ".join(f"{kind} {c['good']}/{c['all']}" for kind, c in sorted(seen.types.items()))
    return f"{alarms} of {sum(map(len, correct.values()))} | {seen.hit} of {seen.errors} ({by_type}) | {seen.precision:.2f} |"


def throughput(engine: Engine | None, shared: Path) -> str:
    """Words a second of CPU of the whole language stage on one core, warm, and the process's memory so far."""
    import resource

    flagged("It is so.", engine)
    words, _, seconds = false_alarms(shared / "data/prose/false-alarm", engine, most=20)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return f"{words / seconds:,.0f} | {memory} MB |"


def report(shared: Path) -> list[str]:
    """Lines for RESULTS.md."""
    lines = [
        "| set (split) | engine | flags | precision | recall | error-free sentences flagged |",
        "|---|---|---|---|---|---|",
    ]
    alarms = ["| set | engine | words | flags per 1,000 words | by detector |", "|---|---|---|---|---|"]
    details: list[str] = []
    own = [
        "| engine | correct sentences flagged (blind set) | wrong sentences found (blind set, one error each) | precision there |",
        "|---|---|---|---|",
    ]
    speed = ["| engine | whole language stage, words a CPU second, warm | memory at most so far |", "|---|---|---|"]
    for name in ("none", "own", "lingotweaker"):
        try:
            engine = engines.make(name)
        except EngineError as error:
            lines.append(f"| all | {name}: {error} | | | | |")
            continue
        label = engines.label(engine)
        seen = detection(shared / "data/language/bea19-dev-even.m2", engine)
        lines.append(
            f"| BEA-2019 dev, even sentences (dev; rules were set on W&I train) | {label} | {seen.flags} | "
            f"{seen.precision:.3f} | {seen.recall:.3f} | {seen.clean_flagged:.3f} |"
        )
        own.append(f"| {label} | {own_sentences(engine)}")
        speed.append(f"| {label} | {throughput(engine, shared)}")
        words, rules, _ = false_alarms(shared / "data/prose/false-alarm", engine)
        by_rule = ", ".join(f"{rule} {1000 * count / words:.2f}" for rule, count in rules.most_common(12))
        alarms.append(
            f"| edited prose, held apart | {label} | {words:,} | {1000 * rules.total() / words:.2f} | {by_rule} |"
        )
        details += ["", f"BEA-2019 dev, even sentences, {label}:", "", "```", *tables(seen), "```"]
    return [*lines, "", *alarms, "", *own, "", *speed, *details]


def tables(seen: Detection) -> list[str]:
    """Flags and precision by detector, recall by ERRANT type."""
    rules = sorted(seen.rules.items(), key=lambda pair: (-pair[1]["all"], pair[0]))
    types = sorted(seen.types.items(), key=lambda pair: (-pair[1]["all"], pair[0]))
    return [
        *(f"{rule:22} flags {c['all']:5}  precision {c['good'] / c['all']:.2f}" for rule, c in rules),
        *(f"{kind:22} errors {c['all']:4}  recall {c['good'] / c['all']:.2f}" for kind, c in types),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.language", description="Span detection on an M2 file.")
    parser.add_argument("--m2", type=Path, required=True, help="a file with ERRANT edits, plain or .gz")
    parser.add_argument("--engine", default="auto", choices=engines.NAMES)
    options = parser.parse_args()
    engine = engines.make(options.engine)
    seen = detection(options.m2, engine)
    print(f"file {options.m2.name}  engine {engines.label(engine)}")
    print(f"flags {seen.flags}  precision {seen.precision:.3f}  errors {seen.errors}  recall {seen.recall:.3f}")
    print(f"error-free sentences {seen.clean}  flagged {seen.clean_flagged:.3f}")
    print("\n".join(tables(seen)))


if __name__ == "__main__":
    main()
