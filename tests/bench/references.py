"""How well reference entries are taken apart: ``python -m tests.bench.references --gold FILE.xml``.

The file is in anystyle's form: a ``sequence`` an entry, its parts in order, each named for what it is. The text given to the
parser is the parts with one space between them. A *field* is a run of neighbouring tokens with one label; it counts as found when a
field of the same label and the same text is among the parser's for that entry (every one of them counts once), both without the
punctuation and space around them. Exact-field micro-F1 is over all fields of all entries; token accuracy over the words between
spaces; an entry is exact when all its tokens are right.

Without ``--gold``: five folds over the shared core set, trained anew for each (python-crfsuite and torch, an hour on one core); the figures are kept for
RESULTS.md in ``references_out_of_fold.txt``.
"""

from __future__ import annotations

import argparse
import time
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from grader.citing.tagger import Weights, shipped, tag
from grader.citing.tokens import tokens

CORE = Path(__file__).parents[3] / "shared/data/references/anystyle-core.xml"
HERE = Path(__file__).parent
PRINTED = HERE / "printed/entries.xml"
OUT_OF_FOLD = HERE / "references_out_of_fold.txt"
FOLDS = 5
_AROUND = " \t\n.,;:!?()[]{}<>\"'“”‘’«»„*_/–—-"


@dataclass(frozen=True)
class Labelled:
    """An entry's text, its tokens' texts, and the label of each."""

    text: str
    pieces: list[str]
    labels: list[str]


def read(path: Path) -> list[Labelled]:
    """Entries of a file in anystyle's form."""
    return [_labelled(sequence) for sequence in ET.parse(path).getroot() if len(sequence)]


def own() -> list[Labelled]:
    """Entries of our own, printed in eight styles and typed by hand: trained on in every fold, never tested on."""
    return [entry for path in (PRINTED, *sorted((HERE / "entries").glob("*.xml"))) for entry in read(path)]


def _labelled(sequence: ET.Element) -> Labelled:
    text, ends = "", []
    for part in sequence:
        words = " ".join((part.text or "").split())
        if words:
            text += (" " if text else "") + words
            ends.append((len(text), part.tag))
    spans = tokens(text)
    labels = [next(label for end, label in ends if start < end) for start, _ in spans]
    return Labelled(text, [text[start:end] for start, end in spans], labels)


def fields(entry: Labelled, labels: Sequence[str]) -> Counter[tuple[str, str]]:
    """Label and text of every field that a labelling of an entry's tokens makes."""
    spans = tokens(entry.text)
    found: Counter[tuple[str, str]] = Counter()
    start = 0
    for i in range(len(spans)):
        if i + 1 == len(spans) or labels[i + 1] != labels[i]:
            if text := entry.text[spans[start][0] : spans[i][1]].strip(_AROUND):
                found[labels[i], text] += 1
            start = i + 1
    return found


@dataclass
class Tally:
    """Counts over entries; add with :meth:`take`."""

    right: Counter[str]
    found: Counter[str]
    gold: Counter[str]
    tokens: int = 0
    tokens_right: int = 0
    entries: int = 0
    entries_right: int = 0

    def take(self, entry: Labelled, labels: Sequence[str]) -> None:
        """Counts one entry's labels in."""
        gold, found = fields(entry, entry.labels), fields(entry, labels)
        for (label, _), count in (gold & found).items():
            self.right[label] += count
        for (label, _), count in found.items():
            self.found[label] += count
        for (label, _), count in gold.items():
            self.gold[label] += count
        same = sum(a == b for a, b in zip(entry.labels, labels, strict=True))
        self.tokens, self.tokens_right = self.tokens + len(labels), self.tokens_right + same
        self.entries, self.entries_right = self.entries + 1, self.entries_right + (same == len(labels))

    def lines(self) -> list[str]:
        """The figures, a line each."""
        right, found, gold = self.right.total(), self.found.total(), self.gold.total()
        each = [
            f"{label} {2 * self.right[label] / (self.found[label] + self.gold[label]):.3f} ({self.gold[label]})"
            for label, _ in self.gold.most_common()
        ]
        return [
            f"{self.entries} entries: exact-field micro-F1 {2 * right / max(1, found + gold):.4f} (P {right / max(1, found):.3f} "
            f"R {right / max(1, gold):.3f}), token accuracy {self.tokens_right / max(1, self.tokens):.4f}, "
            f"whole entries {self.entries_right / max(1, self.entries):.3f}",
            "F1 by label: " + ", ".join(each),
        ]


def tally() -> Tally:
    """An empty one."""
    return Tally(Counter(), Counter(), Counter())


def folds(entries: Sequence[Labelled]) -> list[tuple[list[Labelled], list[Labelled]]]:
    """Training and test entries of each fold; every fifth entry."""
    return [
        ([one for i, one in enumerate(entries) if i % FOLDS != fold], list(entries[fold::FOLDS]))
        for fold in range(FOLDS)
    ]


def measure(entries: Sequence[Labelled], weights: Weights, counted: Tally) -> float:
    """Counts entries in; seconds of one core taken."""
    start = time.process_time()
    labels = [found for found, _ in tag([entry.pieces for entry in entries], weights)]
    seconds = time.process_time() - start
    for entry, one in zip(entries, labels, strict=True):
        counted.take(entry, one)
    return seconds


def out_of_fold(entries: Sequence[Labelled]) -> list[str]:
    """Figures over five folds."""
    from tests.bench.train_references import fit

    counted = tally()
    for train, test in folds(entries):
        measure(test, fit(train + own()), counted)
    return counted.lines()


def report(shared: Path | None) -> list[str]:
    """Lines for RESULTS.md: the kept figures of five folds over the core set, and the speed where that set is here."""
    kept = ["Out of fold, when it was last trained:", *OUT_OF_FOLD.read_text(encoding="utf-8").splitlines()]
    core = shared / "data/references/anystyle-core.xml" if shared else None
    if core is None or not core.is_file():
        return kept
    entries = read(core)
    return [*kept, f"{len(entries) / measure(entries, shipped(), tally()):.0f} entries a second"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])  # type: ignore[union-attr]
    parser.add_argument("--gold", type=Path, metavar="FILE", help="labelled entries in anystyle's form")
    parser.add_argument(
        "--core", type=Path, default=CORE, metavar="FILE", help="the set that is trained on, for five folds"
    )
    asked = parser.parse_args()
    if not asked.gold:
        found = out_of_fold(read(asked.core))
        OUT_OF_FOLD.write_text("\n".join(found) + "\n", encoding="utf-8")
        print("\n".join(found))
        return
    entries = read(asked.gold)
    counted = tally()
    seconds = measure(entries, shipped(), counted)
    print("\n".join(counted.lines()))
    print(f"{len(entries) / seconds:.0f} entries a second")


if __name__ == "__main__":
    main()
