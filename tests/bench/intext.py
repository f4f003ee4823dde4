"""In-text citations held against labels: ``python -m tests.bench.intext [FILE] [--set dev] [-v]``.

Each line of ``intext/cases.jsonl`` is one stretch of text with the citations a reader sees in it, written by one and labelled by
another, neither of whom had seen the program. A citation is right when it is found at its place (the words touch) with its authors' surnames, year
and numbers; "all fields" asks for the same words, authors as written and pages as well, which turns on conventions too (whether "Ref."
belongs to "Ref. [30]", whether each of an author's years takes the name along). A text that holds no citation can only cost: what is found there
counts against the family it would belong to.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.citing.intext import find
from grader.citing.model import InText

FILE = Path(__file__).parent / "intext" / "cases.jsonl"
FAMILIES = ("author-year", "author-page", "numeric", "superscript", "footnote")


def read(path: Path) -> list[dict[str, Any]]:
    """The cases of a file, in its order."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


@dataclass(frozen=True)
class Seen:
    """One citation, as found or as labelled: its family, its place and words, and what it says."""

    family: str
    place: tuple[int, int]
    quote: str
    authors: tuple[str, ...]
    year: str
    pages: str
    numbers: tuple[int, ...]

    def same(self, other: Seen) -> bool:
        """Whether both are the same citation: the places touch; surnames, year and numbers agree."""
        touching = self.place[0] < other.place[1] and other.place[0] < self.place[1]
        return touching and (self.year, self.numbers) == (other.year, other.numbers) and self._last() == other._last()

    def _last(self) -> list[str]:
        return [name.split()[-1].casefold() for name in self.authors]

    def fields(self) -> tuple[object, ...]:
        return self.family, self.quote, self.authors, self.year, self.pages, self.numbers


def found_in(case: dict[str, Any]) -> list[Seen]:
    """What we find in a case."""
    text = case["text"]
    return [
        Seen(
            _family(one, case["style"]),
            (one.start, one.end),
            text[one.start : one.end],
            one.authors,
            one.year,
            one.pages,
            one.numbers,
        )
        for one in find(text)
    ]


def labelled_in(case: dict[str, Any]) -> list[Seen]:
    """What the reader saw."""
    found = []
    at = 0
    for one in case["citations"]:
        family = case["style"]
        if family in ("author-year", "author-page", "numeric"):
            family = "numeric" if one["numbers"] else "author-year" if one["year"] else family
        start = max(case["text"].find(one["quote"], at), case["text"].find(one["quote"]))
        at = start + 1
        place = (start, start + len(one["quote"]))
        numbers = tuple(one["numbers"])
        found.append(Seen(family, place, one["quote"], tuple(one["authors"]), one["year"], one["pages"], numbers))
    return found


def matched(gold: list[Seen], made: list[Seen]) -> list[Seen]:
    """Labels that one of ``made`` is the same as, each of which serves once."""
    left = list(made)
    held = []
    for label in gold:
        partner = next((one for one in left if one.same(label)), None)
        if partner:
            left.remove(partner)
            held.append(label)
    return held


def figures(cases: Iterable[dict[str, Any]], talk: bool = False) -> list[str]:
    """Precision, recall and F1 by family as lines of text; with ``talk`` every miss and every false find before them."""
    said: list[str] = []
    count: Counter[tuple[str, str, str]] = Counter()
    texts = 0
    for number, case in enumerate(cases):
        texts += 1
        gold, made = labelled_in(case), found_in(case)
        held = matched(gold, made)
        exact = list((Counter(one.fields() for one in gold) & Counter(one.fields() for one in made)).elements())
        for how, right in (("found", [one.family for one in held]), ("all fields", [str(one[0]) for one in exact])):
            families = {"gold": [one.family for one in gold], "found": [one.family for one in made], "right": right}
            for names, listed in families.items():
                count.update((how, names, family) for family in listed)
                count[how, names, "all"] += len(listed)
        if talk and not len(held) == len(gold) == len(made):
            said.append(f"{number} {case['style']}: {case['text']}")
            said += [f"    label {one.fields()}" for one in gold] + [f"    found {one.fields()}" for one in made]
    lines = [f"{texts} texts, {count['found', 'gold', 'all']} citations"]
    for how in ("found", "all fields"):
        for family in (*FAMILIES, "all"):
            right_n, gold_n, found_n = (count[how, names, family] for names in ("right", "gold", "found"))
            if gold_n or found_n:
                precision, recall = right_n / max(1, found_n), right_n / max(1, gold_n)
                f1 = 2 * right_n / (found_n + gold_n)
                lines.append(
                    f"{how:<10} {family:<12} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}  ({right_n} of {gold_n}, {found_n} found)"
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
