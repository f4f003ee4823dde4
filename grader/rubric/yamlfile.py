"""YAML read strictly, with a line number for every complaint.

Teachers write these files by hand, so every mistake gets one sentence: file, line, what, and "did you mean".
References between parts (``&x``/``*x``) are refused: nobody needs them here and they can blow a file up.
"""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn

import yaml

from grader.errors import RubricError

MAX_BYTES = 1_000_000
MAX_DEPTH = 12


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


class File:
    """One parsed YAML file: its label for messages and its root node."""

    def __init__(self, data: bytes, label: str) -> None:
        self.label = label
        if len(data) > MAX_BYTES:
            raise RubricError(f"{label}: larger than {MAX_BYTES // 1000} kB; a rubric is not")
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise RubricError(f"{label}:{line}: not UTF-8 text; save the file with encoding UTF-8") from None
        try:
            depth = 0
            for event in yaml.parse(text, yaml.SafeLoader):
                depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
                if isinstance(event, yaml.AliasEvent):
                    raise RubricError(
                        f"{label}:{_line(event)}: references (*{event.anchor}) are not allowed; write the part out"
                    )
                if depth > MAX_DEPTH:
                    raise RubricError(f"{label}:{_line(event)}: nested too deep")
            root = yaml.compose(text, yaml.SafeLoader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            where = f"{label}:{mark.line + 1}" if mark else label
            raise RubricError(
                f"{where}: not valid YAML ({error.problem or error.context}); check colons, quotes and indents there"
            ) from None
        except (yaml.YAMLError, RecursionError) as error:
            raise RubricError(f"{label}: not valid YAML ({str(error).splitlines()[0]})") from None
        if root is None:
            raise RubricError(f"{label}: the file is empty")
        self.root: yaml.Node = root

    def fail(self, node: yaml.Node, message: str) -> NoReturn:
        """Refuses the file because of one node."""
        raise RubricError(f"{self.label}:{node.start_mark.line + 1}: {message}")

    def fields(self, node: yaml.Node, what: str, known: tuple[str, ...] = (), required: tuple[str, ...] = ()) -> Fields:
        """A mapping with known keys only; ``known`` empty lets any key pass."""
        if not isinstance(node, yaml.MappingNode):
            self.fail(node, f"{what} must be a list of 'key: value' lines")
        found = Fields(self, node)
        for key_node, value in node.value:
            key = self.text(key_node, "a key")
            if known and key not in known:
                comma = "; put quotes round a text that holds a comma" if " " in key else ""
                self.fail(key_node, f"unknown key {key!r} in {what}{suggest(key, known) or comma}")
            if key in found:
                self.fail(key_node, f"{key!r} is given twice in {what}")
            found[key] = value
        for key in required:
            if key not in found:
                self.fail(node, f"{what} lacks {key!r}")
        return found

    def items(self, node: yaml.Node, what: str) -> list[yaml.Node]:
        """The members of a list."""
        if not isinstance(node, yaml.SequenceNode):
            self.fail(node, f"{what} must be a list")
        return list(node.value)

    def text(self, node: yaml.Node, what: str) -> str:
        """A scalar as it was written: "no" stays "no"."""
        if not isinstance(node, yaml.ScalarNode):
            self.fail(node, f"{what} must be one piece of text")
        return str(node.value).strip()

    def texts(self, node: yaml.Node, what: str) -> tuple[str, ...]:
        """A list of pieces of text."""
        return tuple(self.text(item, f"an entry of {what}") for item in self.items(node, what))

    def number(self, node: yaml.Node, what: str, low: float = 0, high: float = 1e6) -> float:
        """A number within bounds."""
        text = self.text(node, what)
        try:
            value = float(text)
        except ValueError:
            self.fail(node, f"{what} must be a number, not {text!r}")
        if not low <= value <= high:
            self.fail(node, f"{what} must be between {low:g} and {high:g}, not {value:g}")
        return value

    def choice(self, node: yaml.Node, what: str, options: tuple[str, ...]) -> Any:
        """One of a few words."""
        text = self.text(node, what)
        if text not in options:
            self.fail(node, f"{what} is {text!r}, but must be one of {', '.join(options)}{suggest(text, options)}")
        return text


class Fields(dict[str, yaml.Node]):
    """The checked keys of one mapping, and its values by type; an absent key gives the default."""

    def __init__(self, file: File, node: yaml.Node) -> None:
        super().__init__()
        self.file = file
        self.node = node

    def text(self, key: str, default: str = "") -> str:
        return self.file.text(self[key], repr(key)) if key in self else default

    def texts(self, key: str) -> tuple[str, ...]:
        return self.file.texts(self[key], repr(key)) if key in self else ()

    def number(self, key: str, default: float = 0.0, low: float = 0, high: float = 1e6) -> float:
        return self.file.number(self[key], repr(key), low, high) if key in self else default

    def whole(self, key: str, default: int = 0, low: int = 0, high: int = 50_000) -> int:
        value = self.number(key, default, low, high)
        if value != int(value):
            self.file.fail(self[key], f"{key!r} must be a whole number, not {value:g}")
        return int(value)

    def choice(self, key: str, options: tuple[str, ...], default: str) -> Any:
        return self.file.choice(self[key], repr(key), options) if key in self else default

    def listed(self, key: str) -> list[yaml.Node]:
        return self.file.items(self[key], repr(key)) if key in self else []


def suggest(word: str, known: tuple[str, ...]) -> str:
    """``; did you mean 'x'?`` where something known is near."""
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    return f"; did you mean {near[0]!r}?" if near else ""


def read(path: Path) -> File:
    """Opens and parses a YAML file.

    Raises:
        RubricError: it cannot be opened or is not strict YAML.
    """
    try:
        return File(path.read_bytes(), str(path))
    except FileNotFoundError:
        raise RubricError(f"{path}: no such file; check the name") from None
    except OSError as error:
        raise RubricError(f"{path}: cannot be read ({error.strerror})") from None
