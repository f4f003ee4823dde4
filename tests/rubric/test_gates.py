"""Gates and penalties, and the names that their conditions know."""

from __future__ import annotations

import pytest

from grader.errors import RubricError
from grader.rubric import Rubric, read_rubric
from grader.rubric.yamlfile import File

GOOD = """grader_rubric: 1
title: T
total: 10
task:
  words: {min: 500, max: 1600}
criteria: {structure: 4, language: 6}
gates:
  - {id: short, when: "text.words < 80", effect: refuse, say: Too short.}
  - {id: off, when: "coverage.question-relevance < 0.2", effect: cap-total, to: 4, say: Off.}
  - {id: close, when: "structure.conclusion == 0", effect: cap, criterion: structure, to: 2.25, say: No close.}
penalties:
  - {id: length, when: "text.words < task.words.min or text.words > task.words.max", per: 10%, marks: 0.5, max: 2}
  - {id: thesis, when: "structure.thesis == 0", marks: 1}
"""


def read(text: str) -> Rubric:
    return read_rubric(File(text.encode(), "r.yaml"))


def test_a_good_file() -> None:
    rubric = read(GOOD)
    assert [(gate.effect, gate.to, gate.criterion) for gate in rubric.gates] == [
        ("refuse", 0, ""),
        ("cap-total", 4, ""),
        ("cap", 2.25, "structure"),
    ]
    assert [(one.per, one.marks, one.max) for one in rubric.penalties] == [(10, 0.5, 2), (0, 1, 1)]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("id: off", "id: short", "r.yaml:9: two gates have the id 'short' (the other in line 8); change one"),
        ("id: thesis", "id: Length", "r.yaml:13: two penalties have the id 'Length' (the other in line 12)"),
        ("id: off,", "id: ,", "r.yaml:9: the id of a gate is ''; use letters"),
        ("id: thesis", "id: <b>", "r.yaml:13: the id of a penalty is '<b>'; use letters (a to z), digits"),
        ("to: 4,", "to: 4.005,", "r.yaml:9: 'to' may have two decimals at most, not 4.005; round it"),
        ("to: 4,", "to: 11,", "r.yaml:9: 'to' must be between 0 and 10, not 11"),
        ("to: 4,", "to: nan,", "r.yaml:9: 'to' must be a number, not 'nan'"),
        ("to: 4, ", "", "r.yaml:9: effect 'cap-total' needs 'to'"),
        ("say: Too", "to: 4, say: Too", "r.yaml:8: effect 'refuse' takes no 'to'; delete it, or change the effect"),
        ("to: 4,", "to: 4, criterion: language,", "r.yaml:9: effect 'cap-total' takes no 'criterion'"),
        ("criterion: structure", "criterion: strcture", "r.yaml:10: effect 'cap' needs 'criterion', one of structure, language; did"),
        ("say: Off.", 'say: ""', "r.yaml:9: 'say' is empty; give it words"),
        ("marks: 0.5", "marks: 0.555", "r.yaml:12: 'marks' may have two decimals at most, not 0.555"),
        ("marks: 0.5", "marks: -0.5", "r.yaml:12: 'marks' must be between 0 and 1000, not -0.5"),
        ("marks: 0.5", "marks: 0", "r.yaml:12: 'marks' must be above 0"),
        ("marks: 0.5", "marks: true", "r.yaml:12: 'marks' must be a number, not 'true'"),
        ("marks: 0.5", "marks: .inf", "r.yaml:12: 'marks' must be a number, not '.inf'"),
        ("max: 2}", "max: 0.25}", "r.yaml:12: 'max' is 0.25, less than one step of 0.5 marks; raise it"),
        ("max: 2}", "max: 2.001}", "r.yaml:12: 'max' may have two decimals at most"),
        ("per: 10%", "per: ²%", "r.yaml:12: the percentage of 'per' must be a number, not '²'"),
        ("per: 10%", "per: 0.5%", "r.yaml:12: the percentage of 'per' must be between 1 and 1000, not 0.5"),
        ("per: 10%", "per: 0%", "r.yaml:12: the percentage of 'per' must be between 1 and 1000, not 0"),
        ("per: 10%", 'per: "%"', "r.yaml:12: the percentage of 'per' is empty; give a number"),
        ("per: 10%", "per: 10", "r.yaml:12: 'per' must be a percentage such as 10%, not '10'"),
        ("marks: 1}", "marks: 1, per: 10%}", "r.yaml:13: 'per' counts by how much a number misses its bound; use it with < or >"),
        ('"structure.thesis == 0", ', '"structure.thesis > 0", per: 10%, ', "r.yaml:13: 'per' counts by how much"),
        ("{min: 500, max: 1600}", "{min: 500}", "r.yaml:12: 'task.words.max' is not set: give 'task: words:' a 'max'"),
        ("{min: 500, max: 1600}", "{max: 1600}", "r.yaml:12: 'task.words.min' is not set: give 'task: words:' a 'min'"),
        ("text.words < 80", "text.words < task.words.target.min", "r.yaml:8: 'task.words.target.min' is not set: give 'task: words:' a 'target'"),
        ("text.words < 80", "text.wrds < 80", "r.yaml:8: unknown name 'text.wrds' in a condition; did you mean 'text.words'?"),
        ("text.words < 80", "text.prose-word < 80", "r.yaml:8: unknown name 'text.prose-word' in a condition; did you mean 'text.prose-words'?"),
        ("text.words < 80", "text.english < few", "r.yaml:8: unknown name 'few' in a condition"),
        ("text.words < 80", "80 > text.words", "r.yaml:8: cannot read '80 > text.words'; write it like 'text.words < 80'"),
    ],
)  # fmt: skip
def test_a_fault_gets_its_line_and_what_to_do(old: str, new: str, said: str) -> None:
    assert old in GOOD
    with pytest.raises(RubricError) as error:
        read(GOOD.replace(old, new, 1))
    assert str(error.value).startswith(said)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("to: 4,", "to: 3.75,"),
        ("to: 4,", "to: 0,"),
        ("max: 2}", "max: 0.5}"),
        ("per: 10%", "per: 1%"),
        ("per: 10%", "per: 12.5 %"),
        ("id: thesis", "id: short"),
        ("text.words < 80", "text.prose-words < 80"),
        ("text.words < 80", "text.english < 0.25 and text.prose-words >= 50"),
        ("text.words < 80", "language.readability > 15 or structure.promises == 0"),
        ("text.words < 80", "structure.thesis > -1"),
        ('"structure.thesis == 0"', '"text.words < task.words.min and structure.thesis == 0", per: 10%'),
    ],
)
def test_near_misses_are_read(old: str, new: str) -> None:
    assert old in GOOD
    read(GOOD.replace(old, new, 1))
