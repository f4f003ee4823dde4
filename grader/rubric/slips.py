"""What went wrong where YAML cannot be read, in words for somebody who writes no code.

A YAML parser says where it gave up and what it would have liked to see. The slips that teachers make are few: a colon in
a text, a tab, a dash without its space, a quote or bracket left open. Each has a finder below, asked in turn, the surest
sign first; the first that knows the slip names it. They look at the lines around the place more than at the
parser's words, because those differ between its two builds (with and without libyaml).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml's is ten times as quick

CURLY = "“”„‟‘’‚‛«»"
_BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")  # what YAML takes for the end of a line
_TIGHT_DASH = re.compile(r"""\s*-(?=[^\W\d_]|["'“‘{\[])""")
_TIGHT_COLON = re.compile(r"\s*(?:-\s+)?\{?\s*([a-z_]+):(?=[^\s/:])")
_CURLY_QUOTED = re.compile(rf"(?:^|[:\[{{,]|-)\s*[{CURLY}]")
_NO_KEY = "neither a 'key: value' line nor part of the text above; add the colon, or quotes round a text"
_KEY_AND_TEXT = re.compile(r"\s*(?:-\s+)?([a-z_]+):\s+([^\s\[{].*?)\s*$")


class Slip(Exception):
    """A fault at one line of a file (0: the file as a whole), in one sentence."""

    def __init__(self, line: int, sentence: str) -> None:
        super().__init__(sentence)
        self.line = line


@dataclass(frozen=True)
class _Place:
    """Where the parser gave up (``line``, ``column``), where the part began that it was reading (``since``); from 0."""

    text: str
    lines: list[str]
    line: int
    column: int
    since: int
    reading: str  # the parser's words for that part, such as "while parsing a flow sequence"
    problem: str

    @property
    def here(self) -> str:
        return self.lines[self.line]

    @property
    def near(self) -> tuple[int, ...]:
        """The lines to look at, the likeliest first."""
        return self.line, self.since, max(self.line - 1, 0)


def split_lines(text: str) -> list[str]:
    """The lines as YAML counts them."""
    return _BREAK.split(text)


def explain(text: str, error: yaml.YAMLError) -> Slip:
    """The slip behind a parser's error."""
    mark = error.problem_mark or error.context_mark if isinstance(error, yaml.MarkedYAMLError) else None
    if not isinstance(error, yaml.MarkedYAMLError) or mark is None:
        return Slip(0, f"not valid YAML ({str(error).splitlines()[0]})")
    lines = split_lines(text)
    line = min(mark.line, len(lines) - 1)
    since = min(error.context_mark.line, line) if error.context_mark else line
    place = _Place(text, lines, line, mark.column, since, error.context or "", error.problem or "")
    found = next(filter(None, (finder(place) for finder in _FINDERS)), None)
    said = place.problem or place.reading
    return found or Slip(line + 1, f"not valid YAML ({said}); check colons, quotes and indents there")


def dash_without_space(line: str) -> bool:
    """Whether a line begins with "-The", where "- The" was meant."""
    return bool(_TIGHT_DASH.match(line))


def _tab(place: _Place) -> Slip | None:
    if "\t" in place.here[: len(place.here) - len(place.here.lstrip())]:
        return Slip(place.line + 1, "the line begins with a tab; use spaces")
    return None


def _tight_dash(place: _Place) -> Slip | None:
    for i in place.near:
        if dash_without_space(place.lines[i]):
            return Slip(i + 1, "put a space after the dash that begins the line")
    return None


def _open_quote(place: _Place) -> Slip | None:
    if "quoted scalar" not in place.reading:
        return None
    if "escape" in place.problem:
        return Slip(place.line + 1, "a backslash in double quotes means something else; use single quotes (')")
    return Slip(place.since + 1, "the quote that opens in this line is never closed; close it at the end of its text")


def _early_quote(place: _Place) -> Slip | None:
    """A quoted text that ends before its line does: the next quote closed an open one, or the text goes on."""
    for start, end in reversed(_quoted(place)):
        rest = place.lines[end.line][end.column :].strip() if end.line < len(place.lines) else ""
        if not rest or rest[0] in ",]}:#" or end.line not in place.near:
            continue
        if start.line < end.line:
            closed = f"closed only in line {end.line + 1}; close it at the end of its text"
            return Slip(start.line + 1, f"the quote that opens in this line is {closed}")
        other = "single quotes (')" if place.lines[start.line][start.column] == '"' else 'double quotes (")'
        return Slip(end.line + 1, f"the text goes on after its closing quote; put {other} round all of it")
    return None


def _quoted(place: _Place) -> list[tuple[yaml.Mark, yaml.Mark]]:
    """Start and end of every quoted text up to the place."""
    found = []
    try:
        for token in yaml.scan(place.text, LOADER):
            if token.start_mark.line > place.line:
                break
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                found.append((token.start_mark, token.end_mark))
    except yaml.YAMLError:
        pass  # the slip that we are looking into: what was seen up to it is what we want
    return found


def _curly_quotes(place: _Place) -> Slip | None:
    for i in place.near[:2]:
        if _CURLY_QUOTED.search(place.lines[i]):
            return Slip(i + 1, 'curly quotes (“ ”) do not mark a text; use straight ones (")')
    return None


def _tight_colon(place: _Place) -> Slip | None:
    for i in place.near:
        key = _TIGHT_COLON.match(place.lines[i])
        if key:
            return Slip(i + 1, f"put a space after the colon of '{key[1]}:'")
    return None


def _bracket(place: _Place) -> Slip | None:
    char = place.here[place.column : place.column + 1]
    if "flow" not in place.reading:
        return Slip(place.line + 1, f"{char} closes a bracket that was not opened") if char and char in "]}" else None
    opened, closer = ("[", "]") if "sequence" in place.reading else ("{", "}")
    if char and char in "]}":
        said = f"the {opened} opened in line {place.since + 1} is closed with {char}; use {closer}"
        return Slip(place.line + 1, said)
    if place.line > place.since or not place.here[place.column :].strip():
        said = f"the {opened} opened in this line is not closed; put {closer} where its list ends"
        return Slip(place.since + 1, said)
    rest = place.here[place.column :].strip()
    said = f"before {rest[:20]!r} a comma is missing, or {closer}, or quotes round a text that holds a bracket or comma"
    return Slip(place.line + 1, said)


def _colon(place: _Place) -> Slip | None:
    if place.here[place.column : place.column + 1] != ":" or not place.here[: place.column].strip():
        return None
    part = re.split(r"[,{\[]", place.here[: place.column])[-1].strip().removeprefix("- ")
    if re.fullmatch(r"[\w.-]+", part):  # a key of its own, only out of line
        return None
    return Slip(place.line + 1, f"put the text in quotes, because it holds a colon: {_example(place.here)}")


def _example(line: str) -> str:
    """The line's own text in quotes, where it stands alone in its line."""
    found = _KEY_AND_TEXT.match(line)
    if not found or len(found[2]) > 60:
        return 'title: "One: two"'
    mark = "'" if '"' in found[2] else '"'
    return f"{found[1]}: {mark}{found[2]}{mark}"


def _first_character(place: _Place) -> Slip | None:
    """A sign that YAML keeps for itself: "% of the marks", "@home", "* a point"."""
    if "cannot start any token" in place.problem or "alias" in place.reading or "anchor" in place.reading:
        return Slip(
            place.line + 1, "put quotes round a text that begins with a sign; a line of a list begins with '- '"
        )
    return None


def _indent(place: _Place) -> Slip | None:
    if "sequence entries are not allowed" in place.problem:
        return Slip(place.line + 1, "a list begins on a line of its own, under its key: each of its lines with '- '")
    if "block" in place.reading or "<document start>" in place.problem:
        said = "the line does not line up with those it belongs to; begin it under them, with the same number of spaces"
        return Slip(place.line + 1, said)
    if "mapping values are not allowed" in place.problem:
        above = place.lines[place.line - 1].strip()
        if above and ":" not in above:
            return Slip(place.line, _NO_KEY)
        return Slip(place.line + 1, "the line is indented under one that has a value already; line it up with that one")
    if "simple key" in place.reading:
        return Slip(place.since + 1, _NO_KEY)
    return None


_FINDERS: tuple[Callable[[_Place], Slip | None], ...] = (
    _tab,
    _tight_dash,
    _open_quote,
    _early_quote,
    _curly_quotes,
    _tight_colon,
    _colon,
    _bracket,
    _first_character,
    _indent,
)
