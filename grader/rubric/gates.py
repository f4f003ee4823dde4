"""The gates and penalties of a rubric file."""

from __future__ import annotations

from collections.abc import Collection

import yaml

from grader import checks
from grader.rubric.conditions import Condition, parse
from grader.rubric.model import Criterion, Gate, Penalty
from grader.rubric.yamlfile import Fields, File, Once, quote, suggest

TEXT_NAMES = ("text.words", "text.prose-words", "text.sentences", "text.paragraphs", "text.english", "text.wording")
TASK_NAMES = ("task.words.min", "task.words.max", "task.words.target.min", "task.words.target.max")
_GATE = (("id", "when", "effect", "to", "criterion", "say"), ("id", "when", "effect", "say"))
_PENALTY = (("id", "when", "effect", "per", "marks", "max", "say"), ("id", "when", "marks"))
_TAKES = {"refuse": (), "cap-total": ("to",), "cap": ("to", "criterion")}


def gates(top: Fields, criteria: tuple[Criterion, ...], total: float, limits: Collection[str]) -> tuple[Gate, ...]:
    """Everything under ``gates:``; ``limits`` are the names of the word limits that the task sets."""
    once = Once(top.file, "gates have the id")
    return tuple(
        _gate(top.file.fields(item, "a gate", *_GATE), criteria, total, limits, once) for item in top.listed("gates")
    )


def _gate(fields: Fields, criteria: tuple[Criterion, ...], total: float, limits: Collection[str], once: Once) -> Gate:
    effect = fields.choice("effect", tuple(_TAKES), "refuse")
    for key in ("to", "criterion"):
        if key in fields and key not in _TAKES[effect]:
            fields.file.fail(fields[key], f"effect {effect!r} takes no {key!r}; delete it, or change the effect")
    if effect != "refuse" and "to" not in fields:
        fields.file.fail(fields.node, f"effect {effect!r} needs 'to': the marks it caps at")
    return Gate(
        once.take(fields.name(), fields["id"]),
        _condition(fields.file, fields["when"], limits),
        effect,
        fields.words("say"),
        fields.marks("to", high=total),
        _capped(fields, criteria) if effect == "cap" else "",
    )


def _capped(fields: Fields, criteria: tuple[Criterion, ...]) -> str:
    """The criterion that a gate caps."""
    ids = tuple(criterion.id for criterion in criteria)
    named = fields.text("criterion")
    if named not in ids:
        where = fields.get("criterion", fields.node)
        fields.file.fail(where, f"effect 'cap' needs 'criterion', one of {', '.join(ids)}{suggest(named, ids)}")
    return named


def penalties(top: Fields, limits: Collection[str]) -> tuple[Penalty, ...]:
    """Everything under ``penalties:``."""
    once = Once(top.file, "penalties have the id")
    return tuple(
        _penalty(top.file.fields(item, "a penalty", *_PENALTY), limits, once) for item in top.listed("penalties")
    )


def _penalty(fields: Fields, limits: Collection[str], once: Once) -> Penalty:
    fields.choice("effect", ("subtract",), "subtract")
    when = _condition(fields.file, fields["when"], limits)
    per = _per(fields)
    if per and not when.countable:
        said = "'per' counts by how much a number misses its bound; use it with < or > and a bound that is not 0"
        fields.file.fail(fields["per"], said)
    marks = fields.positive("marks")
    most = fields.marks("max", marks)
    if most < marks:
        fields.file.fail(fields["max"], f"'max' is {most:g}, less than one step of {marks:g} marks; raise it")
    return Penalty(once.take(fields.name(), fields["id"]), when, per, marks, most, fields.text("say"))


def _per(fields: Fields) -> float:
    """Per cent for each step; 0 where the marks come off once."""
    if "per" not in fields:
        return 0.0
    text = fields.text("per")
    if not text.endswith("%"):
        fields.file.fail(fields["per"], f"'per' must be a percentage such as 10%, not {quote(text)}")
    return fields.file.number_in(text.removesuffix("%").strip(), fields["per"], "the percentage of 'per'", 1, 1000)


def _condition(file: File, node: yaml.Node, limits: Collection[str]) -> Condition:
    try:
        condition = parse(file.text(node, "'when'"))
    except ValueError as error:
        file.fail(node, str(error))
    known = (*TEXT_NAMES, *TASK_NAMES, *checks.ids())
    for name in condition.names:
        if name not in known:
            file.fail(node, f"unknown name {quote(name)} in a condition{suggest(name, known)}")
        if name in TASK_NAMES and name not in limits:
            key = name.removeprefix("task.words.").partition(".")[0]
            file.fail(node, f"{name!r} is not set: give 'task: words:' a {key!r}, or compare with a number")
    return condition
