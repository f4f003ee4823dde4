"""Who is who after blind marking: the numbers that scripts are called by, and the key that leads back to their files.

The numbers follow no order of names: that of a class register would be known at a glance. A key that is there already is
gone on with, so that a late script gets a new number and no earlier one changes its own.
"""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from unicodedata import normalize

from grader.candidate import Candidate
from grader.errors import InputError, OutputError
from grader.exports.classlist import safe
from grader.files import read, shown, write

FILE = "key.csv"

_HEAD = ["script", "file", "name", "id", "said by"]
_MOST = 20_000_000  # bytes
_SCRIPT = re.compile(r"script-(\d{2,9})")


@dataclass(frozen=True, slots=True)
class Key:
    """The scripts of this run by what they are called, in that order, and the rows of the key so far, by file.

    ``path`` is the key's own file; files in it are written as seen from its folder, so that both may move together.
    """

    path: Path
    scripts: dict[Path, str]
    rows: dict[str, list[str]]

    def save(self, who: Mapping[str, Candidate]) -> None:
        """Writes the key with what is known of this run's candidates, by script.

        Raises:
            WriteError: it cannot be written.
        """
        rows = dict(self.rows)
        for path, script in self.scripts.items():
            file = _seen_from(self.path.parent, path)
            candidate = who.get(script)
            if candidate is not None or file not in rows:
                one = candidate or Candidate()
                said = (file, one.name, one.id, ", ".join(one.sources))
                rows[file] = [script, *(str(safe(cell)) for cell in said)]
        out = io.StringIO()
        csv.writer(out).writerows([_HEAD, *sorted(rows.values(), key=lambda row: _number(row[0]))])
        write(self.path, ("\ufeff" + out.getvalue()).encode())  # by its mark spreadsheets know UTF-8


def make_key(paths: Sequence[Path], folder: Path) -> Key:
    """Numbers for the scripts of a run whose reports go into a folder.

    Raises:
        OutputError: something else than a key stands in the key's place.
    """
    path = folder / FILE
    rows = _read(path)
    seen = {one: _seen_from(folder, one) for one in paths}
    named = {one: rows[file][0] for one, file in seen.items() if file in rows}
    last = max((_number(row[0]) for row in rows.values()), default=0)
    late = sorted((one for one in paths if one not in named), key=lambda one: (_shuffled(one), seen[one]))
    named |= {one: f"script-{number:02}" for number, one in enumerate(late, last + 1)}
    return Key(path, dict(sorted(named.items(), key=lambda item: _number(item[1]))), rows)


def others(folder: Path) -> int:
    """How many reports in a folder are none of numbered scripts, and so may name their candidates."""
    found = {path.stem for path in folder.iterdir() if path.suffix in (".html", ".json")}
    return sum(not _SCRIPT.fullmatch(stem) for stem in found - {"index"})


def _read(path: Path) -> dict[str, list[str]]:
    if not os.path.lexists(path):
        return {}
    try:
        rows = list(csv.reader(io.StringIO(read(path, _MOST, "a key").decode("utf-8-sig"), newline="")))
    except (InputError, UnicodeDecodeError, csv.Error):
        rows = []
    sound = all(len(row) == len(_HEAD) and _SCRIPT.fullmatch(row[0]) for row in rows[1:])
    if rows[:1] != [_HEAD] or not sound:
        raise OutputError(f"{shown(path)}: no key of scripts; move it away or choose another folder with --out")
    return {row[1].removeprefix("'"): row for row in rows[1:]}


def _seen_from(folder: Path, path: Path) -> str:
    try:
        seen = os.path.relpath(path, folder)
    except ValueError:  # on another drive of Windows
        seen = os.path.abspath(path)
    return shown(Path(seen).as_posix())


def _number(script: str) -> int:
    return int(script.rpartition("-")[2])


def _shuffled(path: Path) -> bytes:
    """A place that is the same each time and follows neither names nor ids."""
    return sha256(normalize("NFC", shown(path.name)).encode()).digest()
