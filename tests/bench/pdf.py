"""How much of an essay a PDF gives back: paragraphs, headings, words broken at line ends, running heads, time.

``python -m tests.bench.pdf [FOLDER]`` measures the PDFs of tests/readers/pdfs, and those of a folder that are too large to be
kept (``tests/bench/make_pdfs.py`` makes all). ``NAME-LAYOUT.pdf`` is held against ``NAME.md`` of the same folder or ours.
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from grader.readers.document import Part
from grader.readers.pdf import parts
from grader.readers.pdf.furniture import without_furniture
from grader.readers.pdf.glyphs import read_pages
from grader.readers.pdf.lines import read_lines

FILES = Path(__file__).parent.parent / "readers/pdfs"
HELD_BACK = ("calendar",)  # essays whose PDFs nobody looked at while the reader was written

_HEADS = re.compile(
    r"Candidate 4711|S\. Candidate|Page \d+( of \d+)?$|^\d{1,2}$|file://|\d+/\d+/\d+, |^Public [Ll]ibraries$|^The school year",
    re.MULTILINE,
)
_SAME = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u00a0": " ", "…": "..."})
_EMPHASIS = re.compile(r"\*+")


@dataclass(frozen=True)
class Piece:
    """A block as both sides have it. ``kind`` and ``level`` as in Part, ``text`` without marks of notes."""

    kind: str
    level: int
    text: str


def truth(path: Path) -> list[Piece]:
    """The blocks of an essay in plain Markdown, one line a block (the form in which these essays are written)."""
    found: list[Piece] = []
    notes: list[Piece] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        text = _plain(line)
        if match := re.match(r"(#+) (.*)", text):
            found.append(Piece("heading", len(match.group(1)), match.group(2)))
        elif match := re.match(r"\[\^\w+\]: (.*)", line):
            notes.append(Piece("note", 0, _plain(match.group(1))))
        elif match := re.match(r"( *)(?:-|\d+\.) (.*)", text):
            found.append(Piece("item", 1 + bool(match.group(1)), match.group(2)))
        elif text.startswith("> "):
            found.append(Piece("quote", 0, text[2:]))
        elif text.startswith("|"):
            if not re.fullmatch(r"[|-]+", text):
                found.append(Piece("row", 0, " ".join(text.strip("| ").split(" | "))))
        elif text:
            found.append(Piece("paragraph", 0, text))
    return found + notes


def pieces(found: tuple[Part, ...]) -> list[Piece]:
    """The same of what was read."""
    result = []
    for part in found:
        text = _plain("".join(run.text for run in part.runs))
        result += [Piece("row", 0, _plain(" ".join(row))) for row in part.rows]
        if not part.rows:
            result.append(Piece(part.kind, part.level, text))
    return result


def _plain(text: str) -> str:
    return " ".join(_EMPHASIS.sub("", re.sub(r"(?m)\[\^\w+\](?!:)", "", text)).translate(_SAME).rstrip().split(" "))


@dataclass
class Score:
    """Counts of one PDF, or of several together."""

    paragraphs: int = 0
    whole: int = 0
    leaked: int = 0
    broken: int = 0
    mended: int = 0
    headings: int = 0
    found: int = 0
    false: int = 0
    blocks: int = 0
    right: int = 0

    def line(self) -> str:
        return (
            f"paragraphs whole {self.whole}/{self.paragraphs}  heads leaked {self.leaked}  hyphen breaks mended {self.mended}/{self.broken}  "
            f"headings with level {self.found}/{self.headings} (+{self.false} false)  blocks right in kind and words {self.right}/{self.blocks}"
        )


def score(pdf: Path, essay: Path, into: Score) -> None:
    """Adds what one PDF gives back of its essay."""
    data = pdf.read_bytes()
    wanted, got = truth(essay), pieces(parts(data, pdf.name))
    texts = Counter(piece.text for piece in got)
    prose = [piece for piece in wanted if piece.kind in ("paragraph", "item", "quote")]
    into.paragraphs += len(prose)
    into.whole += sum(texts[piece.text] > 0 for piece in prose)
    into.leaked += sum(bool(_HEADS.search(piece.text)) for piece in got if piece not in wanted)
    heads = {piece for piece in got if piece.kind == "heading"}
    real = [piece for piece in wanted if piece.kind == "heading"]
    into.headings += len(real)
    into.found += sum(piece in heads for piece in real)
    into.false += sum(piece.text not in {one.text for one in real} for piece in heads)
    into.blocks += len(wanted)
    into.right += sum((Counter(wanted) & Counter(got)).values())
    _hyphens(data, pdf.name, wanted, got, into)


def _hyphens(data: bytes, name: str, wanted: list[Piece], got: list[Piece], into: Score) -> None:
    pages = read_pages(data, name)
    lines = without_furniture(read_lines(pages), pages)
    theirs, ours = (Counter(re.findall(r"[\w-]+", " ".join(piece.text for piece in side))) for side in (wanted, got))
    for line, following in pairwise(lines):
        one, two = re.search(r"([\w-]+?) ?[-\u2010]$", line.text), re.match(r"[\w-]+", following.text)
        if one and two:
            meant = next((form for form in (one[1] + two[0], f"{one[1]}-{two[0]}") if form in theirs), "")
            if meant:
                into.broken += 1
                into.mended += ours[meant] >= theirs[meant]


def speed(pdf: Path) -> tuple[int, float]:
    """(pages, milliseconds) of one PDF, warm, the best of five."""
    data = pdf.read_bytes()
    pages = len(read_pages(data, pdf.name))
    times = []
    for _ in range(6):
        started = time.process_time()
        parts(data, pdf.name)
        times.append(1000 * (time.process_time() - started))
    return pages, min(times)


def report(folder: Path | None = None, *, each: bool = False) -> list[str]:
    """Lines for RESULTS.md."""
    paths = {path.name: path for where in (folder, FILES) if where for path in sorted(where.glob("*.pdf"))}
    lines = []
    for held in (False, True):
        total, used, slowest = Score(), 0, (0, 0.0)
        for name, path in sorted(paths.items()):
            essay = name.partition("-")[0]
            if (essay in HELD_BACK) != held or not (FILES / f"{essay}.md").exists():
                continue
            one = Score()
            score(path, FILES / f"{essay}.md", one)
            score(path, FILES / f"{essay}.md", total)
            pages, took = speed(path)
            slowest = max(slowest, (pages, took), key=lambda pair: pair[1] / max(1, pair[0]))
            used += 1
            if each:
                lines.append(f"{name:36} {one.line()}  {took:.0f} ms for {pages} pages")
        if used:
            lines.append(f"{'held back' if held else 'seen'}, {used} PDFs: {total.line()}")
            lines.append(f"    the slowest of them: {6 * slowest[1] / slowest[0]:.0f} CPU ms for six pages, warm")
    return lines


if __name__ == "__main__":
    print("\n".join(report(Path(sys.argv[1]) if len(sys.argv) > 1 else None, each=True)))
