"""The criteria of a rubric file, in the short form (``structure: 4``) and the long, with their rules and levels."""

from __future__ import annotations

import itertools
from functools import cache
from importlib.resources import files

import yaml

from grader import checks
from grader.rubric.model import Criterion, Level, Rule
from grader.rubric.yamlfile import Fields, File, suggest

_KEYS = ("id", "title", "marks", "student_text", "marker_text", "levels", "rules", "judge")


def criteria(file: File, node: yaml.Node) -> tuple[Criterion, ...]:
    """All criteria under ``criteria:``; a mapping of standard ids to marks, or a list in the long form."""
    if isinstance(node, yaml.MappingNode):
        return _short_form(file, node)
    found: list[Criterion] = []
    for item in file.items(node, "'criteria'"):
        found.append(_criterion(file, file.fields(item, "a criterion", _KEYS, ("id", "marks"))))
        if found[-1].id in {other.id for other in found[:-1]}:
            file.fail(item, f"criterion {found[-1].id!r} is given twice")
    return tuple(found)


def _short_form(file: File, node: yaml.MappingNode) -> tuple[Criterion, ...]:
    entries = file.fields(node, "'criteria'")
    known = tuple(_standard())
    for key_node, _ in node.value:
        if key_node.value not in known:
            hint = f"{suggest(key_node.value, known)} (standard: {', '.join(known)}; others need the long form)"
            file.fail(key_node, f"no standard criterion {key_node.value!r}{hint}")
    return tuple(_standard_criterion(name, entries.number(name, high=1000)) for name in entries)


def _criterion(file: File, fields: Fields) -> Criterion:
    name = fields.text("id")
    marks = fields.number("marks", high=1000)
    if "rules" in fields:
        base = Criterion(name, name, marks, standard_bands(), _rules(file, fields))
    elif name in _standard():
        base = _standard_criterion(name, marks)
    else:
        file.fail(
            fields.node, f"criterion {name!r} has no rules and is not a standard one{suggest(name, tuple(_standard()))}"
        )
    return Criterion(
        id=name,
        title=fields.text("title", base.title),
        marks=marks,
        levels=levels(file, fields["levels"], "'levels'") if "levels" in fields else base.levels,
        rules=base.rules,
        student_text=fields.text("student_text", base.student_text),
        marker_text=fields.text("marker_text"),
        judge=fields.choice("judge", ("auto", "tutor"), "auto"),
    )


def _rules(file: File, criterion: Fields) -> tuple[Rule, ...]:
    rules: list[Rule] = []
    for item in criterion.listed("rules"):
        fields = file.fields(item, "a rule", ("check", "weight", "bands", "advice"), ("check", "weight", "bands"))
        name = fields.text("check")
        if name not in checks.ids():
            file.fail(fields["check"], f"no check called {name!r}{suggest(name, checks.ids())}")
        if name in {rule.check for rule in rules}:
            file.fail(fields["check"], f"check {name!r} is used twice in one criterion")
        weight = fields.number("weight", high=1000)
        if weight == 0:
            file.fail(fields["weight"], "'weight' must be above 0; leave the rule out instead")
        rules.append(Rule(name, weight, _bands(file, fields), fields.text("advice")))
    if not rules:
        file.fail(criterion["rules"], f"criterion {criterion.text('id')!r} needs at least one rule")
    return tuple(rules)


def _bands(file: File, rule: Fields) -> tuple[tuple[float, float], ...]:
    bands: list[tuple[float, float]] = []
    for pair in rule.listed("bands"):
        numbers = file.items(pair, "a band")
        if len(numbers) != 2:
            file.fail(pair, "a band is two numbers: [value, share of the marks from 0 to 1]")
        bands.append((file.number(numbers[0], "a band's value", -1e6), file.number(numbers[1], "a band's share", 0, 1)))
        if len(bands) > 1 and bands[-1][0] <= bands[-2][0]:
            file.fail(pair, "the values of 'bands' must rise from pair to pair")
    if len(bands) < 2:
        file.fail(rule["bands"], "'bands' needs at least two [value, share] pairs")
    return tuple(bands)


def levels(file: File, node: yaml.Node, what: str) -> tuple[Level, ...]:
    """Band words, highest first; ``at`` falls to 0."""
    found: list[Level] = []
    for item in file.items(node, what):
        fields = file.fields(item, "a level", ("id", "at", "title", "text"), ("at", "title"))
        title = fields.text("title")
        found.append(
            Level(
                fields.text("id", title.lower().replace(" ", "-")),
                fields.number("at", high=1),
                title,
                fields.text("text"),
            )
        )
    falling = all(later.at < earlier.at for earlier, later in itertools.pairwise(found))
    if len(found) < 2 or not falling or found[-1].at != 0:
        file.fail(node, f"{what} must be two or more, highest first, the last at 0")
    return tuple(found)


@cache
def _standard_file() -> Fields:
    file = File(files("grader.rubric").joinpath("standard.yaml").read_bytes(), "standard.yaml")
    return file.fields(file.root, "the standard", ("bands", "criteria"), ("bands", "criteria"))


@cache
def _standard() -> Fields:
    top = _standard_file()
    return top.file.fields(top["criteria"], "'criteria'")


@cache
def standard_bands() -> tuple[Level, ...]:
    """Band words for rubrics and criteria that give none."""
    top = _standard_file()
    return levels(top.file, top["bands"], "'bands'")


def _standard_criterion(name: str, marks: float) -> Criterion:
    """The engine's own criterion of this id, worth ``marks``."""
    file = _standard_file().file
    fields = file.fields(
        _standard()[name],
        "a standard criterion",
        ("title", "student_text", "levels", "rules"),
        ("title", "levels", "rules"),
    )
    return Criterion(
        name,
        fields.text("title"),
        marks,
        levels(file, fields["levels"], "'levels'"),
        _rules(file, fields),
        fields.text("student_text"),
    )
