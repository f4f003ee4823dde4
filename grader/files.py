"""Files in and out: names that can be shown, reading with a limit, writing whole or not at all."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path
from unicodedata import category, normalize

from grader.errors import InputError, OutputError, WriteError

# File systems take 255 bytes a name; ".html" and a number have to fit behind ours.
_LONGEST = 240
# What a run writes beside the scripts' own files: no script may take these names.
_RESERVED = ("index", "class")


def shown(name: Path | str) -> str:
    """A name as it can be printed and encoded: control characters and bytes that are not UTF-8 become "\ufffd"."""
    return "".join("\ufffd" if category(char) in ("Cc", "Cs", "Zl", "Zp") else char for char in str(name))


def read(path: Path, most: int, what: str) -> bytes:
    """A regular file's bytes; a pipe or device is refused, for it might never end.

    Args:
        path: the file.
        most: bytes; a larger file is refused.
        what: what the file should be, for messages: "an essay".

    Raises:
        InputError: there is no such file, it cannot be read, or it is too large.
    """
    label = shown(path)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise InputError(f"{label}: a folder, not {what}")
        if not stat.S_ISREG(mode):
            raise InputError(f"{label}: a pipe or device, not a file; save its content in a file first")
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a name that holds a NUL
        raise InputError(f"{label}: no such file or folder; check the name") from None
    except OSError as error:
        raise InputError(f"{label}: cannot be read ({error.strerror}); check its name and permissions") from None
    if len(data) > most:
        raise InputError(f"{label}: larger than {most // 1_000_000} MB; {what} is not")
    return data


def make_folder(folder: Path) -> None:
    """Makes the output folder.

    Raises:
        OutputError: it cannot be made or written to.
    """
    label = shown(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise OutputError(f"{label}: a file of this name is in the way; choose another folder with --out") from None
    except OSError as error:
        raise OutputError(f"{label}: cannot be made ({error.strerror}); choose another folder with --out") from None
    if not os.access(folder, os.W_OK | os.X_OK):
        raise OutputError(f"{label}: cannot be written to; choose another folder with --out")


def write(path: Path, data: bytes) -> None:
    """Writes under a temporary name and renames: nobody ever sees half a file.

    The temporary name is new each time, so that two runs at once do not write into one another's, and what
    somebody else has put there is not followed. A link in the place of ``path`` is replaced, not followed.

    Raises:
        WriteError: the file cannot be written; what stood there before stands there still.
    """
    from secrets import token_hex

    temporary = path.with_name(f".{token_hex(8)}.part")
    try:
        with temporary.open("xb") as file:
            file.write(data)
        temporary.replace(path)
    except OSError as error:
        _remove(temporary)
        raise WriteError(
            f"{shown(path)}: cannot be written ({error.strerror}); choose another folder with --out"
        ) from None
    except BaseException:  # an interrupt must not leave the temporary file behind
        _remove(temporary)
        raise


def _remove(path: Path) -> None:
    with suppress(OSError):  # the first error is the one to tell
        path.unlink()


def output_names(paths: Sequence[Path]) -> list[str]:
    """A name for each file's outputs, no two alike, upper and lower case aside: its stem, or more where that is taken."""
    stems = Counter([*_RESERVED, *(_key(_clean(path.stem)) for path in paths)])
    names = Counter(_key(_clean(path.name)) for path in paths)
    folders = len({path.parent for path in paths}) > 1
    taken = set(_RESERVED)
    found = []
    for path in paths:
        stem, name = _clean(path.stem), _clean(path.name)
        if stems[_key(stem)] == 1:
            wish = stem
        elif folders and names[_key(name)] > 1:
            wish = _clean(f"{path.absolute().parent.name}-{path.name}")
        else:
            wish = name
        found.append(_free(wish, taken))
    return found


def _free(wish: str, taken: set[str]) -> str:
    """The wish, or the wish with the first number that nobody has; it is taken from then on."""
    name = (
        wish if _key(wish) not in taken else next(f"{wish}-{n}" for n in count(2) if _key(f"{wish}-{n}") not in taken)
    )
    taken.add(_key(name))
    return name


def _clean(name: str) -> str:
    """A name that any program can open: no control characters, no bytes that are not UTF-8, not too long."""
    return shown(name).replace("\ufffd", "_").encode()[:_LONGEST].decode(errors="ignore")


def _key(name: str) -> str:
    """What makes names the same file somewhere: disks of Windows and macOS know neither case nor composition."""
    return normalize("NFC", name).casefold()
