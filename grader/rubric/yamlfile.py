"""YAML read strictly, with a line number for every complaint.

Teachers write these files by hand, so every mistake gets one sentence: file, line, what, and "did you mean". What is
no YAML at all is found in :mod:`grader.rubric.syntax`; here are the questions that a reader asks of its parts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn

import yaml

from grader import files
from grader.errors import InputError, RubricError
from grader.rubric.slips import CURLY, Slip
from grader.rubric.syntax import MAX_BYTES, has_control, parse

_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)")
_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_LONGEST_QUOTE = 60


class File:
    """One parsed YAML file: its label for messages and its root node."""

    def __init__(self, data: bytes, label: str) -> None:
        self.label = label
        try:
            self.root: yaml.Node = parse(data)
        except Slip as slip:
            where = f"{label}:{slip.line}" if slip.line else label
            raise RubricError(f"{where}: {slip}") from None

    def fail(self, node: yaml.Node, message: str) -> NoReturn:
        """Refuses the file because of one node."""
        raise RubricError(f"{self.label}:{line_of(node)}: {message}")

    def fields(self, node: yaml.Node, what: str, known: tuple[str, ...] = (), required: tuple[str, ...] = ()) -> Fields:
        """A mapping with known keys only; ``known`` empty lets any key pass."""
        if not isinstance(node, yaml.MappingNode):
            self.fail(node, f"{what} must be 'key: value' lines{_instead(node)}")
        found = Fields(self, node, what)
        for key_node, value in node.value:
            key = self.text(key_node, "a key")
            if known and key not in known:
                self.fail(key_node, f"unknown key {quote(key)} in {what}{_key_hint(key, value, node, known)}")
            if key in found:
                self.fail(key_node, f"{quote(key)} is given twice in {what}; delete one")
            found[key] = value
        for key in required:
            if key not in found:
                self.fail(node, f"{what} lacks {key!r}; add it")
        return found

    def items(self, node: yaml.Node, what: str) -> list[yaml.Node]:
        """The members of a list."""
        if not isinstance(node, yaml.SequenceNode):
            self.fail(node, f"{what} must be a list ('- ' lines, or [one, two]){_instead(node)}")
        return list(node.value)

    def text(self, node: yaml.Node, what: str) -> str:
        """A scalar as it was written: "no" stays "no"."""
        if not isinstance(node, yaml.ScalarNode):
            self.fail(node, f"{what} must be one piece of text{_instead(node)}{_text_hint(node)}")
        text = str(node.value).strip()
        if not node.style and _in_curly_quotes(text):
            self.fail(node, f'curly quotes (“ ”) do not mark a text; use straight ones (") round {quote(text[1:-1])}')
        if has_control(text):
            self.fail(node, f"{what} holds a character that cannot be printed; delete it")
        return text

    def words(self, node: yaml.Node, what: str) -> str:
        """A text that must not be empty, on one line."""
        text = " ".join(self.text(node, what).split())
        if not text:
            self.fail(node, f"{what} is empty; give it words")
        return text

    def name(self, node: yaml.Node, what: str) -> str:
        """An id. Ids come in reports, columns and file names, so only what is safe in all of them is let in."""
        text = self.text(node, what)
        if not _SAFE.fullmatch(text):
            hint = f", such as {slug(text)!r}" if slug(text) else ""
            self.fail(
                node,
                f"{what} is {quote(text)}; use letters (a to z), digits, hyphens, underscores and dots, 64 at most{hint}",
            )
        return text

    def number(self, node: yaml.Node, what: str, low: float = 0, high: float = 1e6) -> float:
        """A number within bounds."""
        return self.number_in(self.text(node, what), node, what, low, high)

    def number_in(self, text: str, node: yaml.Node, what: str, low: float, high: float) -> float:
        """The number that a text, such as that of a node, consists of."""
        if not text:
            self.fail(node, f"{what} is empty; give a number")
        if not _NUMBER.fullmatch(text):
            self.fail(node, f"{what} must be a number, not {quote(text)}{_number_hint(text, high)}")
        value = float(text)
        if not low <= value <= high:
            share = "; 1 stands for all of the marks" if high == 1 else ""
            self.fail(node, f"{what} must be between {low:g} and {high:g}, not {quote(text)[1:-1]}{share}")
        return value

    def marks(self, node: yaml.Node, what: str, high: float, low: float = 0) -> float:
        """Marks: two decimals at most, because every sum must re-add to the hundredth."""
        value = self.number(node, what, low, high)
        if value != round(value, 2):
            self.fail(node, f"{what} may have two decimals at most, not {quote(str(node.value))[1:-1]}; round it")
        return value

    def positive(self, node: yaml.Node, what: str, high: float = 1000) -> float:
        """Marks above 0."""
        value = self.marks(node, what, high)
        if value == 0:
            self.fail(node, f"{what} must be above 0; give it marks, or leave it out")
        return value

    def whole(self, node: yaml.Node, what: str, low: int, high: int) -> int:
        """A whole number within bounds."""
        value = self.number(node, what, low, high)
        if value != int(value):
            self.fail(node, f"{what} must be a whole number, not {value:g}")
        return int(value)

    def choice(self, node: yaml.Node, what: str, options: tuple[str, ...]) -> Any:
        """One of a few words."""
        text = self.text(node, what)
        if text not in options:
            said = f"{what} is {quote(text)}, but must be one of {', '.join(options)}"
            self.fail(node, said + suggest(text, options))
        return text


class Fields(dict[str, yaml.Node]):
    """The checked keys of one mapping, and its values by type; an absent key gives the default."""

    def __init__(self, file: File, node: yaml.Node, what: str) -> None:
        super().__init__()
        self.file = file
        self.node = node
        self.what = what

    def text(self, key: str, default: str = "") -> str:
        return self.file.text(self[key], repr(key)) if key in self else default

    def words(self, key: str, default: str = "") -> str:
        return self.file.words(self[key], repr(key)) if key in self else default

    def name(self, default: str = "") -> str:
        return self.file.name(self["id"], f"the id of {self.what}") if "id" in self else default

    def number(self, key: str, default: float = 0.0, low: float = 0, high: float = 1e6) -> float:
        return self.file.number(self[key], repr(key), low, high) if key in self else default

    def marks(self, key: str, default: float = 0.0, low: float = 0, high: float = 1000) -> float:
        return self.file.marks(self[key], repr(key), high, low) if key in self else default

    def positive(self, key: str) -> float:
        return self.file.positive(self[key], repr(key))

    def whole(self, key: str, default: int = 0, low: int = 0, high: int = 50_000) -> int:
        return self.file.whole(self[key], repr(key), low, high) if key in self else default

    def choice(self, key: str, options: tuple[str, ...], default: str) -> Any:
        return self.file.choice(self[key], repr(key), options) if key in self else default

    def listed(self, key: str) -> list[yaml.Node]:
        return self.file.items(self[key], repr(key)) if key in self else []


class Once:
    """Names of one kind, each of which may be given once; "A" and "a" are one, for the file systems where they are."""

    def __init__(self, file: File, what: str) -> None:
        self.file = file
        self.what = what
        self.lines: dict[str, int] = {}

    def take(self, name: str, node: yaml.Node) -> str:
        """The name, refused when it was taken before."""
        before = self.lines.get(name.casefold())
        if before is not None:
            self.file.fail(node, f"two {self.what} {quote(name)} (the other in line {before}); change one")
        self.lines[name.casefold()] = line_of(node)
        return name


def line_of(node: yaml.Node) -> int:
    """The line a node begins in, from 1."""
    line: int = node.start_mark.line
    return line + 1


def quote(text: str) -> str:
    """A text in a message: in quotes, on one line, and no longer than a line."""
    return repr(text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…")


def slug(text: str) -> str:
    """A text as a safe id: "Very good (65%)" is "Very-good-65"; empty where no letter or digit of it can stand."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9._]+", "-", plain).strip("-._")[:64].rstrip("-._")


def suggest(word: str, known: Iterable[str]) -> str:
    """``; did you mean 'x'?`` where something known is near."""
    near = get_close_matches(word, known, n=1, cutoff=0.6) if len(word) <= _LONGEST_QUOTE else []
    return f"; did you mean {near[0]!r}?" if near else ""


def _instead(node: yaml.Node) -> str:
    """What stands where something else is due."""
    if isinstance(node, yaml.SequenceNode):
        return ", not a list"
    if isinstance(node, yaml.MappingNode):
        return ", not 'key: value' lines"
    return f", not the text {quote(str(node.value))}" if node.value else "; there is nothing"


def _text_hint(node: yaml.Node) -> str:
    """A colon or bracket in a text without quotes makes something else of it."""
    if isinstance(node, yaml.CollectionNode) and node.flow_style:
        return "; put quotes round a text that begins with a bracket"
    return "; put quotes round a text that holds a colon" if isinstance(node, yaml.MappingNode) else ""


def _key_hint(key: str, value: yaml.Node, mapping: yaml.MappingNode, known: tuple[str, ...]) -> str:
    """What a key that is not known may come of: a slip of the pen, or a text without quotes that fell apart."""
    if suggest(key, known):
        return suggest(key, known)
    if key.partition(":")[0] in known:
        return "; put a space after the colon"
    if key and (key[0] in CURLY or key[-1] in CURLY):
        return '; use straight quotes (") or none'
    if mapping.flow_style and isinstance(value, yaml.ScalarNode) and not value.value:
        return "; put quotes round a text that holds a comma, and no comma in a number"
    if not re.fullmatch(r"[a-z_]+", key):
        return "; put quotes round a text that holds a colon"
    return f" (known: {', '.join(known)})"


def _number_hint(text: str, high: float) -> str:
    """What a teacher may have meant as a number."""
    if re.fullmatch(r"[0-9]{1,3}(,[0-9]{3})+", text):
        return f"; write {text.replace(',', '')}"
    if re.fullmatch(r"[0-9]+,[0-9]+", text):
        return f"; write {text.replace(',', '.')}"
    found = re.match(r"([0-9]{1,9}(?:\.[0-9]{1,9})?)\s*(%|[A-Za-z])", text)
    if not found:
        return ""
    is_share = found[2] == "%" and high == 1
    return f"; write {float(found[1]) / 100 if is_share else float(found[1]):g} alone"


def _in_curly_quotes(text: str) -> bool:
    """Whether all of a text stands in one pair of curly quotes, as word processors set them."""
    return len(text) > 2 and text[0] in CURLY and text[-1] in CURLY and text[0] not in text[1:-1]


def read(path: Path) -> File:
    """Opens and parses a YAML file.

    Raises:
        RubricError: it cannot be opened or is not strict YAML.
    """
    try:
        data = files.read(path, MAX_BYTES, "a rubric or points file")
    except InputError as error:
        raise RubricError(str(error)) from None
    return File(data, files.shown(path))
