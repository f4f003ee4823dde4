"""The ledger of checkable statements: ``python -m tests.bench.claims --labels DIR``.

DIR holds answers in one of two forms, at any depth. ``NAME.labels.json`` (or ``NAME.claims.json``) beside ``NAME.md`` or
``NAME.txt``, with ``claims``: quotes of what a reader could check, each with its attribution (named, vague, none). Printed
are precision, recall and F1 by overlap of the spans, and how many of the claims found have the right attribution.
Or ``NAME.ann`` beside ``NAME.txt`` in brat's form, with sources, cues and contents of attributions, as news corpora have
them. Printed is how well the sentences are told that hold any part of an attribution.

Without DIR: our own answers over folds of whole answers (the model had not seen them), and invented news (``news/``).
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from grader.context import Context, Task
from grader.facts.attribution import attribution
from grader.facts.claims import claims
from grader.facts.ledger import ledger
from grader.lexicon import phrase_pattern
from grader.model import Essay, Span
from grader.segment import build

HERE = Path(__file__).parent
_OURS = ("labelled", "heldout", "blind", "mapped")


@dataclass(frozen=True)
class Labelled:
    """An answer and what a reader could check in it: where, and who vouches for it."""

    name: str
    text: str
    claims: tuple[tuple[Span, str], ...]


def read(folder: Path) -> list[Labelled]:
    """Labelled answers below a folder, in the order of their names."""
    found = []
    for path in sorted([*folder.rglob("*.labels.json"), *folder.rglob("*.claims.json")]):
        gold = json.loads(path.read_text("utf-8")).get("claims")
        if gold is not None:
            text = _essay(path).read_text("utf-8")
            found.append(Labelled(str(path.relative_to(folder)), text, tuple(_places(text, gold))))
    return found


def _essay(labels: Path) -> Path:
    name = labels.name.split(".")[0]
    beside = [labels.with_name(f"{name}.{ending}") for ending in ("md", "txt")]
    samples = sorted((HERE.parent.parent / "samples").glob(f"{labels.parent.name}-{name}.[mt]*"))
    return next((path for path in beside if path.exists()), samples[0] if samples else beside[0])


def _places(text: str, gold: Iterable[dict[str, str]]) -> Iterable[tuple[Span, str]]:
    for claim in gold:
        start = text.find(claim["quote"])
        if start >= 0:
            yield Span(start, start + len(claim["quote"])), claim["attribution"]


def ours() -> list[Labelled]:
    """Our own labelled answers."""
    return [one for folder in _OURS for one in read(HERE / folder)]


def figures(answers: Sequence[tuple[Labelled, Sequence[tuple[Span, str]]]]) -> str:
    """One line: precision, recall and F1 of the spans found, and the attribution of those found."""
    count: Counter[str] = Counter()
    for answer, found in answers:
        count["found"] += len(found)
        count["right"] += sum(any(span.touches(place) for place, _ in answer.claims) for span, _ in found)
        count["gold"] += len(answer.claims)
        for place, vouched in answer.claims:
            said = [one for span, one in found if span.touches(place)]
            count.update({"hit": bool(said), "attributed": vouched in said})
    precision, recall = count["right"] / max(1, count["found"]), count["hit"] / max(1, count["gold"])
    return (
        f"{len(answers)} answers, {count['gold']} claims: P {precision:.3f} R {recall:.3f} F1 {_f1(precision, recall):.3f}  "
        f"attribution right on those found {count['attributed'] / max(1, count['hit']):.3f}"
    )


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / max(1e-9, precision + recall)


def found_in(answer: Labelled) -> list[tuple[Span, str]]:
    """What the shipped program finds."""
    essay = build(answer.text)
    return [(one.span, one.attribution) for one in Context(essay, Task()).fact(ledger)]


def by_rules(answer: Labelled) -> list[tuple[Span, str]]:
    """What the rules alone find: the claims that marks rest on."""
    essay = build(answer.text)
    return [(one.span, one.attribution) for one in Context(essay, Task()).fact(claims)]


def brat(folder: Path) -> str:
    """One line: sentences with any part of an attribution, told by their words alone."""
    count: Counter[str] = Counter()
    for path in sorted(folder.rglob("*.txt")):
        beside = path.with_suffix(".ann")
        if beside.exists():
            text = path.read_text("utf-8")
            count += _sentences(build(text), _attributions(beside.read_text("utf-8")))
    return attribution_line(count)


def attribution_line(count: Counter[str]) -> str:
    """Precision, recall and F1 of counts ``right``, ``said`` and ``gold``."""
    precision, recall = count["right"] / max(1, count["said"]), count["right"] / max(1, count["gold"])
    return f"{count['sentences']} sentences, {count['gold']} with an attribution: P {precision:.3f} R {recall:.3f} F1 {_f1(precision, recall):.3f}"


def _attributions(annotations: str) -> list[Span]:
    found = []
    for line in annotations.splitlines():
        match = re.match(r"T\d+\t\S*(?:source|cue|content|attribution)\S* ([\d ;]+)\t", line, re.IGNORECASE)
        if match:
            found += [Span(*map(int, piece.split())) for piece in match[1].split(";")]
    return found


def _sentences(essay: Essay, gold: Sequence[Span]) -> Counter[str]:
    count: Counter[str] = Counter()
    for sentence in essay.sentences:
        held, said = any(sentence.span.touches(span) for span in gold), hands_on(sentence.text)
        count.update({"sentences": 1, "gold": held, "said": said, "right": held and said})
    return count


def hands_on(text: str) -> bool:
    """Whether a sentence hands on what somebody said or held, by name or not, or holds somebody's words."""
    return attribution(text)[0] != "none" or _ascribes(text)


def news(name: str) -> str:
    """One line on a file of invented news, whose sentences are labelled one by one."""
    count: Counter[str] = Counter()
    for line in (HERE / f"news/{name}.jsonl").read_text("utf-8").splitlines():
        for text, held in json.loads(line)["sentences"]:
            said = hands_on(text)
            count.update({"sentences": 1, "gold": held, "said": said, "right": bool(held) and said})
    return attribution_line(count)


def _ascribes(text: str) -> bool:
    """Somebody's words, thoughts, wishes or feelings, by the cues that the model of checkable statements reads."""
    cues = any(phrase_pattern("views", key).search(text) for key in ("holds", "held"))
    return cues or bool(re.search(r"[\"“”]", text))


def report(shared: Path | None) -> list[str]:
    """Lines for RESULTS.md."""
    from tests.bench.train_checkable import out_of_fold

    lines = [f"own answers, model over six folds of whole answers: {out_of_fold()}"]
    lines.append(f"own answers, by rules alone: {figures([(one, by_rules(one)) for one in ours()])}")
    lines += [
        f"sentences with any part of an attribution, invented news ({name}): {news(name)}" for name in ("dev", "unseen")
    ]
    if shared:
        css = read(shared / "data/css")
        lines.append(f"shared CSS answers, unseen by the model: {figures([(one, found_in(one)) for one in css])}")
        lines.append(f"shared CSS answers, by rules alone: {figures([(one, by_rules(one)) for one in css])}")
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])  # type: ignore[union-attr]
    parser.add_argument("--labels", type=Path, metavar="DIR", help="labelled answers, or brat's .txt and .ann files")
    asked = parser.parse_args()
    if asked.labels is None:
        print("\n".join(report(None)))
    elif any(asked.labels.rglob("*.ann")):
        print(brat(asked.labels))
    else:
        print(figures([(one, found_in(one)) for one in read(asked.labels)]))


if __name__ == "__main__":
    main()
