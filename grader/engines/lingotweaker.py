"""lingotweaker: LanguageTool's own rules without Java (LGPL-2.1+; wheels for Linux x86-64 only).

Its speller is American whatever the language (release 0.2.8 loads en_US.dict for en-GB), so for British English
it is shown a folder in which the en_GB dictionary goes by the American name. The folder holds links only and is gone
once the engine has loaded. Its offsets are UTF-8 bytes; matches are given in code points.
"""

from __future__ import annotations

import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from grader.engines import Match
from grader.errors import EngineError

_SPELLER = ("en_US.dict", "en_US.info", "spelling_en-US.txt")


class Lingotweaker:
    """The engine loaded for one language. Loading takes about 1.7 s, checking about 0.2 s an essay."""

    name = "lingotweaker"

    def __init__(self, language: str) -> None:
        import lingotweaker_data_en
        import lt_py

        self.version = version("lingotweaker")
        data = Path(lingotweaker_data_en.data_dir())
        if language == "en-GB":
            with tempfile.TemporaryDirectory(prefix="grader-") as folder:
                _british_view(data, Path(folder))
                self._engine: Any = lt_py.Engine(language, data_dir=folder)
        else:
            self._engine = lt_py.Engine(language, data_dir=str(data))

    def check(self, text: str) -> list[Match]:
        """Matches in ``text``, by place."""
        places = _code_points(text)
        found = []
        for raw in self._engine.check(text):
            start, end = places[raw["offset"]], places[raw["offset"] + raw["length"]]
            found.append(
                Match(
                    start,
                    end,
                    raw["message"],
                    tuple(raw["suggestions"][:5]),
                    raw["rule_id"],
                    raw["category_id"],
                )
            )
        return sorted(found, key=lambda match: (match.start, match.end, match.rule))


def make(language: str) -> Lingotweaker:
    """The engine; see :func:`grader.engines.make`."""
    try:
        return Lingotweaker(language)
    except (ImportError, PackageNotFoundError):
        raise EngineError(
            "the engine lingotweaker is not installed (its wheels are for Linux on x86-64 only); "
            "install it with 'pip install lingotweaker lingotweaker-data-en', or use --engine languagetool or --engine none"
        ) from None
    except OSError as error:
        raise EngineError(
            f"the engine lingotweaker cannot lay out its data ({error}); use --engine none, or free some space in the temporary folder"
        ) from None


def _british_view(data: Path, folder: Path) -> None:
    """Links to the engine's data, with the en_GB speller under the en_US names."""
    for path in data.iterdir():
        if path.name != "en":
            (folder / path.name).symlink_to(path)
    (folder / "en" / "hunspell").mkdir(parents=True)
    for path in (data / "en").iterdir():
        if path.name != "hunspell":
            (folder / "en" / path.name).symlink_to(path)
    for path in (data / "en" / "hunspell").iterdir():
        british = path.with_name(path.name.replace("US", "GB")) if path.name in _SPELLER else path
        (folder / "en" / "hunspell" / path.name).symlink_to(british)


def _code_points(text: str) -> list[int]:
    """For every UTF-8 byte offset of ``text`` (and its end) the code point it belongs to."""
    places: list[int] = []
    for i, char in enumerate(text):
        places += [i] * len(char.encode())
    return [*places, len(text)]
