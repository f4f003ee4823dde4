"""The gates and penalties of a rubric file."""

from __future__ import annotations

import yaml

from grader import checks
from grader.rubric.conditions import Condition, parse
from grader.rubric.model import Criterion, Gate, Penalty
from grader.rubric.yamlfile import Fields, File, suggest

TEXT_NAMES = ("text.words", "text.sentences", "text.paragraphs")
TASK_NAMES = ("task.words.min", "task.words.max", "task.words.target.min", "task.words.target.max")


def gates(top: Fields, criteria: tuple[Criterion, ...], total: float) -> tuple[Gate, ...]:
    """Everything under ``gates:``."""
    file = top.file
    ids = tuple(criterion.id for criterion in criteria)
    found = []
    for item in top.listed("gates"):
        fields = file.fields(
            item, "a gate", ("id", "when", "effect", "to", "criterion", "say"), ("id", "when", "effect", "say")
        )
        effect = fields.choice("effect", ("refuse", "cap-total", "cap"), "refuse")
        criterion = fields.text("criterion")
        if effect != "refuse" and "to" not in fields:
            file.fail(item, f"effect {effect!r} needs 'to': the marks it caps at")
        if effect == "cap" and criterion not in ids:
            file.fail(
                fields.get("criterion", item),
                f"effect 'cap' needs 'criterion', one of {', '.join(ids)}{suggest(criterion, ids)}",
            )
        found.append(
            Gate(
                fields.text("id"),
                _condition(file, fields["when"]),
                effect,
                fields.text("say"),
                fields.number("to", high=total),
                criterion,
            )
        )
    return tuple(found)


def penalties(top: Fields) -> tuple[Penalty, ...]:
    """Everything under ``penalties:``."""
    file = top.file
    found = []
    for item in top.listed("penalties"):
        fields = file.fields(
            item, "a penalty", ("id", "when", "effect", "per", "marks", "max", "say"), ("id", "when", "marks")
        )
        fields.choice("effect", ("subtract",), "subtract")
        marks = fields.number("marks", high=1000)
        most = fields.number("max", marks, high=1000)
        found.append(
            Penalty(fields.text("id"), _condition(file, fields["when"]), _per(fields), marks, most, fields.text("say"))
        )
    return tuple(found)


def _per(fields: Fields) -> float:
    text = fields.text("per", "0%")
    digits = text.removesuffix("%").strip()
    if not text.endswith("%") or not digits.replace(".", "", 1).isdigit():
        fields.file.fail(fields["per"], f"'per' must be a percentage such as 10%, not {text!r}")
    return float(digits)


def _condition(file: File, node: yaml.Node) -> Condition:
    try:
        condition = parse(file.text(node, "'when'"))
    except ValueError as error:
        file.fail(node, str(error))
    known = (*TEXT_NAMES, *TASK_NAMES, *checks.ids())
    for name in condition.names:
        if name not in known:
            file.fail(node, f"unknown name {name!r} in a condition{suggest(name, known)}")
    return condition
