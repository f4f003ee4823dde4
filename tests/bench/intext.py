"""In-text citations held against labels: ``python -m tests.bench.intext [FILE] [--set dev] [-v]``.

Each line of ``intext/cases.jsonl`` is one stretch of text with the citations a reader sees in it. A citation is right
when its words, authors, year, pages and numbers all agree; "words only" asks for its words alone. A text that holds no
citation can only cost: what is found there counts against the family it would belong to.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from grader.citing.intext import find
from grader.citing.model import InText

FILE = Path(__file__).parent / "intext" / "cases.jsonl"
FAMILIES = ("author-year", "author-page", "numeric", "superscript", "footnote")
Cited = tuple[str, tuple[str, ...], str, str, tuple[int, ...]]


def read(path: Path) -> list[dict[str, Any]]:
    """The cases of a file, in its order."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def found_in(case: dict[str, Any]) -> list[tuple[str, Cited]]:
    """Family and content of each citation that we find in a case."""
    text = case["text"]
    return [
        (_family(one, case["style"]), (text[one.start : one.end], one.authors, one.year, one.pages, one.numbers))
        for one in find(text)
    ]


def labelled_in(case: dict[str, Any]) -> list[tuple[str, Cited]]:
    """Family and content of each citation that the reader saw."""
    found = []
    for one in case["citations"]:
        family = case["style"]
        if family in ("author-year", "author-page", "numeric"):
            family = "numeric" if one["numbers"] else "author-year" if one["year"] else family
        what = (one["quote"], tuple(one["authors"]), one["year"], one["pages"], tuple(one["numbers"]))
        found.append((family, what))
    return found


def figures(cases: Iterable[dict[str, Any]], talk: bool = False) -> list[str]:
    """Precision, recall and F1 by family as lines of text; with ``talk`` every miss and every false find before them."""
    said: list[str] = []
    count: Counter[tuple[str, str, str]] = Counter()
    texts = 0
    for number, case in enumerate(cases):
        texts += 1
        gold, made = labelled_in(case), found_in(case)
        for how, part in (("all fields", 5), ("words only", 1)):
            want = Counter((family, *what[:part]) for family, what in gold)
            have = Counter((family, *what[:part]) for family, what in made)
            for names, counted in (("gold", want), ("found", have), ("right", want & have)):
                for key, times in counted.items():
                    count[how, names, key[0]] += times
                    count[how, names, "all"] += times
            if part == 5 and want != have:
                said.append(f"{number} {case['style']}: {case['text']}")
                said += [f"    missed {key}" for key in (want - have).elements()]
                said += [f"    wrong  {key}" for key in (have - want).elements()]
    lines = [f"{texts} texts, {count['all fields', 'gold', 'all']} citations"]
    for how in ("all fields", "words only"):
        for family in (*FAMILIES, "all"):
            right, gold_n, found_n = (count[how, names, family] for names in ("right", "gold", "found"))
            if not gold_n and not found_n:
                continue
            precision, recall = right / found_n if found_n else 0.0, right / gold_n if gold_n else 0.0
            f1 = 2 * right / (found_n + gold_n)
            lines.append(
                f"{how} {family:<12} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}  ({right} of {gold_n}, {found_n} found)"
            )
    return [*said, *lines] if talk else lines


def _family(one: InText, style: str) -> str:
    if one.form in ("superscript", "note"):
        return "superscript" if one.form == "superscript" else "footnote"
    if one.numbers:
        return "numeric"
    if one.year:
        return "author-year"
    return style if style in ("author-year", "author-page") else "author-page"


def report() -> list[str]:
    """Figures for each set of the file."""
    cases = read(FILE)
    lines = []
    for name in dict.fromkeys(case.get("set", "") for case in cases):
        lines += [f"-- {name or 'all'}", *figures(case for case in cases if case.get("set", "") == name)]
    return lines


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=FILE)
    parser.add_argument("--set", default="")
    parser.add_argument("-v", action="store_true")
    chosen = parser.parse_args()
    kept = [case for case in read(chosen.file) if not chosen.set or case.get("set") == chosen.set]
    print("\n".join(figures(kept, chosen.v)))
