"""Writing files whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from grader.errors import OutputError


def make_folder(folder: Path) -> None:
    """Makes the output folder.

    Raises:
        OutputError: it cannot be made or written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise OutputError(f"{folder}: a file of this name is in the way; choose another folder with --out") from None
    except OSError as error:
        raise OutputError(f"{folder}: cannot be made ({error.strerror}); choose another folder with --out") from None
    if not os.access(folder, os.W_OK | os.X_OK):
        raise OutputError(f"{folder}: cannot be written to; choose another folder with --out")


def write(path: Path, data: bytes) -> None:
    """Writes under a temporary name and renames: nobody ever sees half a file.

    Raises:
        OutputError: the file cannot be written; what stood there before stands there still.
    """
    temporary = path.with_name(f".{path.name}.part")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise OutputError(f"{path}: cannot be written ({error.strerror}); choose another folder with --out") from None
    except BaseException:  # an interrupt must not leave the temporary file behind
        temporary.unlink(missing_ok=True)
        raise
