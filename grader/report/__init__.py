"""Result -> HTML: one self-contained file, a pure function of the result.

No external address, no script; everything that comes from the essay is escaped. The same result gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from grader.lexicon import load
from grader.report import annotated, charts, claims, numbers, patterns, points, structure, total
from grader.report.words import STATES, shown

if TYPE_CHECKING:
    from jinja2 import Environment

    from grader.outcome import Row
    from grader.result import Flag, Result


def render(result: Result) -> str:
    """The student's report for one result, as an HTML document."""
    return _page(
        "report.html",
        r=result,
        shown=lambda one: shown(result, one.span),
        states=STATES,
        flags=_flags(result),
        steps=total.steps(result),
        ticks=charts.ticks(result),
        letters=annotated.letters(),
        lines=annotated.lines(result),
        endnotes=annotated.endnotes(result),
        patterns=patterns.main_patterns(result),
        other_errors=patterns.others(result),
        map=structure.section_map(result),
        parts=structure.parts(result),
        redo="" if result.refused else structure.redo_task(result),
        groups=points.groups(result),
        leads=lambda action: points.leads(result, action),
        also_argued=points.also_argued(result),
        counted_by=points.counted_by(result),
        matched=points.MATCHED.get(result.matched_by, ""),
        claims=claims.claims(result),
        evidence=claims.by_part(result),
        of_lists=claims.of_lists(result),
        authority=lambda check: load("authorities").get(check, ""),
        copied=[finding for finding in result.findings if finding.check == "coverage.own-words"],
        note_of=lambda check: _note_of(check, result),
    )


def _flags(result: Result) -> list[Flag]:
    """What to know before reading on; of a refused answer nothing that qualifies marks, for it has none."""
    about_marks = ("no-points", "no-engine") if result.refused else ()
    return [flag for flag in result.flags if flag.id not in ("refused", *about_marks)]


def _note_of(check: str, result: Result) -> str:
    """What a check measured, in its words; nothing where it found nothing to measure."""
    measured = result.measurements.get(check)
    return measured.note if measured and measured.value is not None else ""


def render_index(rows: Sequence[Row], *, rubric: str, folder: str, interrupted: bool = False) -> str:
    """The list of a marked folder, as an HTML document.

    Args:
        rows: one for each file, in order; see :class:`grader.outcome.Row`.
        rubric: the rubric's title.
        folder: what the list is of.
        interrupted: whether marking stopped before the end.
    """
    marked = [row for row in rows if row.marks is not None]
    return _page(
        "index.html",
        rows=rows,
        marked=marked,
        rubric=rubric,
        folder=folder,
        interrupted=interrupted,
        criteria=_criteria(marked),
        named=any(row.candidate for row in rows),
    )


def _criteria(rows: Sequence[Row]) -> list[tuple[str, str]]:
    return list(dict.fromkeys((one.id, one.title) for row in rows for one in row.criteria))


def _page(template: str, **values: Any) -> str:
    return _environment().get_template(template).render(**values)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("grader.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "marks": numbers.marks,
        "worth": numbers.worth,
        "penalty_text": total.penalty_text,
        "taken_off": total.taken_off,
        "exact": numbers.exact,
        "shorten": numbers.shorten,
        "cut": numbers.cut,
        "count": numbers.count,
    }
    return environment
