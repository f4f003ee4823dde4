"""Rubric and points files -> :class:`Rubric`, :class:`PointSet`; refuses what is not understood, with file and line."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import yaml

from grader.rubric.criteria import criteria, levels, standard_bands
from grader.rubric.find import find
from grader.rubric.gates import gates, penalties
from grader.rubric.model import Point, PointSet, Rubric
from grader.rubric.yamlfile import Fields, File, read

VERSION = "1"
_ROUND_TO = {"whole": 1.0, "1": 1.0, "0.5": 0.5, "0.25": 0.25, "0.1": 0.1}
_KEYS = (
    *(
        "grader_rubric",
        "id",
        "title",
        "status",
        "notice",
        "language",
        "task",
        "total",
        "round_to",
        "pass_mark",
        "bands",
    ),
    *("criteria", "points", "groups", "gates", "penalties"),
)


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
    file = read(Path(path))
    return _point_set(
        file.fields(file.root, "a points file", ("question", "directive", "points", "groups"), ("points",))
    )


def read_rubric(file: File) -> Rubric:
    """The rubric in a parsed file; see :func:`load_rubric`."""
    top = file.fields(file.root, "the rubric", _KEYS, ("grader_rubric", "title", "total", "criteria"))
    if top.text("grader_rubric") != VERSION:
        file.fail(top["grader_rubric"], f"this grader reads rubric format {VERSION}, not {top.text('grader_rubric')!r}")
    total = top.number("total", low=1, high=1000)
    marked = criteria(file, top["criteria"])
    given = round(sum(criterion.marks for criterion in marked), 6)
    if given != total:
        file.fail(
            top["total"], f"the criteria's marks add up to {given:g}, but 'total' is {total:g}; change one of them"
        )
    return Rubric(
        id=top.text("id", Path(file.label).stem),
        title=top.text("title"),
        total=total,
        criteria=marked,
        status=top.choice("status", ("official", "derived", "teacher"), "teacher"),
        notice=top.text("notice"),
        language=top.choice("language", ("en-GB", "en-US"), "en-GB"),
        round_to=_ROUND_TO[top.choice("round_to", tuple(_ROUND_TO), "0.5")],
        pass_mark=top.number("pass_mark", high=total),
        bands=levels(file, top["bands"], "'bands'") if "bands" in top else standard_bands(),
        points=_point_set(top),
        gates=gates(top, marked, total),
        penalties=penalties(top),
        hash=hashlib.sha256(yaml.serialize(file.root).encode()).hexdigest()[:12],
        source=file.label,
        **_task(file, top),
    )


def _task(file: File, top: Fields) -> dict[str, Any]:
    if "task" not in top:
        return {}
    task = file.fields(top["task"], "'task'", ("question", "directive", "words", "minutes"))
    found: dict[str, Any] = {
        "question": task.text("question"),
        "directive": task.text("directive", "auto"),
        "minutes": task.whole("minutes", high=600),
    }
    if "words" in task:
        words = file.fields(task["words"], "'words'", ("target", "min", "max"))
        found |= {"min_words": words.whole("min", low=1), "max_words": words.whole("max", low=1)}
        if "target" in words:
            target = [int(file.number(item, "a target", 1, 50_000)) for item in words.listed("target")]
            if len(target) != 2 or target[0] > target[1]:
                file.fail(words["target"], "'target' must be two numbers, low then high: [800, 1200]")
            found["target_words"] = (target[0], target[1])
    return found


def _point_set(top: Fields) -> PointSet:
    groups = top.file.fields(top["groups"], "'groups'") if "groups" in top else None
    return PointSet(
        points=_points(top),
        groups=tuple((name, groups.whole(name, high=100)) for name in groups) if groups else (),
        question=top.text("question"),
        directive=top.text("directive"),
    )


def _points(top: Fields) -> tuple[Point, ...]:
    file = top.file
    points: list[Point] = []
    for number, item in enumerate(top.listed("points"), 1):
        if isinstance(item, yaml.ScalarNode):  # a plain sentence is a point
            points.append(Point(f"p{number}", file.text(item, "a point")))
        else:
            fields = file.fields(
                item, "a point", ("id", "text", "paraphrases", "aliases", "group", "depth", "weight"), ("text",)
            )
            points.append(
                Point(
                    id=fields.text("id", f"p{number}"),
                    text=fields.text("text"),
                    paraphrases=fields.texts("paraphrases"),
                    aliases=fields.texts("aliases"),
                    group=fields.text("group"),
                    depth=fields.choice("depth", ("mentioned", "explained", "evidenced"), "explained"),
                    weight=fields.number("weight", 1.0, 0.01, 100),
                )
            )
        if not points[-1].text:
            file.fail(item, "a point needs a text")
        if points[-1].id in {other.id for other in points[:-1]}:
            file.fail(item, f"two points have the id {points[-1].id!r}")
    return tuple(points)
