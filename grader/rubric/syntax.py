"""Bytes -> YAML nodes, with nothing in them that a rubric does not need.

References and tags are refused (nobody needs them here, ``*x`` can blow a file up, and a text that happens to begin with
one of their signs would lose its first word), so is whatever is larger than any rubric, before it is
worked on. Texts that YAML folds out of lines meant as a list are refused too: they would be lost without a word.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from grader.rubric.slips import LOADER, Slip, dash_without_space, explain, split_lines

MAX_BYTES = 1_000_000
MAX_DEPTH = 12
MAX_ENTRIES = 500  # in one list or mapping; whole classes' points files hold a tenth of it
MAX_TEXT = 10_000  # characters in one text

_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LIST_LINE = re.compile(r"\s*-\s")
_OR_QUOTES = "write the part out, or put quotes round a text that begins with {}"
_SWALLOWED = (
    "this line would be read as part of the text above it; "
    "put a space after its dash and line it up with the dash above, or put quotes round a text of several lines"
)
_FORMATS = (
    (b"PK\x03\x04", "a Word or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"%PDF", "a PDF file"),
)


def parse(data: bytes) -> yaml.Node:
    """The root of a file's nodes.

    Raises:
        Slip: it is not strict YAML in UTF-8, is empty, or holds what no rubric needs.
    """
    text = _decoded(data)
    lines = split_lines(text)
    try:
        _refuse_excess(text, lines)
        root = yaml.compose(text, LOADER)
    except yaml.YAMLError as error:
        raise explain(text, error) from None
    if root is None:
        raise Slip(0, "the file is empty; 'grader rubric show css-current-affairs --yaml' prints one to start from")
    return root


def has_control(text: str) -> bool:
    """Whether a text holds characters that cannot be printed (YAML lets them in as "\\x1b")."""
    return _CONTROL.search(text) is not None


def _decoded(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise Slip(0, f"larger than {MAX_BYTES // 1_000_000} MB, which no rubric is; look whether it is the right file")
    for start, what in _FORMATS:
        if data.startswith(start):
            raise Slip(0, f"this is {what}, not plain text; copy its words into a plain text file")
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Slip(0, "this is not a text file; write the rubric in a plain text editor")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Slip(line, "not UTF-8 text; save the file with encoding UTF-8") from None
    control = _CONTROL.search(text)
    if control:
        line = len(split_lines(text[: control.start()]))
        raise Slip(line, f"a control character (U+{ord(control[0]):04X}) stands in this line; delete it")
    return text


def _refuse_excess(text: str, lines: list[str]) -> None:
    """Goes through the parser's events, which cost little, before any node is made of them."""
    room: list[int] = []  # for every list or mapping that is open, how many parts may still come
    for event in yaml.parse(text, LOADER):
        if isinstance(event, yaml.CollectionEndEvent):
            room.pop()
        if not isinstance(event, yaml.NodeEvent):
            continue
        line = _line(event.start_mark) + 1
        _refuse_reference(event, line)
        if room:
            room[-1] -= 1
            if room[-1] < 0:
                raise Slip(line, f"more than {MAX_ENTRIES} entries in one list; a rubric needs far fewer")
        if isinstance(event, yaml.ScalarEvent):
            _refuse_text(event, line, lines)
        else:
            room.append(MAX_ENTRIES * (2 if isinstance(event, yaml.MappingStartEvent) else 1))
            if len(room) > MAX_DEPTH:
                raise Slip(line, "nested too deep; look for a bracket that is opened too often")


def _refuse_reference(event: yaml.NodeEvent, line: int) -> None:
    if isinstance(event, yaml.AliasEvent):
        raise Slip(line, f"references (*{event.anchor}) are not allowed; {_OR_QUOTES.format('*')}")
    if event.anchor:
        raise Slip(line, f"references (&{event.anchor}) are not allowed; {_OR_QUOTES.format('&')}")
    if getattr(event, "tag", None):
        raise Slip(line, "a text that begins with ! needs quotes round it")


def _refuse_text(event: yaml.ScalarEvent, line: int, lines: list[str]) -> None:
    if len(event.value) > MAX_TEXT:
        raise Slip(line, f"a text of {len(event.value):,} characters; {MAX_TEXT:,} at most")
    if event.style or not event.value:
        return  # quoted and block texts say themselves where they end
    first, last = _line(event.start_mark), _line(event.end_mark)
    if dash_without_space(event.value) and dash_without_space(lines[first]):
        raise Slip(line, "put a space after the dash that begins the line")
    for number in range(first + 1, min(last, len(lines) - 1) + 1):
        if _LIST_LINE.match(lines[number]) or dash_without_space(lines[number]):
            raise Slip(number + 1, _SWALLOWED)


def _line(mark: Any) -> int:
    """A mark's line, from 0; the two builds have types of their own for it, and both may lack it."""
    return mark.line if mark else 0
