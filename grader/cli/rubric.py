"""``grader rubric``: list, show and check rubrics."""

from __future__ import annotations

from collections.abc import Iterator

import click

from grader import checks
from grader.report.numbers import count, marks
from grader.rubric import default_id, find, load_either, load_rubric, shipped
from grader.rubric.conditions import Comparison, Condition
from grader.rubric.lint import lint
from grader.rubric.model import Gate, Level, Penalty, Point, PointSet, Rubric, Rule

_NAMES = {
    "text.words": "the number of words that count",
    "text.prose-words": "the number of words of running prose",
    "text.sentences": "the number of sentences",
    "text.paragraphs": "the number of paragraphs",
    "text.english": "the share of words that are English function words",
    "text.wording": "how well the words follow on one another, as in English sentences (0 is chance)",
    "task.words.min": "the task's least number of words",
    "task.words.max": "the task's greatest number of words",
    "task.words.target.min": "the lower target of words",
    "task.words.target.max": "the upper target of words",
}
_OPERATORS = {
    "<": "is below",
    "<=": "is at most",
    ">": "is above",
    ">=": "is at least",
    "==": "is",
    "!=": "is not",
}

_REFERENCES = {
    "prose": "sources named in the sentences, no list asked for",
    "list": "citations in the text and a reference list",
}


@click.group("rubric")
def command() -> None:
    """List, show and check rubrics."""


@command.command("list")
def list_() -> None:
    """The shipped rubrics."""
    for name in shipped():
        rubric = load_rubric(name)
        default = "  (default)" if name == default_id() else ""
        click.echo(f"  {name:<24} {marks(rubric.total):>4} marks  {rubric.title}{default}")


@command.command("show")
@click.argument("name", default=default_id(), metavar="[ID|FILE]")
@click.option("--yaml", "as_yaml", is_flag=True, help="Print the file itself, to start one of your own.")
def show(name: str, as_yaml: bool) -> None:
    """A rubric in plain words, with everything that its marks rest on."""
    rubric = load_rubric(name)
    if as_yaml:
        click.echo(find(name).read_text("utf-8-sig"), nl=False)
        return
    click.echo("\n".join(_described(rubric)))


@command.command("check")
@click.argument("name", metavar="ID|FILE")
def check(name: str) -> None:
    """Read a rubric or a points file strictly and say what could trip you up."""
    found = load_either(name)
    for warning in lint(found):
        click.echo(f"  note: {warning}")
    if isinstance(found, PointSet):
        groups = {point.group for point in found.points if point.group}
        holds = f"{count(len(found.points), 'expected point')}, {count(len(groups), 'group')}"
        click.echo(f"  {name}: a points file, good. {holds}.")
        return
    rules = sum(len(criterion.rules) for criterion in found.criteria)
    click.echo(
        f"  {name}: a rubric, good. {len(found.criteria)} criteria, {rules} rules, "
        f"{len(found.points.points)} expected points, {marks(found.total)} marks."
    )


def _described(rubric: Rubric) -> Iterator[str]:
    yield f"  {rubric.title}  ({rubric.id}, {rubric.status})"
    yield from _indented(2, rubric.notice)
    yield f"  {marks(rubric.total)} marks, rounded once to {marks(rubric.round_to)}" + (
        f"; pass mark {marks(rubric.pass_mark)}" if rubric.pass_mark else ""
    )
    yield from _indented(2, *_task(rubric))
    yield from ("", "  Bands of the total")
    yield from _levels(rubric.bands, rubric.total)
    yield from _criteria(rubric)
    yield from _points(rubric.points)
    if rubric.gates or rubric.penalties:
        yield from ("", "  Gates and penalties")
    yield from (f"    {_gate(rubric, gate)}" for gate in rubric.gates)
    yield from (f"    {_penalty(rubric, penalty)}" for penalty in rubric.penalties)


def _indented(by: int, *lines: str) -> Iterator[str]:
    return (" " * by + line for line in lines if line)


def _task(rubric: Rubric) -> Iterator[str]:
    if rubric.question:
        yield f"Question: {rubric.question}"
    if rubric.directive != "auto":
        yield f"Instruction word: {rubric.directive}"
    low, high = rubric.target_words
    limits = [f"{low} to {high} aimed at"] if high else []
    limits += [f"{rubric.min_words} at least"] if rubric.min_words else []
    limits += [f"{rubric.max_words} at most"] if rubric.max_words else []
    if limits:
        yield f"Words: {', '.join(limits)}"
    if rubric.minutes:
        yield f"Minutes: {rubric.minutes}"
    if rubric.references != "auto":
        yield f"References: {_REFERENCES[rubric.references]}"


def _levels(levels: tuple[Level, ...], most: float) -> Iterator[str]:
    for level in levels:
        text = f". {level.text}" if level.text else ""
        yield f"    from {marks(level.at * most):>5} ({100 * level.at:.4g}%)  {level.title}{text}"


def _criteria(rubric: Rubric) -> Iterator[str]:
    for criterion, parts in zip(rubric.criteria, _parts(rubric), strict=True):
        judge = "the tutor gives these marks" if criterion.judge == "tutor" else "marked by the rules below"
        yield from ("", f"  {criterion.title}: {marks(criterion.marks)} of {marks(rubric.total)}, {judge}")
        yield from _indented(4, criterion.student_text)
        yield from _indented(4, f"For the marker: {criterion.marker_text}" if criterion.marker_text else "")
        yield from _levels(criterion.levels, criterion.marks)
        if criterion.rules and criterion.judge == "tutor":
            yield "    Measured and shown to the tutor, worth no marks by itself:"
        for rule, part in zip(criterion.rules, parts, strict=True):
            yield f"    {marks(part)} for {_title(rule.check)} ({rule.check}, weight {rule.weight:g})"
            yield f"        {_bands(rule)}"
            yield from _indented(8, f"Advice: {rule.advice}" if rule.advice else "")
    yield from ("", "  A value between two of those named gets the share between theirs, in a straight line.")
    yield "  A rule that does not apply to an answer leaves its marks to the others of its criterion."


def _parts(rubric: Rubric) -> list[list[float]]:
    """The marks that each rule gives at most, as scoring splits them when all of them apply."""
    from grader.model import Measurement
    from grader.scoring import score

    measured = {rule.check: Measurement(0.0) for criterion in rubric.criteria for rule in criterion.rules}
    return [[rule.out_of for rule in one.rules] for one in score(rubric, measured, {}).criteria]


def _title(check: str) -> str:
    return checks.load(check).TITLE


def _bands(rule: Rule) -> str:
    """The bands in words: "0 or less: 0%, 0.7 or more: 100%"."""
    shown = [f"{value:g}: {100 * share:.4g}%" for value, share in rule.bands]
    shown[0] = shown[0].replace(":", " or less:", 1)
    shown[-1] = shown[-1].replace(":", " or more:", 1)
    return "Of its marks at a value of " + ", ".join(shown)


def _points(expected: PointSet) -> Iterator[str]:
    if expected.points:
        yield from ("", "  Expected points")
    quotas = dict(expected.groups)
    for name in dict.fromkeys(point.group for point in expected.points if point.group):
        size = sum(point.group == name for point in expected.points)
        yield f"    Group {name}: {quotas.get(name, size)} of {size} expected"
    yield from (f"    {_point(point)}" for point in expected.points)


def _point(point: Point) -> str:
    group = f"group {point.group}, " if point.group else ""
    return f"{point.id}: {point.text} ({group}to be {point.depth}, weight {point.weight:g})"


def _gate(rubric: Rubric, gate: Gate) -> str:
    titles = {criterion.id: criterion.title for criterion in rubric.criteria}
    effect = {
        "refuse": "no marks are given",
        "cap-total": f"the total is {marks(gate.to)} at most",
        "cap": f"{titles.get(gate.criterion, '')} gets {marks(gate.to)} at most",
    }[gate.effect]
    return f"Gate {gate.id}: when {_condition(rubric, gate.when)}, {effect}. It says: {gate.say}"


def _penalty(rubric: Rubric, penalty: Penalty) -> str:
    each = f" for every full {penalty.per:g}% by which the number misses its bound" if penalty.per else ""
    most = f", {marks(penalty.max)} at most" if penalty.per else ""
    said = f" It says: {penalty.say}" if penalty.say else ""
    when = _condition(rubric, penalty.when)
    return f"Penalty {penalty.id}: when {when}, {marks(penalty.marks)} off{each}{most}.{said}"


def _condition(rubric: Rubric, condition: Condition) -> str:
    groups = (" and ".join(_comparison(rubric, one) for one in group) for group in condition.alternatives)
    return ", or ".join(groups)


def _comparison(rubric: Rubric, one: Comparison) -> str:
    return f"{_name(rubric, one.left)} {_OPERATORS[one.op]} {_name(rubric, one.right)}"


def _name(rubric: Rubric, side: str | float) -> str:
    """A side of a comparison in words; a limit of the task with its number."""
    if not isinstance(side, str):
        return f"{side:g}"
    if side not in _NAMES:
        return f'"{_title(side)}" ({side})'
    limits = {
        "task.words.min": rubric.min_words,
        "task.words.max": rubric.max_words,
        "task.words.target.min": rubric.target_words[0],
        "task.words.target.max": rubric.target_words[1],
    }
    return f"{_NAMES[side]} ({limits[side]})" if side in limits else _NAMES[side]
