"""Counts which words follow which: ``python -m tests.bench.train_wording [--shared DIR]`` writes ``lexicon/word_pairs.txt``.

Clean prose of public domain, CC0, CC BY 4.0 and OGL; the commonest small words stand for themselves, all others for their
ending. A row holds, for every class that may follow, ten times the log of how much likelier it is there than anywhere (pointwise mutual
information, Church and Hanks 1990). No text is kept.
"""

from __future__ import annotations

import argparse
import gzip
import math
from collections import Counter
from itertools import pairwise
from pathlib import Path

import grader.lexicon
from grader.facts.wording import class_of
from grader.segment.sentences import split
from grader.segment.tokens import WORD
from grader.words import is_stopword

SMALL_WORDS, WORDS_EACH, ADDED = 110, 150_000, 3.0  # of classes; of every source; to every count
FILE = Path(grader.lexicon.__file__).parent / "word_pairs.txt"


def sentences(shared: Path) -> list[list[str]]:
    """Words of the sentences of every source, small letters."""
    found = []
    for path in sorted((shared / "data/prose").glob("*.gz")):
        left = WORDS_EACH
        for line in gzip.decompress(path.read_bytes()).decode().split("\n"):
            for start, end in split(line):
                words = [match.group().lower().replace("’", "'") for match in WORD.finditer(line[start:end])]
                found.append(words)
                left -= len(words)
            if left < 0:
                break
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])  # type: ignore[union-attr]
    parser.add_argument("--shared", type=Path, default=Path("../shared"), metavar="DIR")
    read = sentences(parser.parse_args().shared)
    counts = Counter(word for words in read for word in words if is_stopword(word) and word.isalpha())
    small = frozenset(word for word, _ in counts.most_common(SMALL_WORDS))
    rows = [[class_of(word, small) for word in words] for words in read]
    single = Counter(one for row in rows for one in row)
    pairs = Counter(pair for row in rows for pair in pairwise(row))
    classes, total = sorted(single), sum(single.values())
    lines = [
        "# Which classes of words follow which, in clean prose; made by tests/bench/train_wording.py. First the classes, then a row each."
    ]
    lines.append(" ".join(classes))
    for one in classes:
        numbers = []
        for other in classes:
            expected = single[one] * single[other] / total
            numbers.append(round(10 * math.log((pairs[one, other] + ADDED) / (expected + ADDED))))
        lines.append(" ".join(map(str, numbers)))
    FILE.write_text("\n".join(lines) + "\n")
    print(f"{len(read)} sentences, {total} words, {len(classes)} classes")


if __name__ == "__main__":
    main()
