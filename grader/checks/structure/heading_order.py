"""Whether heading numbers and levels run in order: none skipped, none repeated, no level jumped, none left empty.

A skipped number looks like a lost section. Style manuals ask that a level be entered only from the one above it
(APA 7, section 2.27).

Good: 1, 2, 2.1, 2.2, 3; I, II with A, B, III.
Bad: 1, 2, 2.1, 2.3, 2.3, 5; I, II, IV; A, B, D.
"""

import itertools
from typing import Literal

from grader.context import Context
from grader.facts.sections import Section, headed_sections
from grader.model import Essay, Finding, Measurement
from grader.segment.numerals import ROMANS, roman

TITLE = "Order of headings"

Kind = Literal["digits", "roman", "letters"]


def check(essay: Essay, context: Context) -> Measurement:
    """Number of faults in the order of headings; None with fewer than two headings."""
    headed = context.fact(headed_sections)
    if len(headed) < 2:
        return Measurement(None, note="fewer than two headings")
    findings = [*_jumps(headed), *_numbers(headed), *_empty(essay, headed)]
    note = (
        "numbers and levels run in order"
        if not findings
        else f"{len(findings)} fault{'s' * (len(findings) > 1)} in the order of headings"
    )
    return Measurement(float(len(findings)), "faults", note, tuple(sorted(findings, key=lambda finding: finding.span)))


def _jumps(headed: tuple[Section, ...]) -> list[Finding]:
    return [
        _finding(section, "This heading is more than one level below the one before it.")
        for before, section in itertools.pairwise(headed)
        if section.level > before.level + 1
    ]


def _numbers(headed: tuple[Section, ...]) -> list[Finding]:
    """Decimal numbers, roman numerals and letters: each must follow its elder sister by one, or open a new level with 1.

    A heading of a higher level begins the count below it afresh ("A." with 1 and 2, "B." with 1 again).
    """
    found = []
    levels: dict[int, dict[str, dict[Kind, int]]] = {}  # level -> parent number -> way of numbering -> its last number
    repeated: set[tuple[int, str]] = set()
    for section in headed:
        levels = {level: last for level, last in levels.items() if level <= section.level}
        number = section.heading.number if section.heading else ""
        if not number:
            continue
        parent, _, own = number.rpartition(".")
        rows = levels.setdefault(section.level, {})
        opened = parent not in rows
        row = rows.setdefault(parent, {})
        kind, value = _value(own, row)
        if value is None:
            continue
        before = row.get(kind, 0)
        for inner in list(row)[list(row).index(kind) + 1 :] if kind in row else []:
            del row[inner]  # 1, (i), (ii), 2: the next number begins what hangs under it afresh
        expected = before + 1
        made_good = value == expected + 1 and (section.level, parent) in repeated  # III, III, V: one slip, not two
        repeated -= {(section.level, parent)}
        if value == before:
            repeated.add((section.level, parent))
        if value != expected and not made_good and (not opened or value != 0):
            due = _join(parent, _written(expected, kind, own))
            what = (
                "comes twice"
                if value == before
                else f"follows {_join(parent, _written(before, kind, own))}"
                if before
                else "is the first of its level"
            )
            found.append(_finding(section, f"Number {number} {what}; {due} was to be expected."))
        row[kind] = value
    return found


def _value(own: str, row: dict[Kind, int]) -> tuple[Kind, int | None]:
    """What a number counts: "2", "IV" or "D"; None for what cannot be read.

    "I", "V" and "X" are letters where they follow H, U and W.
    """
    if own.isdigit():
        return "digits", int(own)
    upper = own.upper()
    letter = ord(upper) - ord("A") + 1 if len(upper) == 1 and upper.isascii() else None
    numeral = roman(own)
    if letter and (not numeral or row.get("letters") == letter - 1):
        return "letters", letter
    return "roman", numeral


def _written(value: int, kind: Kind, like: str) -> str:
    if kind == "digits" or value < 1:
        return str(value)
    text = ROMANS[value - 1] if kind == "roman" and value <= len(ROMANS) else chr(ord("A") + (value - 1) % 26)
    return text.lower() if like.islower() else text


def _join(parent: str, own: str) -> str:
    return f"{parent}.{own}" if parent else own


def _empty(essay: Essay, headed: tuple[Section, ...]) -> list[Finding]:
    pairs = zip(headed, [*headed[1:], None], strict=True)
    return [
        _finding(section, "No text follows this heading.", "Write what belongs under it, or take it out.")
        for section, after in pairs
        if not section.words
        and not any(block.kind in ("table", "equation", "quote") for block in section.blocks)
        and (after is None or after.level <= section.level)
        and (after is None or _shows_level(essay, section) or _shows_level(essay, after))
    ]


def _shows_level(essay: Essay, section: Section) -> bool:
    """Whether a heading has a number or a "#": without either, it may well stand over the next one."""
    assert section.heading is not None
    start = section.heading.span.start
    return bool(section.heading.number) or "#" in essay.text[essay.text.rfind("\n", 0, start) + 1 : start]


def _finding(section: Section, message: str, advice: str = "") -> Finding:
    assert section.heading is not None
    advice = advice or "Number the headings afresh once the answer is complete."
    return Finding(section.heading.span, message, advice, kind="heading order")
