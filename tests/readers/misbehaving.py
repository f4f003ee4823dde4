"""Readers that do what a broken parser might: each module-like object is named by a test and run in the child."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

from grader.errors import InputError
from grader.readers.document import Part, Run


def _said(text: str) -> tuple[Part, ...]:
    return (Part("paragraph", (Run(text),)),)


def _spins(data: bytes, label: str) -> Any:
    while True:
        pass


def _sleeps(data: bytes, label: str) -> Any:
    import time

    time.sleep(60)


def _grows(data: bytes, label: str) -> Any:
    kept = []
    while True:
        kept.append(bytearray(10_000_000))


def _dies(data: bytes, label: str) -> Any:
    import os

    os._exit(3)


def _crashes(data: bytes, label: str) -> Any:
    import ctypes

    ctypes.string_at(0)


def _chatters(data: bytes, label: str) -> Any:
    import os

    sys.stdout.write("words in the way")
    sys.stdout.flush()
    os.write(1, b"\xff" * 100)
    os.write(2, b"\xff" * 100)
    return _said("Said at last.")


def _tries(data: bytes, label: str) -> Any:
    """Runs the file's content as Python and says what came of it."""
    try:
        exec(data, {})
    except Exception as error:
        return _said(f"{type(error).__name__}: {error}")
    return _said("done")


WAYS: dict[str, Callable[[bytes, str], Any]] = {
    "echoes": lambda data, label: _said(data.decode()),
    "counts": lambda data, label: _said(f"{len(data)} {data[:1]!r}{data[-1:]!r}"),
    "refuses": lambda data, label: (_ for _ in ()).throw(InputError(f"{label}: not today; try tomorrow")),
    "fails": lambda data, label: 1 / 0,
    "nests": lambda data, label: WAYS["nests"](data, label),
    "floods": lambda data, label: _said("word " * 2_000_000),
    "halves": lambda data, label: _said("a \ud83d b"),
    "identifies": lambda data, label: _said(str(importlib.import_module("os").getpid())),
    "spins": _spins,
    "sleeps": _sleeps,
    "grows": _grows,
    "dies": _dies,
    "crashes": _crashes,
    "chatters": _chatters,
    "tries": _tries,
}


class _Reader(ModuleType):
    def __init__(self, way: str) -> None:
        super().__init__(f"{__name__}.{way}")
        self.parts = WAYS[way]


__path__: list[str] = []  # so that what is below can be imported by its full name
for _way in WAYS:
    sys.modules[f"{__name__}.{_way}"] = _Reader(_way)
