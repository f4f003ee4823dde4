"""What any document holds, whatever its format; and that written down as marked text, the one form that is read on.

Readers of documents give these nouns; :func:`marked_text` writes them as the Markdown and transcription marks that
:mod:`grader.segment` knows. So the same essay gives the same text, and the same marks, from every format.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Style = Literal["plain", "struck", "inserted"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look. ``struck``: struck through, or deleted in tracked changes; ``inserted``: added in tracked changes.
    ``note``: the label of a footnote whose mark stands here (then ``text`` is empty)."""

    text: str
    style: Style = "plain"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One block of a document.

    ``level``: of a heading 1 to 6, of a list item its depth from 1. ``number``: a list item's or heading's own number as the
    document shows it ("2.", "iv."), "" for bullets. ``rows`` are a table's cells; ``label`` a note's.
    """

    kind: Literal["heading", "paragraph", "item", "quote", "table", "note", "page"]
    runs: tuple[Run, ...] = ()
    level: int = 0
    number: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    label: str = ""
