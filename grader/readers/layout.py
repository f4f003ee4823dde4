"""What readers of documents judge alike: quotations told by their indents, tables that only lay out a page, words of cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from grader.readers.document import Part, Run

Indents = tuple[int, int]  # left and right, in twentieths of a point
QUOTE_STYLES = frozenset(
    ("quote", "intense quote", "block text", "block quote", "block quotation", "blockquote", "quotations")
)
_HEADING = re.compile(r"heading[\s_]*([1-9])\b")  # word processors keep the English name in files of any language
_SET_IN = 360  # a quarter of an inch, the least that shows
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# Fields whose result is no part of the answer; those of references, links and citations are.
_FURNITURE = frozenset(
    [
        "PAGE",
        "NUMPAGES",
        "SECTIONPAGES",
        "SECTION",
        "PAGEREF",
        "TOC",
        "TOA",
        "INDEX",
        "RD",
        "XE",
        "TC",
        "FILENAME",
        "PRINTDATE",
        "SAVEDATE",
    ]
)
_CELL_WORDS = 120  # a cell of a table of figures has fewer


def named_level(names: Iterable[str]) -> int | None:
    """The level that a style's names (its own, then those it is based on) give a paragraph: 1 to 9 of a heading, 0 of the
    document's title, None of any other."""
    for name in names:
        if match := _HEADING.match(name):
            return int(match.group(1))
        if name == "title":
            return 0
    return None


def usual(indents: Iterable[Indents]) -> Indents:
    """The indents of most paragraphs of a document; (0, 0) for none."""
    counted = Counter(indents)
    return min(counted, key=lambda one: (-counted[one], one)) if counted else (0, 0)


def is_set_in(indents: Indents, others: Indents) -> bool:
    """Whether a paragraph stands in from both sides, as block quotations do; ``others`` is what most have."""
    return all(one - other >= _SET_IN for one, other in zip(indents, others, strict=True))


def is_layout(rows: Sequence[Sequence[Sequence[Part]]]) -> bool:
    """Whether a table only lays out a page: a single column (a frame), or cells that hold whole passages.

    Args:
        rows: for each row the parts of each cell.
    """
    if all(sum(map(bool, row)) <= 1 for row in rows):
        return True
    return any(len(cell_text(cell).split()) > _CELL_WORDS for row in rows for cell in row)


def cell_text(parts: Iterable[Part]) -> str:
    """The words of one cell on one line, struck ones in their marks, without marks of notes."""
    runs = joined(part.runs or (Run(" ".join(" ".join(row) for row in part.rows)),) for part in parts)
    return "".join(
        f"~~{run.text.strip()}~~" if run.style == "struck" and run.text.strip() else run.text for run in runs
    )


def joined(stretches: Iterable[Iterable[Run]]) -> list[Run]:
    """Runs of several blocks as those of one."""
    found: list[Run] = []
    for stretch in stretches:
        found += [Run(" "), *stretch] if found else stretch
    return found


def between(runs: Iterable[Run], sign: str) -> list[tuple[Run, ...]]:
    """Runs parted where a sign stands in their text (a page break), without the stretches that hold no words."""
    stretches: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split(sign) if sign in run.text else [run.text]
        stretches[-1].append(Run(first, run.style, run.note))
        stretches += [[Run(text, run.style)] for text in others]
    return [tuple(stretch) for stretch in stretches if any(run.text.strip() or run.note for run in stretch)]


def raised(text: str) -> str:
    """Text in superscript as plain text shows it: figures raised ("km²"), letters as they are ("19th")."""
    return text.translate(_RAISED) if text.isascii() and text.strip().isdigit() else text


def is_furniture(instruction: str) -> bool:
    """Whether the result of a word processor's field is a page number, a table of contents or the like."""
    words = instruction.split(maxsplit=1)
    return bool(words) and words[0].upper() in _FURNITURE


def without_start(runs: Iterable[Run], length: int) -> tuple[Run, ...]:
    """Runs without their first characters: without a bullet or number that was written out."""
    found = []
    for run in runs:
        found.append(replace(run, text=run.text[length:]))
        length = max(0, length - len(run.text))
    return tuple(found)


def has_plain_words(runs: Iterable[Run]) -> bool:
    """Whether any words are neither struck nor a note's mark: of others nobody can say that they are all bold."""
    return any(run.style != "struck" and run.text.strip() for run in runs)
