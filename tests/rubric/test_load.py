"""Rubric files: read strictly, refused with file, line and a hint."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import RubricError
from grader.rubric import PointSet, Rubric, find, load_either, load_points, load_rubric, read_rubric, shipped
from grader.rubric.yamlfile import File
from tests.conftest import ROOT

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


@pytest.mark.parametrize(
    ("target", "bands"), [("", ((0.5, 0.0), (7.0, 1.0))), ("[200, 300]", ((0.12, 0.0), (1.75, 1.0)))]
)
def test_bands_of_amounts_follow_the_words_that_are_asked_for(
    target: str, bands: tuple[tuple[float, float], ...]
) -> None:
    task = f"task: {{words: {{target: {target}}}}}\n" if target else ""
    rubric = read(f"grader_rubric: 1\ntitle: Short\n{task}total: 10\ncriteria: {{coverage: 10}}\n")
    rules = {rule.check: rule for rule in rubric.criteria[0].rules}
    assert rules["coverage.development"].bands == bands
    assert rules["coverage.expected-points"].bands == ((0.1, 0.0), (1.0, 1.0))


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
        (("id: structure", "id: evidence"), "my.yaml:16: two criteria have the id 'evidence' (the other in line 10)"),
        (
            ("id: structure, marks: 2, judge: tutor", "id: strcture, marks: 2"),
            "my.yaml:16: criterion 'strcture' has no rules and is not a standard one; did you mean 'structure'?",
        ),
        (("total: 5", "total: 5\ntotal: 5"), "my.yaml:5: 'total' is given twice in the rubric"),
        (("weight: 1,", "weight: 0,"), "my.yaml:15: 'weight' must be above 0; leave the rule out instead"),
        (
            ("title: My class test", "title: &a My class test\nnotice: *a"),
            "my.yaml:3: references (&a) are not allowed; write the part out",
        ),
        (
            ("title: My class test", "title: 'My class test"),
            "my.yaml:3: the quote that opens in this line is never closed",
        ),
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


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("marks: 3", "marks: 0", "my.yaml:12: 'marks' must be above 0; give it marks, or leave it out"),
        ("marks: 3", "marks: 3.005", "my.yaml:12: 'marks' may have two decimals at most, not 3.005; round it"),
        ("marks: 3", "marks: -3", "my.yaml:12: 'marks' must be between 0 and 1000, not -3"),
        ("marks: 3", "marks: nan", "my.yaml:12: 'marks' must be a number, not 'nan'"),
        ("marks: 3", "marks: .inf", "my.yaml:12: 'marks' must be a number, not '.inf'"),
        ("marks: 3", "marks: true", "my.yaml:12: 'marks' must be a number, not 'true'"),
        ("marks: 3", "marks: 1e9", "my.yaml:12: 'marks' must be a number, not '1e9'"),
        ("marks: 3", "marks: 3,5", "my.yaml:12: 'marks' must be a number, not '3,5'; write 3.5"),
        ("marks: 3", "marks: 3 marks", "my.yaml:12: 'marks' must be a number, not '3 marks'; write 3 alone"),
        ("marks: 3", "marks:", "my.yaml:12: 'marks' is empty; give a number"),
        ("marks: 3", "marks: [3]", "my.yaml:12: 'marks' must be one piece of text, not a list"),
        ("total: 5", "total: 0", "my.yaml:4: 'total' must be between 1 and 1000, not 0"),
        ("total: 5", "total: 5.001", "my.yaml:4: 'total' may have two decimals at most"),
        ("pass_mark: 2", "pass_mark: 2.005", "my.yaml:6: 'pass_mark' may have two decimals at most"),
        ("pass_mark: 2", "pass_mark: 6", "my.yaml:6: 'pass_mark' must be between 0 and 5, not 6"),
        ("title: My class test", 'title: ""', "my.yaml:3: 'title' is empty; give it words"),
        ("title: Evidence", "title:", "my.yaml:11: 'title' is empty; give it words"),
        ("title: Pass", 'title: " "', "my.yaml:8: 'title' is empty; give it words"),
        ("id: class", "id:", "my.yaml:2: the id of the rubric is ''; use letters"),
        ("id: class", "id: my class/1", "my.yaml:2: the id of the rubric is 'my class/1'; use letters (a to z), digits, "),
        ("id: evidence", "id: évidence", "64 at most, such as 'evidence'"),
        ("- id: evidence", "- id:", "my.yaml:10: the id of a criterion is ''; use letters"),
        ("id: structure", "id: Evidence", "my.yaml:16: two criteria have the id 'Evidence' (the other in line 10)"),
        ("{at: 0, title: Fail}", "{at: 0, title: Pass}", "my.yaml:8: two levels have the id 'pass'"),
        ("{at: 0, title: Fail}", "{id: pass, at: 0, title: Fail}", "my.yaml:8: two levels have the id 'pass'"),
        ("{at: 0, title: Thin}", "{at: 0, title: Good}", "my.yaml:13: two levels have the id 'good'"),
        ("{at: 0.5, title: Pass}", "{at: 50, title: Pass}", "my.yaml:8: 'at' must be between 0 and 1, not 50; 1 stands"),
        ("{at: 0.5, title: Pass}", "{at: 50%, title: Pass}", "my.yaml:8: 'at' must be a number, not '50%'; write 0.5"),
        ("[[0, 0], [1, 1]]", "[[0, 0], [1, 0]]", "my.yaml:15: 'bands' gives no marks for any value"),
        ("[[0, 0], [1, 1]]", "[[0, 0], [1, 3]]", "my.yaml:15: a band's share must be between 0 and 1, not 3; 1 stands"),
        ("[[0, 0], [1, 1]]", "[[0, 0], [0, 1]]", "my.yaml:15: the values of 'bands' must rise"),
        ("[[0, 0], [1, 1]]", "{0: 0, 1: 1}", "my.yaml:15: 'bands' must be a list"),
        ("weight: 1,", "weight: -1,", "my.yaml:15: 'weight' must be between 0 and 1000, not -1"),
        ("target: [100, 200]", "target: [100, 200.7]", "my.yaml:7: a number of 'target' must be a whole number, not 200.7"),
        ("target: [100, 200]", "target: 100", "my.yaml:7: 'target' must be a list"),
        ("target: [100, 200]", "target: [100]", "my.yaml:7: 'target' must be two numbers, low then high"),
        ("min: 50", "min: 120", "my.yaml:7: 'min' (120) is more than 'target' (100); order them min, target, max"),
        ("min: 50", "max: 150", "my.yaml:7: 'target' (200) is more than 'max' (150); order them"),
        ("target: [100, 200], min: 50", "min: 2000, max: 500", "my.yaml:7: 'min' (2000) is more than 'max' (500)"),
        ("min: 50", "min: 50.5", "my.yaml:7: 'min' must be a whole number, not 50.5"),
        ("min: 50", "min: 1,000", "my.yaml:7: unknown key '000' in 'words'"),
        ("task: {", "task: {directive: dicsuss, ", "my.yaml:7: no instruction word in 'dicsuss'; did you mean 'discuss'?"),
        ("groups: {g: 1}", "groups: {factrs: 4}", "my.yaml:20: no point belongs to the group 'factrs' (groups: g)"),
        ("groups: {g: 1}", "groups: {g: 2}", "my.yaml:20: how many of 'g' are expected (there are 1) must be between 1 and 1"),
        ("groups: {g: 1}", "groups: [g]", "my.yaml:20: 'groups' must be 'key: value' lines, not a list"),
        ("points:", "points: none\npints:", "my.yaml:18: unknown key 'pints' in the rubric; did you mean 'points'?"),
        ("marks: 2, judge: tutor", "marks: 2, rules: []", "my.yaml:16: criterion 'structure' needs at least one rule, or 'judge: tutor'"),
    ],
)  # fmt: skip
def test_what_used_to_slip_through(old: str, new: str, complaint: str) -> None:
    assert old in LONG
    with pytest.raises(RubricError) as error:
        read(LONG.replace(old, new, 1))
    assert complaint in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("marks: 3", "marks: 3.00"),
        ("total: 5", "total: 5.0"),
        ("pass_mark: 2", "pass_mark: 0"),
        ("pass_mark: 2", "pass_mark: 5"),
        ("id: class", "id: CSS_2026.paper-2"),
        ("title: Thin", "title: Good enough"),
        ("{at: 0.5, title: Pass}", "{at: 1, title: Pass}"),
        ("[[0, 0], [1, 1]]", "[[-5, 1], [2.125, 0.3333], [7, 0]]"),
        ("target: [100, 200], min: 50", "target: [100, 100], min: 100, max: 100"),
        ("target: [100, 200], min: 50", "min: 50, max: 60"),
        ("task: {", "task: {directive: Critically Examine, "),
        ('advice: "Name it."', "advice: Name it (author and year)."),
        ("judge: tutor", "judge: tutor, levels: [{at: 0.5, title: A}, {at: 0, title: B}]"),
        ("{id: structure, marks: 2, judge: tutor}", "{id: handwriting, marks: 2, judge: tutor}"),
        ("{id: structure, marks: 2, judge: tutor}", "{id: handwriting, marks: 2, judge: tutor, rules: []}"),
    ],
)
def test_near_misses_are_read(old: str, new: str) -> None:
    assert old in LONG
    read(LONG.replace(old, new, 1))


def test_marks_re_add_at_two_decimals() -> None:
    assert (
        read("grader_rubric: 1\ntitle: T\ntotal: 1\ncriteria: {structure: 0.1, language: 0.2, coverage: 0.7}").total
        == 1
    )


def test_a_criterion_of_the_tutors_own_needs_no_rules() -> None:
    handwriting = read(LONG.replace("{id: structure,", "{id: handwriting,")).criteria[1]
    assert (handwriting.rules, handwriting.title, handwriting.judge) == ((), "handwriting", "tutor")
    assert handwriting.levels


@pytest.mark.parametrize(
    ("criteria", "complaint"),
    [
        (
            "",
            "my.yaml:1: no criteria, so nothing gives marks; add, for example, 'criteria: {structure: 8, language: 12}'",
        ),
        ("criteria:", "my.yaml:4: 'criteria' is empty; say what gives marks"),
        ("criteria: []", "my.yaml:4: 'criteria' is empty"),
        ("criteria: {}", "my.yaml:4: 'criteria' is empty"),
        ("criteria: structure", "my.yaml:4: 'criteria' must be a list"),
        (
            "criteria: [structure]",
            "my.yaml:4: in a list, write {id: structure, marks: 4}; without dashes, structure: 4",
        ),
        ("criteria:\n  - structure: 20", "my.yaml:5: in a list, write {id: structure, marks: 4}"),
        ("criteria: [{id: structure}]", "my.yaml:4: a criterion lacks 'marks'; add it"),
        ("criteria: {structure: 0, language: 20}", "my.yaml:4: 'structure' must be above 0"),
        ("criteria: {structure: {marks: 20}}", "my.yaml:4: 'structure' must be one piece of text"),
        ("criteria: {language: 10, language: 10}", "my.yaml:4: 'language' is given twice in 'criteria'; delete one"),
    ],
)
def test_the_criteria_as_a_whole(criteria: str, complaint: str) -> None:
    with pytest.raises(RubricError) as error:
        read(f"grader_rubric: 1\ntitle: T\ntotal: 20\n{criteria}\n")
    assert complaint in str(error.value)


def test_an_id_is_made_of_the_files_name() -> None:
    assert read(SHORT, "essays/Class 9 (b).yaml").id == "Class-9-b"
    assert read(SHORT, "کلاس.yaml").id == "rubric"


def test_rubrics_and_points_files_are_told_apart(tmp_path: Path) -> None:
    points = tmp_path / "q.yaml"
    points.write_text("question: Discuss.\npoints: [One.]\n")
    mine = tmp_path / "mine.yaml"
    mine.write_text(SHORT)
    assert isinstance(load_either(mine), Rubric)
    assert isinstance(load_either(points), PointSet)
    with pytest.raises(RubricError, match=r"q\.yaml:1: this is a points file, not a rubric; name it with --points"):
        load_rubric(points)
    with pytest.raises(RubricError, match=r"mine\.yaml:1: this is a rubric, not a points file; name it with --rubric"):
        load_points(mine)
    mine.write_text(SHORT.replace("criteria", "points"))
    with pytest.raises(RubricError, match="no criteria, so nothing gives marks"):
        load_either(mine)


def test_the_guides_examples_are_read() -> None:
    examples = re.findall(r"```yaml\n(.*?)```", (ROOT / "rubrics/README.md").read_text(), re.DOTALL)
    assert len(examples) == 2
    for example in examples:
        read(example)


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    with pytest.raises(RubricError, match="no rubric called 'xxx"):
        load_rubric("x" * 5000)
    with pytest.raises(RubricError, match="a folder, not a rubric or points file"):
        load_rubric(tmp_path)


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
