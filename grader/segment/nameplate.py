"""What stands over an answer and is none of it: a front-matter block, and lines that say who wrote it.

"Name: ...", "Roll No. ..." at the very top are the candidate's, and no prose of theirs. A line is only taken for one of these
where it holds labels of ``lexicon/candidates.yaml`` with values that fit them, and nothing else; a line of any other
kind stays in the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Literal

from grader.lexicon import load, words
from grader.model import Span
from grader.segment.paper_heading import paper_heading

Kind = Literal["name", "by", "id", "beside"]

_LOOKED_AT = 10  # lines of the top that hold words
_LONGEST_LINE = 1000  # signs
_SHORT_LINE = 16  # words; where a longer line stands, the answer has begun
_MOST_NAME_WORDS = 6
_MOST_BESIDE_WORDS = 8

_FRONT_MATTER = re.compile(
    r"\s*^---[ \t]*\n(?P<body>(?:[\w-]+(?: [\w.#-]+){0,2}[ \t]*:.*\n|[ \t]+.*\n|-.*\n)*?)---[ \t]*(?:\n|\Z)",
    re.MULTILINE,
)
_KEY = re.compile(r"(?m)^([\w-]+(?: [\w.#-]+){0,2})[ \t]*:[ \t]*(.*?)[ \t]*$")
_SEPARATOR = r"(?:[\s.*_]*[:：=]\s*[-–—]?|[\s.*_]*\s[-–—]+(?=\s))\s*"
_QUESTION = re.compile(r"q(?:uestion)?\b", re.IGNORECASE)
_FILLED_LINE = re.compile(r"(?m)^.*\w.*$|^[ \t]*\|.*$")
_DELIMITER_ROW = re.compile(r"\|?[\s:|-]+\|?$")
_MARKUP = " \t#>*_-•"
_EDGES = " \t,;|/*_"
_FILL = " \t_.…-–—"  # what is left to be written on: "Name: ________"
_NAME_WORD = re.compile(r"[^\W\d_][^\W\d_.'’`]*(?:[.'’`-]+[^\W\d_]*)*")
_AFTER_NAME = re.compile(r"\s*\([^()]*\)$|(?<=\w{3})\.$")
_ID_WORD = re.compile(r"[A-Z]{1,5}|(?=[\w/.-]*\d)[\w/.-]+")


@dataclass(frozen=True, slots=True)
class Nameplate:
    """Who the top of a text says wrote it ("" where it does not say), and the stretches that say it or stand beside it."""

    name: str = ""
    id: str = ""
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Field:
    kind: Kind
    value: str
    sure: bool = True  # a name in small letters is none for sure


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    place: int  # among the lines that hold words
    fields: tuple[_Field, ...]


def front_matter(text: str) -> Nameplate:
    """The block between two "---" lines at the very top."""
    match = _FRONT_MATTER.match(text)
    if not match:
        return Nameplate()
    said: dict[str, str] = {}
    for key, value in _KEY.findall(match["body"]):
        kind = kind_of(key)
        field = _field(kind, value.strip("\"'"))
        if field and field.value and (field.sure or " " in field.value):  # "name: river-essay" names the file
            said.setdefault(field.kind, field.value)
    return Nameplate(said.get("name") or said.get("by", ""), said.get("id", ""), (Span(*match.span()),))


def first_lines(text: str) -> Nameplate:
    """The lines at the top that say who wrote the answer.

    One such line is enough where it is the very first. Under other short lines (a title, the question) there must be two.
    Without labels, the heading that papers have is taken (:mod:`grader.segment.paper_heading`).
    """
    held = [line for line in _top(text, front_matter(text).spans) if line.fields]
    labels = [one for line in held for one in line.fields if one.kind != "beside"]
    form = len(labels) > 1  # two such labels make one, filled in or not
    alone = bool(held) and held[0].place == 0 and any(one.sure and one.value for one in labels)
    if not labels or not (alone or (sum(len(line.fields) for line in held) > 1 and (form or labels[0].value))):
        return _unlabelled(text)
    anchored = [line for line in held if any(one.kind != "beside" and (form or one.value) for one in line.fields)]
    held = [line for line in held if _reaches(line, held, anchored)]
    fields = [one for line in held for one in line.fields if one.value]
    name = next((one.value for one in fields if one.kind == "name"), "") or next(
        (one.value for one in fields if one.kind == "by"), ""
    )
    number = next((one.value for one in fields if one.kind == "id"), "")
    beside = _unlabelled(text)
    spans = sorted({*(line.span for line in held), *beside.spans})
    return Nameplate(name or beside.name, number, tuple(spans))


def _unlabelled(text: str) -> Nameplate:
    """The heading that papers have, with few labels or none."""
    passed = front_matter(text).spans
    name, spans = paper_heading(text, passed[-1].end if passed else 0)
    return Nameplate(name, "", spans)


def _reaches(line: _Line, held: Sequence[_Line], anchored: Sequence[_Line]) -> bool:
    """Whether a line says who wrote it, or only others like it stand between it and one that does."""
    places = {one.place for one in held}
    return any(
        all(place in places for place in range(min(line.place, one.place), max(line.place, one.place)))
        for one in anchored
    )


def _top(text: str, passed: Sequence[Span]) -> Iterator[_Line]:
    """The first lines that hold words, a table as one, with the fields of those that hold nothing else."""
    units = _units(text, passed[-1].end if passed else 0)
    for place, (span, lines) in enumerate(islice(units, _LOOKED_AT)):
        if lines[0].startswith("|"):
            fields = _table(lines)
        elif len(lines[0]) > _LONGEST_LINE:
            return
        else:
            fields = _fields(lines[0].strip(_MARKUP))
            question = _QUESTION.match(lines[0].lstrip(_MARKUP))
            if not fields and not question and len(lines[0].split()) > _SHORT_LINE:
                return
        yield _Line(span, place, fields)


def _units(text: str, start: int) -> Iterator[tuple[Span, list[str]]]:
    """Every line that holds words from a place on, stripped; neighbouring lines of a table together."""
    table: list[tuple[Span, str]] = []
    for match in _FILLED_LINE.finditer(text, start):
        line = Span(*match.span()), match.group().strip()
        if table and (not line[1].startswith("|") or text.count("\n", table[-1][0].end, line[0].start) > 1):
            yield _joined(table)
            table = []
        if line[1].startswith("|"):
            table.append(line)
        else:
            yield _joined([line])
    if table:
        yield _joined(table)


def _joined(lines: Sequence[tuple[Span, str]]) -> tuple[Span, list[str]]:
    return Span(lines[0][0].start, lines[-1][0].end), [line for _, line in lines]


def _fields(line: str) -> tuple[_Field, ...]:
    """The fields of a line that holds nothing but fields: "Name: Ali Khan   Roll No. 117"."""
    found = list(_labels().finditer(line))
    if not found or found[0].start() > 0:
        return ()
    ends = [match.start() for match in found[1:]] + [len(line)]
    fields = [
        _field(kind_of(match["label"] or match["numbered"]), line[match.end() : end])
        for match, end in zip(found, ends, strict=True)
    ]
    return tuple(one for one in fields if one) if all(fields) else ()


def _table(lines: Sequence[str]) -> tuple[_Field, ...]:
    """The fields of a table of labels and values, side by side or one under the other; another table holds none."""
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in lines if not _DELIMITER_ROW.fullmatch(line)
    ]
    if len(rows) == 2 and len(rows[0]) == len(rows[1]) and all(map(_label_of, rows[0])):
        pairs = list(zip(*rows, strict=True))
    elif all(len(row) % 2 == 0 for row in rows):
        pairs = [pair for row in rows for pair in zip(row[::2], row[1::2], strict=True)]
    else:
        return ()
    fields = [one for label, value in pairs if (one := _field(_label_of(label), value))]
    person = any(one.kind == "id" or (one.kind != "beside" and " " in one.value) for one in fields)
    return tuple(fields) if person and len(fields) == len(pairs) else ()


def _label_of(cell: str) -> Kind | None:
    return kind_of(cell.strip(_MARKUP + ":："))


def _field(kind: Kind | None, value: str) -> _Field | None:
    """The field, where the value is one that such a label may have."""
    value = _plain(value)
    if kind is None:
        return None
    if not value.strip(_FILL):
        return _Field(kind, "")
    if kind == "id":
        return _Field(kind, value) if looks_like_id(value) else None
    if kind == "beside":
        ends = value.endswith((".", "?", "!")) and len(value.split()) > 2
        return None if ends or len(value.split()) > _MOST_BESIDE_WORDS else _Field(kind, value)
    value = _AFTER_NAME.sub("", value)
    if looks_like_name(value):
        return _Field(kind, value) if kind == "name" or len(value.split()) > 1 else None
    small = kind == "name" and value == value.lower() and looks_like_name(value.title())
    return _Field(kind, value, sure=False) if small else None


def _plain(value: str) -> str:
    """The value without markup around it and backslashes in it, its white space single."""
    return " ".join(re.sub(r"\\(?=[^\w\s]|_)", "", value).strip(_EDGES).split())


def looks_like_name(value: str) -> bool:
    """Whether every word could be one of a person's name: letters with a capital, or a small word such as "bin"."""
    parts = value.replace(",", " ").split()
    return (
        0 < len(parts) <= _MOST_NAME_WORDS
        and all(
            _NAME_WORD.fullmatch(part)
            and (part[0].isupper() or not part[0].islower() or part in words("candidates", "particles"))
            for part in parts
        )
        and not parts[0][0].islower()
    )


def looks_like_id(value: str) -> bool:
    """Whether it could be a candidate's number: up to three words, each with a figure or in capitals, a figure in one."""
    parts = value.split()
    return (
        0 < len(parts) <= 3
        and len(value) <= 30
        and any(char.isdigit() for char in value)
        and all(_ID_WORD.fullmatch(part) for part in parts)
    )


def kind_of(label: str) -> Kind | None:
    """What a label announces; None for a label that is not known."""
    return _kinds().get(plain_label(label))


def plain_label(label: str) -> str:
    """A label as the lexicon is searched for it: small letters, no apostrophes, one space for what parts its words."""
    return " ".join(re.sub(r"[^\w#]+|_", " ", label.casefold().replace("'", "").replace("’", "")).split())


@cache
def _kinds() -> dict[str, Kind]:
    kinds: tuple[Kind, ...] = ("name", "by", "id", "beside")
    return {plain_label(label): kind for kind in kinds for label in load("candidates")[kind]}


@cache
def _labels() -> re.Pattern[str]:
    """A label with what parts it from its value; a label that ends in "no", "number" or "#" needs nothing before a figure."""
    every = sorted((label for kind in ("name", "by", "id", "beside") for label in load("candidates")[kind]), key=len)
    alternatives = [spelling(label) for label in reversed(every)]
    numbered = [spelling(label) for label in reversed(every) if label.endswith((" no", " number", " #"))]
    return re.compile(
        rf"(?<![\w/])(?:(?P<label>{'|'.join(alternatives)}){_SEPARATOR}"
        rf"|(?P<numbered>{'|'.join(numbered)})[\s.*_]*(?=[\w/-]*\d))",
        re.IGNORECASE,
    )


def spelling(label: str) -> str:
    """A pattern for a label of the lexicon as people write it: "Roll-No", "students name"."""
    return re.escape(label).replace("'", "['’]?").replace(r"\ ", r"[\s._-]*").replace(r"\-", "-?")
