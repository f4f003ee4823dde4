"""Whether heading numbers and levels run in order: none skipped, none repeated, no level jumped, none left empty.

A skipped number looks like a lost section. Style manuals ask that a level be entered only from the one above it
(APA 7, section 2.27).

Good: 1, 2, 2.1, 2.2, 3.
Bad: 1, 2, 2.1, 2.3, 2.3, 5.
"""

import itertools

from grader.context import Context
from grader.facts.sections import Section, headed_sections
from grader.model import Essay, Finding, Measurement

TITLE = "Order of headings"


def check(essay: Essay, context: Context) -> Measurement:
    """Number of faults in the order of headings; None with fewer than two headings."""
    headed = context.fact(headed_sections)
    if len(headed) < 2:
        return Measurement(None, note="fewer than two headings")
    findings = [*_jumps(headed), *_numbers(headed), *_empty(headed)]
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
    """Decimal numbers only: each must follow its elder sister by one, or open a new level with 1.

    A heading of a higher level begins the count below it afresh ("A." with 1 and 2, "B." with 1 again).
    """
    found = []
    levels: dict[int, dict[str, int]] = {}  # level -> parent number -> the last number under it
    for section in headed:
        levels = {level: last for level, last in levels.items() if level <= section.level}
        last = levels.setdefault(section.level, {})
        number = section.heading.number if section.heading else ""
        if not number[:1].isdigit():
            continue
        parent, _, own = number.rpartition(".")
        expected = last.get(parent, 0) + 1
        if int(own) != expected and (parent in last or int(own) != 0):
            what = (
                "comes twice"
                if int(own) == expected - 1
                else f"follows {_join(parent, expected - 1)}"
                if expected > 1
                else "is the first of its level"
            )
            found.append(_finding(section, f"Number {number} {what}; {_join(parent, expected)} was to be expected."))
        last[parent] = int(own)
    return found


def _join(parent: str, own: int) -> str:
    return f"{parent}.{own}" if parent else str(own)


def _empty(headed: tuple[Section, ...]) -> list[Finding]:
    pairs = zip(headed, [*headed[1:], None], strict=True)
    return [
        _finding(section, "No text follows this heading.")
        for section, after in pairs
        if not section.words and (after is None or after.level <= section.level)
    ]


def _finding(section: Section, message: str) -> Finding:
    assert section.heading is not None
    return Finding(
        section.heading.span, message, "Number the headings afresh once the answer is complete.", kind="heading order"
    )
