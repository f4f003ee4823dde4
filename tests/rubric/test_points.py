"""Expected points, their groups and the instruction word."""

from __future__ import annotations

import pytest

from grader.errors import RubricError
from grader.rubric import PointSet
from grader.rubric.load import read_points
from grader.rubric.yamlfile import File

GOOD = """question: Discuss the tax.
directive: discuss
points:
  - The tax was spent at home.
  - id: quays
    text: The quays were rebuilt.
    paraphrases: [New quays came.]
    aliases: [quay*, new harbour]
    group: gains
  - {id: boats, text: The boats left., group: losses}
  - {id: rents, text: The rents rose., group: gains}
groups: {gains: 2, losses: 1}
"""


def read(text: str) -> PointSet:
    return read_points(File(text.encode(), "q.yaml"))


def test_a_good_file() -> None:
    points = read(GOOD)
    assert [point.id for point in points.points] == ["p1", "quays", "boats", "rents"]
    assert points.groups == (("gains", 2), ("losses", 1))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "directive: discuss",
            "directive: dicsuss",
            "q.yaml:2: no instruction word in 'dicsuss'; did you mean 'discuss'?",
        ),
        ("directive: discuss", "directive: discuss and evalute", "q.yaml:2: no instruction word in 'evalute'; did you"),
        (
            "directive: discuss",
            "directive: xyzzy",
            "q.yaml:2: no instruction word in 'xyzzy'; leave it out, or write auto",
        ),
        ("directive: discuss", "directive:", "q.yaml:2: 'directive' is empty"),
        ("gains: 2", "gians: 2", "q.yaml:12: no point belongs to the group 'gians'; did you mean 'gains'?"),
        ("gains: 2", "gains: 3", "q.yaml:12: how many of 'gains' are expected (there are 2) must be between 1 and 2"),
        ("gains: 2", "gains: 0", "q.yaml:12: how many of 'gains' are expected (there are 2) must be between 1 and 2"),
        ("gains: 2", "gains: -1", "q.yaml:12: how many of 'gains'"),
        ("gains: 2", "gains: 1.5", "q.yaml:12: how many of 'gains' are expected (there are 2) must be a whole number"),
        ("id: quays", "id:", "q.yaml:5: the id of a point is ''; use letters"),
        ("id: quays", "id: the quays", "q.yaml:5: the id of a point is 'the quays'; use letters"),
        ("id: quays", "id: ../quays", "q.yaml:5: the id of a point is '../quays'; use letters"),
        ("id: boats", "id: quays", "q.yaml:10: two points have the id 'quays' (the other in line 5); change one"),
        ("id: boats", "id: p1", "q.yaml:10: two points have the id 'p1' (the other in line 4)"),
        ("text: The boats left.", "text: The rents  rose.", "q.yaml:11: two points have the text 'The rents rose.'"),
        ("The tax was spent at home.", '""', "q.yaml:4: a point is empty; give it words"),
        ("The tax was spent at home.", '"..."', "q.yaml:4: a point is '...'; it needs words"),
        ("text: The boats left.", 'text: ""', "q.yaml:10: 'text' is empty; give it words"),
        ("[quay*, new harbour]", '[quay*, ""]', "q.yaml:8: an alias is empty"),
        ("[quay*, new harbour]", '["*"]', "q.yaml:8: an alias is '*'; it needs words"),
        ("[quay*, new harbour]", '["*quay"]', "q.yaml:8: alias '*quay': * stands for the rest of a word"),
        ("[quay*, new harbour]", '["new * harbour"]', "q.yaml:8: alias 'new * harbour': * stands for the rest"),
        ("[quay*, new harbour]", "quay*", "q.yaml:8: 'aliases' must be a list"),
        ("[New quays came.]", '[" "]', "q.yaml:7: an entry of 'paraphrases' is empty"),
        ("group: gains\n  - ", "group:\n  - ", "q.yaml:9: 'group' is empty"),
        ("points:", "ponts:", "q.yaml:3: unknown key 'ponts' in a points file; did you mean 'points'?"),
    ],
)
def test_a_fault_gets_its_line_and_what_to_do(old: str, new: str, said: str) -> None:
    assert old in GOOD
    with pytest.raises(RubricError) as error:
        read(GOOD.replace(old, new, 1))
    assert str(error.value).startswith(said)


def test_no_points() -> None:
    with pytest.raises(RubricError, match=r"q\.yaml:1: 'points' is empty; list at least one point"):
        read("points: []")


@pytest.mark.parametrize(
    "directive",
    ["auto", "Auto", "Discuss", "critically-examine", "To what extent", "compare and contrast", "discuss and suggest",
     "Discuss, suggest", "discuss critically", "way forward"],
)  # fmt: skip
def test_instruction_words_that_are_known(directive: str) -> None:
    assert read(GOOD.replace("directive: discuss", f"directive: {directive}")).directive.lower() == directive.lower()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("gains: 2", "gains: 1"),
        ("groups: {gains: 2, losses: 1}\n", ""),
        ("groups: {gains: 2, losses: 1}", "groups: {gains: 2}"),
        ("quay*, new harbour", "'quay* port*', GLOF, K-4"),
        ("id: quays", "id: Q_1.a-b"),
        ("text: The boats left.", "text: The boats left the port."),
        ("text: The boats left.", "text: کشتیاں چلی گئیں"),
        ("The tax was spent at home.", "2010 floods"),
    ],
)
def test_near_misses_are_read(old: str, new: str) -> None:
    assert old in GOOD
    read(GOOD.replace(old, new, 1))
