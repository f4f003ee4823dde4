"""The map of an answer held against labels: ``python -m tests.bench.structure [--labels DIR] [-v]``.

``DIR`` holds essays (``NAME.md``) with ``NAME.labels.json`` beside them, in the form of ``mapped/``. What is found is held
against what a reader labelled, by place: a finding is right when it touches a labelled stretch.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from grader import mark
from grader.result import FindingRecord, Result
from tests.bench.m2 import touch

FOLDER = Path(__file__).parent / "mapped"
Place = tuple[int, int]
# Labelled faults, and the findings (check, kinds) that name them; no kinds: all.
FAULTS = {
    "outline": ("structure.outline-match", ("outline",)),
    "heading faults": ("structure.heading-order", ()),
    "promises": ("structure.promises", ()),
    "repeats": ("structure.repetition", ()),
    "padding": ("structure.padding", ()),
    "off the question": ("coverage.section-relevance", ()),
    "question copied": ("coverage.own-words", ()),
    "length": ("structure.paragraph-balance", ()),
    "no topic sentence": ("structure.topic-sentences", ("topic sentence",)),
    "second idea": ("structure.topic-sentences", ("second idea",)),
}


def read(folder: Path) -> list[tuple[Path, dict[str, Any]]]:
    """Essays with their labels, in order of name."""
    found = sorted(folder.glob("*.labels.json"))
    return [(path.with_name(path.name.replace(".labels.json", ".md")), json.loads(path.read_text())) for path in found]


def figures(essays: Iterable[tuple[Path, dict[str, Any]]], talk: bool = False) -> list[str]:
    """Figures as lines of text; with ``talk`` what was missed and what was wrong goes before them."""
    count: Counter[str] = Counter()
    said: list[str] = []
    for path, gold in essays:
        result = mark(path, engine="own")
        said.append(f"== {path.stem}")
        count["answers"] += 1
        _roles(result, gold, count, said)
        _faults(result, gold, count, said)
        _topics(result, gold, count, said)
    lines = [
        f"{count['answers']} answers; thesis right (or none where none) {count['thesis']}, verdict {count['verdict']}, plan {count['plan']}, other side there or not "
        f"{count['counter']}, at its place {count['counter place']} of {count['counter gold']}, its answer {count['answer place']} of {count['answer gold']}",
        f"topic sentences found where labelled: {count['topic right']} of {count['topic gold']}",
    ]
    lines += [
        f"{name}: labelled {count[name + ' gold']}, found {count[name + ' hit']}, findings {count[name + ' said']}, of them right {count[name + ' right']}"
        for name in FAULTS
    ]
    return said * talk + lines


def _find(text: str, quote: str) -> Place:
    start = text.find(quote)
    return (start, start + len(quote)) if start >= 0 else (-1, -1)


def _touches(span: Sequence[int], place: Place) -> bool:
    return place[0] >= 0 and touch(tuple(span), place)  # type: ignore[arg-type]


def _roles(result: Result, gold: dict[str, Any], count: Counter[str], said: list[str]) -> None:
    text, structure = result.essay.text, result.structure
    for name, found, wanted in (
        ("thesis", structure.thesis, gold["thesis"]),
        ("verdict", structure.conclusion_verdict, gold["conclusion_verdict"]),
        ("plan", structure.plan, gold["plan"]),
    ):
        right = (found is None) == (wanted is None) and (found is None or _touches(found.span, _find(text, wanted)))
        count[name] += right
        if not right:
            said.append(f"{name}: said {found and found.quote!r}; labelled {wanted!r}")
    other, wanted, answer = structure.counter_argument, gold["counter_argument"], gold["counter_argument_rebuttal"]
    count["counter"] += (other is None) == (wanted is None)
    count["counter gold"] += wanted is not None
    count["answer gold"] += answer is not None
    here = bool(other and wanted and _touches(other.span, _find(text, wanted)))
    count["counter place"] += here
    answered = bool(other and other.answer and answer and _touches(other.answer.span, _find(text, answer)))
    count["answer place"] += answered
    if (wanted and not here) or (other and not wanted) or (answer and not answered):
        said.append(
            f"other side: said {other and (other.quote, other.answer and other.answer.quote)}; labelled {(wanted, answer)}"
        )


def _faults(result: Result, gold: dict[str, Any], count: Counter[str], said: list[str]) -> None:
    text = result.essay.text
    for name, (check, kinds) in FAULTS.items():
        found = [one for one in result.findings if one.check == check and (not kinds or one.kind in kinds)]
        wanted = _wanted(name, gold, text)
        hit = [one for one in wanted if any(_names(finding, one) for finding in found)]
        right = [finding for finding in found if any(_names(finding, one) for one in wanted)]
        count.update(
            {
                f"{name} gold": len(wanted),
                f"{name} hit": len(hit),
                f"{name} said": len(found),
                f"{name} right": len(right),
            }
        )
        said += [f"{name}: missed {[text[a:b] for a, b in one]}" for one in wanted if one not in hit]
        said += [f"{name}: wrong {one.quote[:90]!r} {one.message[:90]}" for one in found if one not in right]


def _names(finding: FindingRecord, places: Sequence[Place]) -> bool:
    return any(_touches(finding.span, place) for place in places)


def _wanted(name: str, gold: dict[str, Any], text: str) -> list[list[Place]]:
    """Labelled faults, each as the stretches by which it may be named."""
    if name == "outline":
        quotes = [[one["outline"], one["body"]] for one in gold["outline_mismatch"] if one["kind"] != "changed_wording"]
        return [[place for quote in pair if quote for place in _all(text, quote)] for pair in quotes]
    if name == "heading faults":
        return [_all(text, one["heading"]) for one in gold["heading_faults"] if one["kind"] != "disagrees_with_body"]
    if name == "promises":
        return [[_find(text, one["quote"])] for one in gold["promises"] if one["state"] != "kept"]
    if name == "repeats":
        return [_all(text, one["again"]) for one in gold["repeats"]]
    if name == "length":
        return [_under(text, one["where"]) for one in gold["balance"]]
    if name == "no topic sentence":
        return [[_paragraph(text, one["paragraph"])] for one in gold["topic_sentences"] if not one["topic"]]
    if name == "second idea":
        return [[_find(text, one["second_idea"])] for one in gold["topic_sentences"] if one["second_idea"]]
    key = {"padding": "padding", "off the question": "off_question", "question copied": "copied_question"}[name]
    return [[_find(text, quote)] for quote in gold[key]]


def _all(text: str, quote: str) -> list[Place]:
    found, start = [], text.find(quote)
    while start >= 0:
        found.append((start, start + len(quote)))
        start = text.find(quote, start + 1)
    return found


def _under(text: str, where: str) -> list[Place]:
    """The heading or paragraph that begins so, and what follows a heading."""
    return [(start, start + len(where) + 400) for start, _ in _all(text, where)]


def _paragraph(text: str, begins: str) -> Place:
    start = text.find(begins)
    end = text.find("\n\n", start)
    return (start, end if end > 0 else len(text)) if start >= 0 else (-1, -1)


def _topics(result: Result, gold: dict[str, Any], count: Counter[str], said: list[str]) -> None:
    text = result.essay.text
    spans = [topic.span for step in result.structure.steps for topic in step.topics]
    for one in gold["topic_sentences"]:
        if one["topic"]:
            count["topic gold"] += 1
            right = any(_touches(span, _find(text, one["topic"])) for span in spans)
            count["topic right"] += right
            if not right:
                said.append(f"topic: missed {one['topic'][:110]!r}")


def report() -> list[str]:
    """Lines for RESULTS.md."""
    return [line for folder in ("dev", "dev-2") for line in (f"{folder}:", *figures(read(FOLDER / folder)))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])  # type: ignore[union-attr]
    parser.add_argument("--labels", type=Path, metavar="DIR")
    parser.add_argument("-v", action="store_true", help="show what was missed and what was wrong")
    asked = parser.parse_args()
    for folder in [asked.labels] if asked.labels else sorted(path for path in FOLDER.iterdir() if path.is_dir()):
        print(f"{folder.name}:", *figures(read(folder), asked.v), sep="\n")


if __name__ == "__main__":
    main()
