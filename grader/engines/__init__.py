"""Language engines behind one small protocol, made once a process on first use.

An engine gets plain text and says where it sees an error. What of that is shown is settled elsewhere
(``checks/language/errors/engine.py``): engines flag names and style as freely as errors.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Protocol

from grader.errors import EngineError

NAMES = ("auto", "lingotweaker", "languagetool", "own", "none")
LANGUAGES = ("en-GB", "en-US")


@dataclass(frozen=True, slots=True)
class Match:
    """One place an engine flags: ``start`` and ``end`` are code points into the text it was given."""

    start: int
    end: int
    message: str
    replacements: tuple[str, ...]
    rule: str
    category: str


class Engine(Protocol):
    """A language engine: its name, its version, and the matches it sees in a text."""

    name: str
    version: str

    def check(self, text: str) -> list[Match]: ...


def label(engine: Engine | None) -> str:
    """What marked the language, with all versions that findings depend on: "lingotweaker 0.2.8, parser 3.8.0"."""
    if engine is None:
        return "none"
    from grader.engines.parser import parser_version

    named = f"{engine.name} {engine.version}" if engine.version else engine.name
    return f"{named}, parser {parser_version()}"


def make(name: str, language: str = "en-GB") -> Engine | None:
    """The engine of this name; None for ``none``, and for ``auto`` where none is installed.

    ``auto`` takes a configured LanguageTool first (somebody set it up on purpose), then lingotweaker, then ``own``:
    our checks with the parser. ``none`` runs without the parser as well. Nothing is ever downloaded.

    Raises:
        EngineError: the engine was asked for by name and cannot run; the message says how to mend that.
    """
    if name == "none":
        return None
    if name != "auto":
        return _made(name, language)
    for candidate in candidates():
        if candidate in _gone:
            continue
        try:
            return _made(candidate, language)
        except EngineError:
            continue
    return None


_gone: dict[str, str] = {}


def give_up(engine: Engine, reason: str) -> None:
    """Notes that an engine stopped working: ``auto`` does not ask it again in this process."""
    _gone[engine.name] = reason


def given_up() -> tuple[str, ...]:
    """Why each engine was given up, in the order in which they were."""
    return tuple(_gone.values())


def candidates() -> tuple[str, ...]:
    """Engines that ``auto`` tries, best first."""
    from grader.engines.languagetool import configured

    return (*(("languagetool",) if configured() else ()), "lingotweaker", "own")


@cache
def _made(name: str, language: str) -> Engine:
    engine: Engine = import_module(f"grader.engines.{name}").make(language)
    return engine
