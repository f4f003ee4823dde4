"""The criteria of a rubric file, in the short form (``structure: 4``) and the long, with their rules and levels."""

from __future__ import annotations

import itertools
from functools import cache
from importlib.resources import files

import yaml

from grader import checks
from grader.rubric.model import Criterion, Level, Rule
from grader.rubric.yamlfile import Fields, File, Once, quote, slug, suggest

_KEYS = ("id", "title", "marks", "student_text", "marker_text", "levels", "rules", "judge")
_RULE = (("check", "weight", "bands", "advice", "for_words"), ("check", "weight", "bands"))


def criteria(file: File, node: yaml.Node) -> tuple[Criterion, ...]:
    """All criteria under ``criteria:``; a mapping of standard ids to marks, or a list in the long form."""
    if not node.value:
        file.fail(node, "'criteria' is empty; say what gives marks, such as criteria: {structure: 8, language: 12}")
    if isinstance(node, yaml.MappingNode):
        return _short_form(file, node)
    once = Once(file, "criteria have the id")
    found = []
    for item in file.items(node, "'criteria'"):
        fields = file.fields(_long_form(file, item), "a criterion", _KEYS, ("id", "marks"))
        found.append(_criterion(file, fields))
        once.take(found[-1].id, fields["id"])
    return tuple(found)


def _long_form(file: File, item: yaml.Node) -> yaml.Node:
    """The entry; one of the short form in a list ("- structure: 4", "- structure") gets a word of its own."""
    first = item.value[0][0] if isinstance(item, yaml.MappingNode) and item.value else item
    if isinstance(first, yaml.ScalarNode) and first.value in _standard():
        file.fail(item, f"in a list, write {{id: {first.value}, marks: 4}}; without dashes, {first.value}: 4")
    return item


def _short_form(file: File, node: yaml.MappingNode) -> tuple[Criterion, ...]:
    entries = file.fields(node, "'criteria'")
    known = tuple(_standard())
    for key_node, _ in node.value:
        name = file.text(key_node, "a criterion")
        if name not in known:
            hint = f"{suggest(name, known)} (standard: {', '.join(known)}; others need the long form)"
            file.fail(key_node, f"no standard criterion {quote(name)}{hint}")
    return tuple(_standard_criterion(name, entries.positive(name)) for name in entries)


def _criterion(file: File, fields: Fields) -> Criterion:
    name = fields.name()
    marks = fields.positive("marks")
    judge = fields.choice("judge", ("auto", "tutor"), "auto")
    base = _base(file, fields, name, marks, judge)
    return Criterion(
        id=name,
        title=fields.words("title", base.title),
        marks=marks,
        levels=levels(file, fields["levels"], "'levels'") if "levels" in fields else base.levels,
        rules=base.rules,
        student_text=fields.text("student_text", base.student_text),
        marker_text=fields.text("marker_text"),
        judge=judge,
    )


def _base(file: File, fields: Fields, name: str, marks: float, judge: str) -> Criterion:
    """What the criterion starts from: its own rules, the engine's standard ones, or none where the tutor judges."""
    if "rules" in fields:
        rules = _rules(file, fields)
        if not rules and judge != "tutor":
            file.fail(fields["rules"], f"criterion {name!r} needs at least one rule, or 'judge: tutor'")
        return Criterion(name, name, marks, standard_bands(), rules)
    if name in _standard():
        return _standard_criterion(name, marks)
    if judge != "tutor":
        hint = suggest(name, _standard()) or "; give it rules, or 'judge: tutor'"
        file.fail(fields.node, f"criterion {name!r} has no rules and is not a standard one{hint}")
    return Criterion(name, name, marks, standard_bands(), ())


def _rules(file: File, criterion: Fields) -> tuple[Rule, ...]:
    once = Once(file, "rules of one criterion use the check")
    return tuple(_rule(file, file.fields(item, "a rule", *_RULE), once) for item in criterion.listed("rules"))


def _rule(file: File, fields: Fields, once: Once) -> Rule:
    check = fields.text("check")
    if check not in checks.ids():
        file.fail(fields["check"], f"no check called {quote(check)}{suggest(check, checks.ids())}")
    once.take(check, fields["check"])
    weight = fields.number("weight", high=1000)
    if weight == 0:
        file.fail(fields["weight"], "'weight' must be above 0; leave the rule out instead")
    return Rule(check, weight, _bands(file, fields), fields.text("advice"), fields.whole("for_words", high=50_000))


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
    if not any(share for _, share in bands):
        file.fail(rule["bands"], "'bands' gives no marks for any value; let one share be above 0")
    return tuple(bands)


def levels(file: File, node: yaml.Node, what: str) -> tuple[Level, ...]:
    """Band words, highest first; ``at`` falls to 0."""
    found: list[Level] = []
    once = Once(file, "levels have the id")
    for number, item in enumerate(file.items(node, what), 1):
        fields = file.fields(item, "a level", ("id", "at", "title", "text"), ("at", "title"))
        title = fields.words("title")
        name = fields.name(slug(title.lower()) or f"level-{number}")
        once.take(name, fields.get("id", fields["title"]))
        found.append(Level(name, fields.number("at", high=1), title, fields.text("text")))
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
