"""Change one thing in an answer, and only what belongs to it moves.

"Moves" is measured as a share of each criterion's own marks. Gaming (padding, pasting twice, stuffing) never raises a mark.
"""

from __future__ import annotations

import re
from functools import cache

import pytest

from grader import load_points, load_rubric, mark
from grader.result import Result
from grader.rubric import PointSet, Rubric
from grader.segment import build
from tests.conftest import ROOT

SAMPLES = ROOT / "samples"
NAMES = ("climate-water-strong.md", "climate-water-good.md", "climate-water-middling.txt")
STILL = 0.05
CONNECTIVES = (
    "Moreover, furthermore, however, therefore, thus, hence, consequently, in addition, on the other hand, as a result. "
    * 6
)


@cache
def rubric() -> Rubric:
    return load_rubric("css-current-affairs")


@cache
def points() -> PointSet:
    return load_points(SAMPLES / "climate-water.points.yaml")


@cache
def marked(text: str) -> Result:
    return mark(build(text, "essay"), rubric(), points=points(), engine="none")


def shares(result: Result) -> dict[str, float]:
    return {one.id: (one.marks or 0.0) / one.out_of for one in result.criteria}


def text_of(name: str) -> str:
    return (SAMPLES / name).read_text()


def without_remark(text: str) -> str:
    """The answer without the marker's words after it."""
    remarks = build(text, "essay").blocks_of("remark")
    return text[: remarks[0].span.start].rstrip() if remarks else text


def moved(before: str, after: str) -> dict[str, float]:
    assert before != after, "the change changed nothing"
    old, new = shares(marked(before)), shares(marked(after))
    return {name: new[name] - old[name] for name in old}


def falls_alone(change: dict[str, float], *names: str) -> None:
    for name, step in change.items():
        if name in names:
            assert step < 0, f"{name} did not fall"
        else:
            assert abs(step) < STILL, f"{name} moved by {step:+.2f}"


def strip_sources(text: str) -> str:
    """The same claims without who made them, and without the list."""
    text = re.split(r"\n+(?:#+ )?REFERENCES", text)[0]
    text = re.sub(r"\s*\((?:[A-Z][^()]*?,\s*)?\d{4}[a-z]?\)", "", text)
    text = re.sub(r"According to (?:the )?[A-Z][\w' ]+?, ", "It is known that ", text)
    return re.sub(r"\b(?:ICIMOD|NDMA|The National Water Policy|The World Bank)\b", "It", text)


def with_errors(text: str) -> str:
    """Right words made wrong, without touching what the answer says."""
    for right, wrong in (
        (" government", " goverment"),
        ("because ", "becuase "),
        (" their ", " thier "),
        (" which ", " wich "),
    ):
        text = text.replace(right, wrong)
    return re.sub(r"\bin the (?=\w)", "in the the ", text, count=8)


@pytest.mark.parametrize("name", NAMES)
def test_add_errors_and_only_language_falls(name: str) -> None:
    falls_alone(moved(text_of(name), with_errors(text_of(name))), "language")


def test_strip_sources_and_referencing_falls() -> None:
    """Development may lose a proof with its source, and no more than that."""
    change = moved(text_of(NAMES[0]), strip_sources(text_of(NAMES[0])))
    assert change["referencing"] < -0.2
    assert all(abs(step) < 0.1 for name, step in change.items() if name != "referencing")


def test_remove_the_reference_list_and_only_referencing_moves() -> None:
    text = text_of(NAMES[0])
    falls = moved(text, re.split(r"\n+REFERENCES", text)[0])
    assert all(abs(step) < 0.001 for name, step in falls.items() if name != "referencing")


@pytest.mark.parametrize("name", NAMES[1:])
def test_add_a_reference_list_and_nothing_falls(name: str) -> None:
    answer = without_remark(text_of(name))
    listed = f"{answer}\n\nREFERENCES\n\nWorld Bank. (2022). A report on the rivers.\n"
    assert all(step >= -0.001 for step in moved(answer, listed).values())


@pytest.mark.parametrize("name", NAMES[:2])
def test_drop_the_conclusion_and_structure_falls(name: str) -> None:
    text = text_of(name)
    cut = re.sub(r"(?s)\n(?:## |6\. )CONCLUSION.*?(?=\nREFERENCES|\Z)", "\n", text, flags=re.IGNORECASE)
    change = moved(text, cut)
    assert change["structure"] < -0.05
    assert all(step < STILL for step in change.values()), "nothing gains by it"


def test_drop_an_outlined_section_and_the_missing_item_is_named() -> None:
    text = text_of(NAMES[0])
    cut = re.sub(r"(?s)\n2\.3 HEAT, THIRST AND FOOD.*?(?=\n2\.4 )", "\n", text)
    assert moved(text, cut)["structure"] < 0
    missing = [
        item.text for outline in marked(cut).structure.outline for item in outline.items if item.state == "missing"
    ]
    assert missing == ["Heat, thirst and food"]


@pytest.mark.parametrize("name", NAMES)
def test_strike_words_out_and_only_presentation_falls(name: str) -> None:
    text = text_of(name)
    struck = re.sub(r"(?<=[a-z]) (the|a|of) (?=[a-z])", r" ~~an old~~ \1 ", text, count=12)
    falls_alone(moved(text, struck), "presentation")


@pytest.mark.parametrize("name", NAMES)
def test_a_remark_by_the_marker_moves_nothing(name: str) -> None:
    text = re.split(r"\n+REFERENCES", text_of(name))[0].rstrip()
    if "middling" in name:  # it has one already
        text = text.rpartition("\n\n")[0]
    change = moved(text, f"{text}\n\ngood attempt, improve the handwriting and the references.")
    assert set(change.values()) == {0.0}


@pytest.mark.parametrize("name", NAMES)
def test_an_off_topic_paragraph_raises_nothing(name: str) -> None:
    drift = "Our poets sang of roses and of moonlit gardens. Every child knows their verses by heart and recites them at weddings."
    text = re.sub(r"\n(?=(?:## |\d\. )CONCLUSION)", f"\n{drift}\n\n", text_of(name), count=1, flags=re.IGNORECASE)
    change = moved(text_of(name), text)
    assert all(step < STILL for step in change.values())
    assert change["relevance"] <= 0


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("gaming", ["twice", "connectives", "paragraph again"])
def test_gaming_never_raises_the_mark(name: str, gaming: str) -> None:
    text = text_of(name)
    if "middling" in name:  # its last lines are the marker's; in the middle of an answer they would be the student's
        text = text.rstrip().rpartition("\n\n")[0]
    body = re.split(r"\n+REFERENCES", text)[0]
    if gaming == "twice":
        gamed = f"{body}\n\n{body.partition(chr(10))[2]}"
    elif gaming == "connectives":
        gamed = f"{body}\n\n{CONNECTIVES}"
    else:
        paragraph = max(body.split("\n\n"), key=len)
        gamed = body.replace(paragraph, f"{paragraph}\n\n{paragraph}")
    assert (marked(gamed).marks or 0) <= (marked(text).marks or 0)


def test_layout_that_should_not_matter_does_not() -> None:
    text = text_of(NAMES[1])
    assert shares(marked(text)) == shares(marked(text.replace("\n\n", "\n\n\n")))
    assert shares(marked(text)) == shares(marked(text + "\n\n"))
