"""Files -> essays: one module a format, chosen by the file's suffix. All refusals are one sentence."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from grader.errors import InputError
from grader.model import Essay

FORMATS = {".txt": "plain", ".text": "plain", ".md": "plain", ".markdown": "plain"}
MAX_BYTES = 20_000_000
MAX_WORDS = 50_000

_SAVE_AS_TEXT = "save it as plain text (.txt) or Markdown (.md) first"


def read(path: Path) -> Essay:
    """Reads one essay.

    Raises:
        InputError: the file cannot be read, is of an unknown kind, is empty, too large, or not text.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise InputError(f"{path}: larger than {MAX_BYTES // 1_000_000} MB; an essay is not")
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"{path}: no such file; check the name") from None
    except IsADirectoryError:
        raise InputError(f"{path}: a folder, not an essay") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check its permissions") from None
    return read_bytes(data, path.name, label=str(path))


def read_bytes(data: bytes, name: str, *, label: str = "") -> Essay:
    """The essay in a file's content.

    Args:
        data: the file's bytes.
        name: the file's name; its suffix says what it is, its stem names the essay.
        label: what to call it in messages, if not ``name``.
    """
    label = label or name
    suffix = Path(name).suffix.lower()
    if suffix not in FORMATS:
        kinds = ", ".join(sorted(FORMATS))
        raise InputError(
            f"{label}: cannot read {suffix or 'a file without suffix'}; {_SAVE_AS_TEXT} (read now: {kinds})"
        )
    reader = import_module(f"grader.readers.{FORMATS[suffix]}")
    essay: Essay = reader.read(data, Path(name).stem, label)
    if essay.words > MAX_WORDS:
        raise InputError(
            f"{label}: {essay.words:,} words; one answer of at most {MAX_WORDS:,} words can be marked, so split the file"
        )
    return essay
