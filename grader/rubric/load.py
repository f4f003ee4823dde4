"""Rubric and points files -> :class:`Rubric`, :class:`PointSet`; refuses what is not understood, with file and line."""

from __future__ import annotations

import hashlib
import itertools
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from grader.rubric.criteria import criteria, levels, standard_bands
from grader.rubric.find import find
from grader.rubric.gates import TASK_NAMES, gates, penalties
from grader.rubric.model import REFERENCES, PointSet, Rubric
from grader.rubric.points import directive, point_set
from grader.rubric.yamlfile import Fields, File, line_of, quote, read, slug

VERSION = "1"
_ROUND_TO = {"whole": 1.0, "1": 1.0, "0.5": 0.5, "0.25": 0.25, "0.1": 0.1}
_HEAD = ("grader_rubric", "id", "title", "status", "notice", "language", "task", "total", "round_to", "pass_mark")
_KEYS = (*_HEAD, "bands", "criteria", "points", "groups", "gates", "penalties")
_POINTS_KEYS = ("question", "directive", "points", "groups")
_NO_CRITERIA = "no criteria, so nothing gives marks; add, for example, 'criteria: {structure: 8, language: 12}'"


def load_rubric(name: str | Path) -> Rubric:
    """Reads a rubric by its shipped id ("css-current-affairs") or from a YAML file.

    Raises:
        RubricError: there is none, or it has a mistake; the message names file and line.
    """
    return read_rubric(read(find(str(name))))


def load_points(path: str | Path) -> PointSet:
    """Reads a file of expected points: ``points``, and optionally ``question``, ``directive``, ``groups``.

    Raises:
        RubricError: it cannot be read or has a mistake; the message names file and line.
    """
    return read_points(read(Path(path)))


def load_either(name: str | Path) -> Rubric | PointSet:
    """Reads a rubric or a points file, whichever it is.

    Raises:
        RubricError: there is none, or it has a mistake; the message names file and line.
    """
    file = read(find(str(name)))
    return (
        read_points(file) if _keys(file) & {"points", "criteria", "grader_rubric"} == {"points"} else read_rubric(file)
    )


def point_lines(name: str | Path) -> tuple[int, ...]:
    """The line, from 1, in which each expected point of a rubric or points file begins, in the order of the file.

    Raises:
        RubricError: there is no such file, or it is no YAML.
    """
    root = read(find(str(name))).root
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    listed = next((value for key, value in pairs if key.value == "points"), None)
    return tuple(map(line_of, listed.value)) if isinstance(listed, yaml.SequenceNode) else ()


def _keys(file: File) -> set[str]:
    """The keys of the whole file, unchecked: they show which kind of file it is."""
    pairs = file.root.value if isinstance(file.root, yaml.MappingNode) else []
    return {key.value for key, _ in pairs if isinstance(key, yaml.ScalarNode)}


def read_points(file: File) -> PointSet:
    """The expected points in a parsed file; see :func:`load_points`."""
    if "grader_rubric" in _keys(file):
        file.fail(file.root, "this is a rubric, not a points file; name it with --rubric")
    top = file.fields(file.root, "a points file", _POINTS_KEYS, ("points",))
    points = point_set(top)
    if not points.points:
        file.fail(top["points"], "'points' is empty; list at least one point")
    return points


def read_rubric(file: File) -> Rubric:
    """The rubric in a parsed file; see :func:`load_rubric`."""
    if {"points"} <= _keys(file) <= set(_POINTS_KEYS):
        file.fail(file.root, "this is a points file, not a rubric; name it with --points")
    top = file.fields(file.root, "the rubric", _KEYS, ("grader_rubric", "title", "total"))
    if top.text("grader_rubric") != VERSION:
        said = f"this grader reads rubric format {VERSION}, not {quote(top.text('grader_rubric'))}"
        file.fail(top["grader_rubric"], said)
    if "criteria" not in top:
        file.fail(file.root, _NO_CRITERIA)
    total = top.marks("total", low=1)
    marked = criteria(file, top["criteria"])
    given = round(sum(criterion.marks for criterion in marked), 2)
    if given != total:
        said = f"the criteria's marks add up to {given:g}, but 'total' is {total:g}; change one of them"
        file.fail(top["total"], said)
    task = _task(file, top)
    limits = _limits(task)
    asked = task.get("target_words", (0, 0))[0]
    marked = tuple(replace(one, rules=tuple(rule.asked_of(asked) for rule in one.rules)) for one in marked)
    return Rubric(
        id=top.name(slug(Path(file.label).stem) or "rubric"),
        title=top.words("title"),
        total=total,
        criteria=marked,
        status=top.choice("status", ("official", "derived", "teacher"), "teacher"),
        notice=top.text("notice"),
        language=top.choice("language", ("en-GB", "en-US"), "en-GB"),
        round_to=_ROUND_TO[top.choice("round_to", tuple(_ROUND_TO), "0.5")],
        pass_mark=top.marks("pass_mark", high=total),
        bands=levels(file, top["bands"], "'bands'") if "bands" in top else standard_bands(),
        points=point_set(top),
        gates=gates(top, marked, total, limits),
        penalties=penalties(top, limits),
        hash=hashlib.sha256(yaml.serialize(file.root).encode()).hexdigest()[:12],
        source=file.label,
        **task,
    )


def _task(file: File, top: Fields) -> dict[str, Any]:
    if "task" not in top:
        return {}
    task = file.fields(top["task"], "'task'", ("question", "directive", "words", "minutes", "references"))
    return {
        "question": task.text("question"),
        "directive": directive(task, "auto"),
        "minutes": task.whole("minutes", high=600),
        "references": task.choice("references", REFERENCES, "auto"),
        **(_words(file.fields(task["words"], "'words'", ("target", "min", "max"))) if "words" in task else {}),
    }


def _words(words: Fields) -> dict[str, Any]:
    """The word limits, which must not contradict each other: min, target, max in rising order."""
    least, most = words.whole("min", low=1), words.whole("max", low=1)
    target = [words.file.whole(item, "a number of 'target'", 1, 50_000) for item in words.listed("target")]
    if "target" in words and (len(target) != 2 or target[0] > target[1]):
        words.file.fail(words["target"], "'target' must be two numbers, low then high: [800, 1200]")
    limits = [("min", least), *(("target", number) for number in target), ("max", most)]
    for (low_key, low), (high_key, high) in itertools.pairwise((key, number) for key, number in limits if number):
        if low > high:
            said = f"{low_key!r} ({low}) is more than {high_key!r} ({high}); order them min, target, max"
            words.file.fail(words[low_key], said)
    return {"min_words": least, "max_words": most, "target_words": tuple(target) or (0, 0)}


def _limits(task: dict[str, Any]) -> set[str]:
    """Names of the word limits that the task sets."""
    numbers = (task.get("min_words"), task.get("max_words"), *task.get("target_words", (0, 0)))
    return {name for name, number in zip(TASK_NAMES, numbers, strict=True) if number}
