"""The class list as CSV: one row a script. Cells that a spreadsheet would run as a formula are made harmless."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from grader.outcome import Row

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv(rows: Sequence[Row]) -> str:
    """The list as CSV text (comma, CRLF), with a column for each criterion."""
    titles = list(dict.fromkeys(one.id for row in rows for one in row.criteria))
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(
        ["script", "candidate", "id", "words", "marks", "out_of", "likely_from", "likely_to", "band", *titles, "note"]
    )
    for row in rows:
        marks = {one.id: one.marks for one in row.criteria}
        low, high = row.range or ("", "")
        note = row.error or " ".join(row.flags)
        cells = [
            row.name,
            row.candidate.name,
            row.candidate.id,
            row.words or "",
            row.marks,
            row.out_of or "",
            low,
            high,
            row.band,
            *(marks.get(title) for title in titles),
            note,
        ]
        writer.writerow([safe(cell) for cell in cells])
    return out.getvalue()


def safe(cell: object) -> object:
    """The cell, with an apostrophe before text that a spreadsheet would take for a formula; numbers stay numbers."""
    if cell is None:
        return ""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
