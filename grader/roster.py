"""The class list that a tutor has: a CSV file with a row for each candidate, and which row is whose script.

Columns are found by their headings (``lexicon/candidates.yaml``), the delimiter by the heading row, the encoding by the
bytes. Every cell is plain text. What cannot be told for sure is left open and said: a wrong name is worse than none.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from grader.candidate import Candidate, clean, differ, id_key, name_key
from grader.errors import InputError, RosterError
from grader.files import read, shown
from grader.lexicon import load
from grader.segment.nameplate import plain_label

_MOST = 5_000_000  # bytes: a list of ten thousand has a tenth of this
_HEAD = 10  # rows in which the headings are looked for
_NAMED = 5  # rows or scripts named in one sentence
_DELIMITERS = ",;\t|"
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_TEXT_FORMULA = re.compile(r'="([^"]*)"')  # how a list keeps a spreadsheet from dropping noughts
_COLUMNS = {
    "file": ("file",),
    "name": ("name", "by"),
    "first": ("first_name",),
    "last": ("last_name",),
    "id": ("id", "list_id"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One candidate of the list: the row (from 1, as a spreadsheet counts) and its cells, "" where empty."""

    row: int
    file: str = ""
    name: str = ""
    id: str = ""

    @property
    def candidate(self) -> Candidate:
        return Candidate(self.name, self.id, ("roster",))


@dataclass(frozen=True, slots=True)
class Roster:
    """A class list: what it is called, its candidates, and what had to be said when it was read."""

    label: str
    entries: tuple[Entry, ...]
    notes: tuple[str, ...] = ()


def read_roster(path: Path) -> Roster:
    """The class list in a CSV file.

    Raises:
        RosterError: the file cannot be read, is no table, or has no heading row with a name or an id.
    """
    label = shown(path)
    try:
        data = read(path, _MOST, "a class list")
    except InputError as error:
        raise RosterError(str(error)) from None
    if data.startswith(b"PK"):
        raise RosterError(f"{label}: a spreadsheet's own format; save it as CSV first")
    text, notes = _decoded(data, label)
    rows, start, columns = _table(text, label)
    entries = [entry for row, cells in enumerate(rows[start:], start + 1) if (entry := _entry(row, cells, columns))]
    if not entries:
        raise RosterError(f"{label}: no candidates under the headings; put one in each row")
    single, twice = _once_each(entries)
    return Roster(label, tuple(single), tuple(f"{label}: {note}" for note in [*notes, *twice]))


def _decoded(data: bytes, label: str) -> tuple[str, list[str]]:
    """The text, and a note where its encoding had to be guessed."""
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "utf-8")
    notes = []
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError:
            text = "\0"
        notes = ["not in UTF-8, so read as Windows-1252; if names look wrong, save it as “CSV UTF-8”"]
    if "\0" in text:
        raise RosterError(f"{label}: not a text file; save the list as CSV in UTF-8")
    return text, notes


def _table(text: str, label: str) -> tuple[list[list[str]], int, dict[str, int]]:
    """The rows, where those of candidates begin, and the columns by what they hold."""
    first, _, rest = text.partition("\n")
    told = re.fullmatch(r"sep=(.)\s*", first)  # Excel's way to say it
    best: tuple[list[list[str]], int, dict[str, int]] = ([], 0, {})
    for delimiter in [told.group(1)] if told else _DELIMITERS:
        try:
            rows = list(csv.reader(io.StringIO(rest if told else text, newline=""), delimiter=delimiter))
        except csv.Error as error:
            raise RosterError(f"{label}: not a CSV table ({error}); save the list as CSV again") from None
        for number, cells in enumerate(rows[:_HEAD], 1):
            columns = _columns(cells)
            if len(columns) > len(best[2]):
                best = (rows, number, columns)
    if not {"name", "first", "last", "id"} & best[2].keys():
        raise RosterError(f"{label}: no headings for name or id; head the columns “file”, “name” and “id”")
    return best


def _columns(cells: Sequence[str]) -> dict[str, int]:
    """The column of each kind, by the best heading that is there: an "ID number" before an "Identifier"."""
    labels = [{plain_label(part) for part in re.split(r"[/()]", _cell(cell))} for cell in cells]
    found: dict[str, int] = {}
    for column, keys in _COLUMNS.items():
        for key in keys:
            known = {plain_label(label) for label in load("candidates")[key]}
            at = next((i for i, label in enumerate(labels) if label & known), None)
            if at is not None:
                found.setdefault(column, at)
    return found


def _cell(cell: str) -> str:
    formula = _TEXT_FORMULA.fullmatch(cell.strip())
    return clean(formula.group(1) if formula else cell)


def _entry(row: int, cells: Sequence[str], columns: Mapping[str, int]) -> Entry | None:
    """The candidate of a row; None where the row has neither name nor id."""
    held = {column: _cell(cells[at]) for column, at in columns.items() if at < len(cells)}
    name = held.get("name", "") or " ".join(filter(None, (held.get("first", ""), held.get("last", ""))))
    entry = Entry(row, held.get("file", ""), name, held.get("id", ""))
    return entry if entry.name or entry.id else None


def _once_each(entries: Sequence[Entry]) -> tuple[list[Entry], list[str]]:
    """The entries without those given twice: the first of rows that say the same, none of rows that differ."""
    groups: dict[object, list[Entry]] = {}
    for entry in entries:
        file = tuple(_parts(entry.file))
        groups.setdefault(file or (id_key(entry.id) if entry.id else name_key(entry.name)), []).append(entry)
    same = [group for group in groups.values() if len(group) > 1 and len({_said(one) for one in group}) == 1]
    apart = [group for group in groups.values() if len(group) > 1 and len({_said(one) for one in group}) > 1]
    notes = []
    if same:
        notes.append(f"given twice: {_listed([_rows(group) for group in same])}; once is enough")
    if apart:
        notes.append(f"given twice and not alike, so not used: {_listed([_rows(group) for group in apart])}")
    dropped = {one.row for group in apart for one in group} | {one.row for group in same for one in group[1:]}
    return [entry for entry in entries if entry.row not in dropped], notes


def _said(entry: Entry) -> tuple[frozenset[str], str]:
    return name_key(entry.name), id_key(entry.id)


def _rows(entries: Iterable[Entry]) -> str:
    return "rows " + " and ".join(str(entry.row) for entry in entries)


def by_file(roster: Roster, paths: Sequence[Path]) -> tuple[dict[Path, Entry], list[str]]:
    """Whose each file is, by the list's column of files; and what cannot be told by it.

    A cell is a file's name, with or without its suffix, or with a folder before it. No path from the list is opened.
    """
    found: dict[Path, Entry] = {}
    unclear = []
    ends = {path: _parts(str(path.absolute())) for path in paths}
    for entry in roster.entries:
        wanted = _parts(entry.file)
        if not wanted:
            continue
        fits = [path for path in paths if ends[path][-len(wanted) :] == wanted] or [
            path for path in paths if [*ends[path][-len(wanted) : -1], _fold(path.stem)] == wanted
        ]
        if len({path.parent for path in fits}) > 1:
            unclear.append(f"row {entry.row}")
            continue
        for path in fits:
            found.setdefault(path, entry)
    note = f"{roster.label}: more than one file has the name of {_listed(unclear)}; write the folder before it"
    return found, [note] if unclear else []


def _parts(file: str) -> list[str]:
    return [_fold(part) for part in re.split(r"[\\/]", file) if part.strip()]


def _fold(name: str) -> str:
    return normalize("NFC", shown(name)).casefold().strip()


def by_candidate(roster: Roster, said: Sequence[Candidate], stem: str) -> Entry | None:
    """Whose a script is, by the id or full name that stands in it, or that is its file's name; None if nobody's or two's."""
    for one in (*said, Candidate(id=stem)):
        fits = [entry for entry in roster.entries if one.id and entry.id and id_key(entry.id) == id_key(one.id)]
        course = "file name" in one.sources  # Moodle's number there is a course's own, and may be another's roll number
        if len({_said(entry) for entry in fits}) == 1 and not (course and differ(one, fits[0].candidate)):
            return fits[0]
    for one in (*said, Candidate(name=stem)):
        fits = [entry for entry in roster.entries if one.name and name_key(entry.name) == name_key(one.name)]
        if len({_said(entry) for entry in fits}) == 1:
            return fits[0]
    return None


def remarks(roster: Roster, used: Mapping[str, int | None], torn: Sequence[str]) -> list[str]:
    """What a tutor should know of a list once all is marked.

    Args:
        roster: the list.
        used: for each script, as it is called, the row that it was found in.
        torn: scripts whose own words name somebody else than the list does.
    """
    without = [script for script, row in used.items() if row is None]
    idle = [f"row {entry.row}" for entry in roster.entries if entry.row not in used.values()]
    found = [f"in no row: {_listed(without)}"] if without else []
    found += [f"no script for {_listed(idle)}"] if idle else []
    found += (
        [f"another candidate than the script itself names, for {_listed(torn)}; the list was believed"] if torn else []
    )
    return [f"{roster.label}: {one}" for one in found]


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
