"""Rubric files: read strictly, refused with file, line and a hint."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import RubricError
from grader.rubric import Rubric, find, load_points, load_rubric, read_rubric, shipped
from grader.rubric.yamlfile import File

SHORT = """grader_rubric: 1
title: My class test
total: 20
criteria: {structure: 4, coverage: 8, language: 4, referencing: 4}
"""
LONG = """grader_rubric: 1
id: class
title: My class test
total: 5
round_to: whole
pass_mark: 2
task: {words: {target: [100, 200], min: 50}}
bands: [{at: 0.5, title: Pass}, {at: 0, title: Fail}]
criteria:
  - id: evidence
    title: Evidence
    marks: 3
    levels: [{at: 0.5, title: Good, text: "Facts."}, {at: 0, title: Thin}]
    rules:
      - {check: referencing.attributed-share, weight: 1, bands: [[0, 0], [1, 1]], advice: "Name it."}
  - {id: structure, marks: 2, judge: tutor}
points:
  - A plain sentence is a point.
  - {id: second, text: Another one., aliases: [one more, "again*"], group: g, depth: mentioned, weight: 2}
groups: {g: 1}
gates:
  - {id: short, when: "text.words < 10", effect: refuse, say: "Too short."}
  - {id: cap, when: "referencing.attributed-share == 0", effect: cap, criterion: evidence, to: 1, say: "No sources."}
penalties:
  - {id: under, when: "text.words < task.words.min", per: 10%, marks: 0.5, max: 1}
"""


def read(text: str, name: str = "my.yaml") -> Rubric:
    return read_rubric(File(text.encode(), name))


def test_the_short_form_gets_the_standard_rules() -> None:
    rubric = read(SHORT)
    assert [(one.id, one.marks) for one in rubric.criteria] == [
        ("structure", 4),
        ("coverage", 8),
        ("language", 4),
        ("referencing", 4),
    ]
    assert all(one.rules and len(one.levels) >= 2 for one in rubric.criteria)
    assert rubric.id == "my"
    assert rubric.round_to == 0.5


def test_the_long_form_says_everything() -> None:
    rubric = read(LONG)
    assert rubric.target_words == (100, 200)
    assert rubric.min_words == 50
    assert [level.title for level in rubric.bands] == ["Pass", "Fail"]
    evidence, structure = rubric.criteria
    assert evidence.rules[0].advice == "Name it."
    assert structure.judge == "tutor"
    assert structure.rules, "a standard id without rules gets the standard ones"
    assert [point.id for point in rubric.points.points] == ["p1", "second"]
    assert rubric.points.points[1].aliases == ("one more", "again*")
    assert rubric.points.groups == (("g", 1),)
    assert [gate.effect for gate in rubric.gates] == ["refuse", "cap"]
    assert rubric.penalties[0].per == 10


def test_the_hash_follows_the_content_and_not_the_layout() -> None:
    assert read(SHORT).hash == read(SHORT + "# a remark\n").hash
    assert read(SHORT).hash != read(SHORT.replace("class", "other")).hash


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (("title:", "titel:"), "my.yaml:3: unknown key 'titel' in the rubric; did you mean 'title'?"),
        (("total: 5", "total: 6"), "my.yaml:4: the criteria's marks add up to 5, but 'total' is 6; change one of them"),
        (
            ("referencing.attributed-share, weight", "referencing.atributed-share, weight"),
            "my.yaml:15: no check called 'referencing.atributed-share'; did you mean 'referencing.attributed-share'?",
        ),
        (("grader_rubric: 1", "grader_rubric: 2"), "my.yaml:1: this grader reads rubric format 1, not '2'"),
        (("marks: 3", "marks: three"), "my.yaml:12: 'marks' must be a number, not 'three'"),
        (("judge: tutor", "judge: teacher"), "my.yaml:16: 'judge' is 'teacher', but must be one of auto, tutor"),
        (
            ("round_to: whole", "round_to: 0.3"),
            "my.yaml:5: 'round_to' is '0.3', but must be one of whole, 1, 0.5, 0.25, 0.1",
        ),
        (
            ("bands: [[0, 0], [1, 1]]", "bands: [[1, 0], [0, 1]]"),
            "my.yaml:15: the values of 'bands' must rise from pair to pair",
        ),
        (("bands: [[0, 0], [1, 1]]", "bands: [[0, 0]]"), "my.yaml:15: 'bands' needs at least two [value, share] pairs"),
        (
            ("bands: [[0, 0], [1, 1]]", "bands: [[0, 0], [1, 2]]"),
            "my.yaml:15: a band's share must be between 0 and 1, not 2",
        ),
        (
            ("{at: 0, title: Fail}", "{at: 0.1, title: Fail}"),
            "my.yaml:8: 'bands' must be two or more, highest first, the last at 0",
        ),
        (
            ("text.words < 10", "text.word < 10"),
            "my.yaml:22: unknown name 'text.word' in a condition; did you mean 'text.words'?",
        ),
        (
            ("text.words < 10", "words are few"),
            "my.yaml:22: cannot read 'words are few'; write it like 'text.words < 80'",
        ),
        (
            ("criterion: evidence", "criterion: evidnce"),
            "my.yaml:23: effect 'cap' needs 'criterion', one of evidence, structure; did you mean 'evidence'?",
        ),
        (("per: 10%", "per: 10"), "my.yaml:25: 'per' must be a percentage such as 10%, not '10'"),
        (("id: second", "id: p1"), "my.yaml:19: two points have the id 'p1'"),
        (("id: structure", "id: evidence"), "my.yaml:16: criterion 'evidence' has no rules and is not a standard one"),
        (("total: 5", "total: 5\ntotal: 5"), "my.yaml:5: 'total' is given twice in the rubric"),
        (("weight: 1,", "weight: 0,"), "my.yaml:15: 'weight' must be above 0; leave the rule out instead"),
        (
            ("title: My class test", "title: &a My class test\nnotice: *a"),
            "my.yaml:4: references (*a) are not allowed; write the part out",
        ),
        (("title: My class test", "title: 'My class test"), "not valid YAML"),
        (
            ("target: [100, 200]", "target: [200, 100]"),
            "my.yaml:7: 'target' must be two numbers, low then high: [800, 1200]",
        ),
        (
            ('text: "Facts."', "text: Facts, and more"),
            "my.yaml:13: unknown key 'and more' in a level; put quotes round a text that holds a comma",
        ),
    ],
)
def test_a_mistake_gets_file_line_and_hint(change: tuple[str, str], complaint: str) -> None:
    assert change[0] in LONG
    with pytest.raises(RubricError) as error:
        read(LONG.replace(*change, 1))
    assert complaint in str(error.value)
    assert "\n" not in str(error.value)


def test_the_short_form_knows_its_criteria() -> None:
    with pytest.raises(RubricError, match="no standard criterion 'strcture'; did you mean 'structure'"):
        read(SHORT.replace("structure", "strcture"))


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe\x00", b"- a\n- b\n", b"a: [", b"just words", b"x" * 2_000_000, b"[" * 5000, b"{a: " * 200]
)
def test_no_file_brings_it_down(data: bytes) -> None:
    with pytest.raises(RubricError) as error:
        read_rubric(File(data, "bad.yaml"))
    assert str(error.value).startswith("bad.yaml")


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    with pytest.raises(RubricError):
        read_rubric(File(text.encode("utf-8", "surrogatepass"), "any.yaml"))


@pytest.mark.parametrize("name", shipped())
def test_the_shipped_rubrics_are_sound(name: str) -> None:
    rubric = load_rubric(name)
    assert rubric.id == name
    assert rubric.notice
    assert sum(one.marks for one in rubric.criteria) == rubric.total
    assert rubric.status == "teacher" or "not affiliated" in " ".join(rubric.notice.split())


def test_a_shipped_name_with_a_slip_gets_a_hint() -> None:
    with pytest.raises(RubricError, match="did you mean 'css-current-affairs'"):
        find("css-curent-affairs")
    with pytest.raises(RubricError, match="no such file"):
        load_rubric("nowhere/mine.yaml")


def test_points_files(tmp_path: Path) -> None:
    path = tmp_path / "q.yaml"
    path.write_text(
        'question: "Discuss it."\ndirective: Discuss\npoints:\n  - {id: a, text: One., aliases: [uno]}\n  - Two.\n'
    )
    points = load_points(path)
    assert points.question == "Discuss it."
    assert [point.text for point in points.points] == ["One.", "Two."]
    path.write_text("points:\n  - {id: a, txt: One.}\n")
    with pytest.raises(RubricError, match=r"q\.yaml:2: unknown key 'txt' in a point; did you mean 'text'"):
        load_points(path)
    path.write_text("question: Discuss it.\n")
    with pytest.raises(RubricError, match="a points file lacks 'points'"):
        load_points(path)
