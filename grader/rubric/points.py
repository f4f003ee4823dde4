"""Expected points: the points of a rubric or of a file of their own, their groups, and the instruction word."""

from __future__ import annotations

import re
from collections import Counter

import yaml

from grader.lexicon import compile_phrases, load
from grader.rubric.model import Point, PointSet
from grader.rubric.yamlfile import Fields, File, Once, quote, suggest

_KEYS = ("id", "text", "paraphrases", "aliases", "group", "depth", "weight")
_STAR = re.compile(r"(?<!\w)\*|\*(?=[\w*])")  # one that does not end a word


def point_set(top: Fields) -> PointSet:
    """What stands under ``points``, ``groups``, ``question`` and ``directive``."""
    points = _points(top)
    return PointSet(points, _groups(top, points), top.text("question"), directive(top))


def directive(fields: Fields, default: str = "") -> str:
    """The instruction word: "auto", or what holds one of those in lexicon/directives.yaml for each "and" and comma."""
    text = fields.words("directive", default) if "directive" in fields else default
    if text.lower() in ("", "auto"):
        return text.lower()
    phrases = [phrase for entry in load("directives")["directives"].values() for phrase in entry["phrases"]]
    known = compile_phrases(tuple(phrases))
    for part in re.split(r",|;|&|\band\b", text.replace("-", " ")):
        if part.strip() and not known.search(part):
            hint = suggest(part.strip().lower(), phrases) or "; leave it out, or write auto, to find it in the question"
            fields.file.fail(fields["directive"], f"no instruction word in {quote(part.strip())}{hint}")
    return text


def _points(top: Fields) -> tuple[Point, ...]:
    ids = Once(top.file, "points have the id")
    texts = Once(top.file, "points have the text")
    found = []
    for number, item in enumerate(top.listed("points"), 1):
        point = _point(top.file, item, f"p{number}")
        ids.take(point.id, item)
        texts.take(point.text, item)
        found.append(point)
    return tuple(found)


def _point(file: File, item: yaml.Node, default: str) -> Point:
    if isinstance(item, yaml.ScalarNode):  # a plain sentence is a point
        return Point(default, _words(file, item, "a point"))
    fields = file.fields(item, "a point", _KEYS, ("text",))
    return Point(
        id=fields.name(default),
        text=_words(file, fields["text"], "'text'"),
        paraphrases=tuple(_words(file, one, "an entry of 'paraphrases'") for one in fields.listed("paraphrases")),
        aliases=tuple(_alias(file, one) for one in fields.listed("aliases")),
        group=fields.words("group"),
        depth=fields.choice("depth", ("mentioned", "explained", "evidenced"), "explained"),
        weight=fields.number("weight", 1.0, 0.01, 100),
    )


def _words(file: File, node: yaml.Node, what: str) -> str:
    """A text with at least a letter or digit: without one, nothing in an answer can be held against it."""
    text = file.words(node, what)
    if not re.search(r"[^\W_]", text):
        file.fail(node, f"{what} is {quote(text)}; it needs words")
    return text


def _alias(file: File, node: yaml.Node) -> str:
    text = _words(file, node, "an alias")
    if _STAR.search(text):
        file.fail(node, f"alias {quote(text)}: * stands for the rest of a word; put it at the end of one: mineral*")
    return text


def _groups(top: Fields, points: tuple[Point, ...]) -> tuple[tuple[str, int], ...]:
    if "groups" not in top:
        return ()
    sizes = Counter(point.group for point in points if point.group)
    fields = top.file.fields(top["groups"], "'groups'")
    for name in fields:
        if name not in sizes:
            near = suggest(name, sizes) or f" (groups: {', '.join(sizes) or 'none'})"
            top.file.fail(fields[name], f"no point belongs to the group {quote(name)}{near}")
        top.file.whole(
            fields[name], f"how many of {quote(name)} are expected (there are {sizes[name]})", 1, sizes[name]
        )
    return tuple((name, fields.whole(name)) for name in fields)
