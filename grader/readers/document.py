"""What any document holds, whatever its format; and that written down as marked text, the one form that is read on.

Readers of documents give these nouns; :func:`marked_text` writes them as the Markdown and transcription marks that
:mod:`grader.segment` knows. So the same essay gives the same text, and the same marks, from every format.

What a writer typed is kept apart from what the format says. Signs that would be misread as Markdown stand behind a
backslash, which no view shows. Two things are read as in a text file, for nobody types them and means something else:
numbers and bullets before a line (``1. Introduction``, ``- a point``), and whole transcription marks (``~~so~~``,
``^{so}``) of somebody who types a script into a word processor.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from grader.readers.characters import cleaned

Style = Literal["plain", "struck", "inserted"]

_MOST_HEADING_WORDS = 22  # as in segment.lines: a longer bold paragraph is prose all in bold
_HIGHEST, _DEEPEST = 1, 6  # levels of headings
# Where str.splitlines() parts lines, and signs that no text should hold.
_CHARACTERS = {
    **dict.fromkeys((*range(32), 127)),
    **dict.fromkeys(map(ord, "\n\r\v\f\x1c\x1d\x1e\x85"), "\n"),
    ord("\t"): " ",
}
_TYPED = re.compile(r"~~(?=[^\s~])(?P<struck>[^~\n]*[^\s~])~~|\^\{(?P<inserted>[^{}\n]+)\}")
# Signs that could begin, or end, a mark; at a run's end also where only the next run could make them one.
_SIGN = re.compile(r"[\\`]|\*(?!\s)|(?<![^\W_])_(?!\s)|~(?=~|\Z)|(?<=~)~|\A~|\^(?=\{)|\[(?=\^|\Z)|<(?=[a-zA-Z/!])")
_BRACE = re.compile(r"[{}]")
_AS_ITSELF = r"\\\g<0>"
_LINK = re.compile(r"(?<=\])\((?=[^()\s]*\))")
_LINE_START = re.compile(r"#{1,6}[ \t]|>|\|")
_NOTE_START = re.compile(r"(\[\^[^\]\n]*\]):")
_LAST_HASHES = re.compile(r"#+\Z")
_NOT_IN_LABEL = re.compile(r"[^\w-]+")
_SPACES = re.compile(r" *\n[ \n]*| {2,}")
_NUMBER = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})*|[ivx]{1,5}|[a-z])[.)]|\d{1,2}(?:\.\d{1,2})+|\((?:\d{1,2}|[ivx]{1,5}|[a-z])\)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look. ``struck``: struck through, or deleted in tracked changes; ``inserted``: added in tracked changes.
    ``note``: the label of a footnote whose mark stands here (then ``text`` is empty). "\\n" is a line break."""

    text: str
    style: Style = "plain"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One block of a document.

    ``level``: of a heading 1 to 6, 0 of the document's own title; of a list item its depth from 1. ``number``: a list
    item's or heading's own number as the document shows it ("2.", "iv."), "" for bullets; a page's number if it is known.
    ``rows`` are a table's cells; ``label`` a note's. ``bold``: a paragraph or item whose every word is bold or underlined;
    whether that makes it a heading is for :mod:`grader.segment` to judge.
    """

    kind: Literal["heading", "paragraph", "item", "quote", "table", "note", "page"]
    runs: tuple[Run, ...] = ()
    level: int = 0
    number: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    label: str = ""
    bold: bool = False


def marked_text(parts: Iterable[Part]) -> str:
    """The document as Markdown with transcription marks: blocks between blank lines, the items of a list line on line."""
    parts = tuple(parts)
    titled = any(part.kind == "heading" and part.level == 0 for part in parts)
    blocks: list[str] = []
    before: Part | None = None
    for part in parts:
        text = _WRITERS[part.kind](part, titled)
        if not text:
            continue
        if before is not None and _same_list(before, part):
            blocks[-1] += "\n" + text
        else:
            blocks.append(text)
        before = part
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _same_list(before: Part, part: Part) -> bool:
    """Whether two parts are items line on line. A number before a bold line may make it a heading: it stands by itself."""
    return before.kind == part.kind == "item" and not any(one.bold and one.number for one in (before, part))


def _heading(part: Part, titled: bool) -> str:
    words = _one_line(part.runs)
    if not words:
        return ""
    level = min(_DEEPEST, max(_HIGHEST, part.level + titled))
    last = _LAST_HASHES.search(words)
    if last:  # Markdown may close a heading with hashes
        words = words[: last.start()] + "\\#" * len(last.group())
    return f"{'#' * level} {_number(part, '')}{words}"


def _paragraph(part: Part, titled: bool) -> str:
    lines = _written(part.runs).split("\n")
    if part.bold and len(lines) == 1 and len(lines[0].split()) <= _MOST_HEADING_WORDS and _may_be_bold(lines[0]):
        return f"**{lines[0]}**"
    return "\n".join(map(_guarded, lines))


def _item(part: Part, titled: bool) -> str:
    words = _one_line(part.runs)
    return f"{'  ' * (max(1, part.level) - 1)}{_number(part, words) or '- '}{words}" if words else ""


def _quote(part: Part, titled: bool) -> str:
    words = _one_line(part.runs)
    return f"> {_guarded(words)}" if words else ""


def _note(part: Part, titled: bool) -> str:
    words = _one_line(part.runs)
    return f"{_mark(part.label)}: {words}" if words else ""


def _table(part: Part, titled: bool) -> str:
    rows = [[_one_line((Run(cell),)).replace("|", "\\|") for cell in row] for row in part.rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows if any(row))


def _page(part: Part, titled: bool) -> str:
    return f"[Page {part.number}]" if part.number.isdigit() else ""


def _number(part: Part, words: str) -> str:
    """A number as :mod:`grader.segment` reads it, with the space after it; "" where it would not be read as one."""
    for number in (part.number.strip(), f"{part.number.strip()}."):
        if _NUMBER.fullmatch(number) and not words[:1].isdigit():
            return f"{number} "
    return ""


def _mark(label: str) -> str:
    return f"[^{_NOT_IN_LABEL.sub('', label)[:20] or 'note'}]"


def _may_be_bold(line: str) -> bool:
    """Whether asterisks around the line would be read as its own, and none of its words' asterisks as theirs."""
    return bool(line) and "*" not in line.replace("\\*", "")


def _guarded(line: str) -> str:
    """The line with a backslash before what would make it a heading, a quotation, a table's row or a note."""
    return f"\\{line}" if _LINE_START.match(line) else _NOTE_START.sub(r"\1\\:", line, count=1)


def _one_line(runs: Iterable[Run]) -> str:
    return " ".join(_written(runs).split())


def _written(runs: Iterable[Run]) -> str:
    """Runs with their marks, without spaces to spare; line breaks stay, and an empty line parts paragraphs."""
    text = "".join(_marked(run) for run in _settled(runs))
    return _LINK.sub(r"\(", _SPACES.sub(lambda gap: "\n\n"[: gap.group().count("\n")] or " ", text).strip())


def _settled(runs: Iterable[Run]) -> Iterator[Run]:
    """Runs of one look joined, and typed transcription marks as what they mark."""
    for (style, note), members in groupby(runs, key=lambda run: (run.style, run.note)):
        if note:
            yield Run("", note=note)
            continue
        text = cleaned("".join(run.text for run in members).replace("\r\n", "\n")).translate(_CHARACTERS)
        at = 0
        for typed in _TYPED.finditer(text) if style == "plain" else ():
            yield Run(text[at : typed.start()])
            yield Run(typed["struck"] or typed["inserted"], "struck" if typed["struck"] else "inserted")
            at = typed.end()
        yield Run(text[at:], style)


def _marked(run: Run) -> str:
    if run.note:
        return _mark(run.note)
    if run.style == "plain":
        return _SIGN.sub(_AS_ITSELF, run.text)
    return "\n".join(_around(line, run.style) for line in run.text.split("\n"))


def _around(line: str, style: Style) -> str:
    """One line of struck or inserted words in their marks, the spaces beside them outside."""
    words = line.strip()
    if not words:
        return "" if style == "struck" else line
    before, after = line[: len(line) - len(line.lstrip())], line[len(line.rstrip()) :]
    words = _SIGN.sub(_AS_ITSELF, words)
    if style == "struck":
        return f"{before}~~{words}~~{after}"
    return f"{before}^{{{_BRACE.sub(_AS_ITSELF, words)}}}{after}"


_WRITERS = {
    "heading": _heading,
    "paragraph": _paragraph,
    "item": _item,
    "quote": _quote,
    "table": _table,
    "note": _note,
    "page": _page,
}
