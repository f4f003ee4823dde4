"""``grader rubric``: what a teacher is shown, and told of a file of their own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from grader.cli import main
from grader.cli.rubric import _NAMES
from grader.rubric import load_rubric, shipped
from grader.rubric.gates import TASK_NAMES, TEXT_NAMES
from tests.conftest import ROOT
from tests.helpers import ANSWER

MINE = """grader_rubric: 1
title: My class test
total: 10
task: {question: Discuss the tax., directive: discuss, words: {target: [100, 200], min: 50}, minutes: 20}
criteria:
  - id: evidence
    title: Evidence
    marks: 7
    student_text: Name your sources.
    marker_text: Prose will do.
    levels: [{at: 0.5, title: Good, text: Facts.}, {at: 0, title: Thin, text: Few facts.}]
    rules:
      - {check: referencing.attributed-share, weight: 1, bands: [[0, 0], [0.5, 0.8], [1, 1]], advice: Name it.}
      - {check: referencing.named-sources, weight: 1, bands: [[0, 0], [6, 1]]}
      - {check: language.error-density, weight: 1, bands: [[0.1, 1], [5, 0]]}
  - {id: handwriting, title: Handwriting, marks: 3, judge: tutor}
points: [Water is scarce., {text: Towns grew., group: gains}, {text: Rents rose., group: gains, depth: evidenced}]
groups: {gains: 1}
gates:
  - {id: short, when: "text.prose-words < 10 or text.english < 0.1", effect: refuse, say: Too short.}
  - {id: cap, when: "referencing.attributed-share == 0 and text.words > 100", effect: cap, criterion: evidence, to: 2, say: Bare.}
  - {id: all, when: "text.paragraphs <= 1", effect: cap-total, to: 6.5, say: One block.}
penalties:
  - {id: under, when: "text.words < task.words.min", per: 10%, marks: 0.5, max: 2, say: Too short.}
  - {id: flat, when: "text.sentences != 7", marks: 1}
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.yaml").write_text(MINE)
    return tmp_path


def run(*args: str) -> Result:
    result = CliRunner().invoke(main, args)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    "line",
    [
        "  My class test  (mine, teacher)",
        "  10 marks, rounded once to 0.5",
        "  Question: Discuss the tax.",
        "  Instruction word: discuss",
        "  Words: 100 to 200 aimed at, 50 at least",
        "  Minutes: 20",
        "    from     8 (80%)  Excellent",
        "  Evidence: 7 of 10, marked by the rules below",
        "    Name your sources.",
        "    For the marker: Prose will do.",
        "    from   3.5 (50%)  Good. Facts.",
        "    from     0 (0%)  Thin. Few facts.",
        "    2.34 for Claims with a named source (referencing.attributed-share, weight 1)",
        "        Of its marks at a value of 0 or less: 0%, 0.5: 80%, 1 or more: 100%",
        "        Advice: Name it.",
        "    2.33 for Variety of named sources (referencing.named-sources, weight 1)",
        "        Of its marks at a value of 0.1 or less: 100%, 5 or more: 0%",
        "  Handwriting: 3 of 10, the tutor gives these marks",
        "    Group gains: 1 of 2 expected",
        "    p1: Water is scarce. (to be explained, weight 1)",
        "    p3: Rents rose. (group gains, to be evidenced, weight 1)",
        "    Gate short: when the number of words of running prose is below 10, or the share of words that are English "
        "function words is below 0.1, no marks are given. It says: Too short.",
        '    Gate cap: when "Claims with a named source" (referencing.attributed-share) is 0 and the number of words that count is '
        "above 100, Evidence gets 2 at most. It says: Bare.",
        "    Gate all: when the number of paragraphs is at most 1, the total is 6.5 at most. It says: One block.",
        "    Penalty under: when the number of words that count is below the task's least number of words (50), 0.5 off for every "
        "full 10% by which the number misses its bound, 2 at most. It says: Too short.",
        "    Penalty flat: when the number of sentences is not 7, 1 off.",
    ],
)
def test_show_says_everything(line: str) -> None:
    assert line in run("rubric", "show", "mine.yaml").output.splitlines()


@pytest.mark.parametrize("name", shipped())
def test_what_is_shown_re_adds(name: str) -> None:
    rubric = load_rubric(name)
    blocks = run("rubric", "show", name).output.split("\n\n")[2:]
    for criterion, block in zip(rubric.criteria, blocks, strict=False):
        assert block.startswith(f"  {criterion.title}: {criterion.marks:g} of {rubric.total:g}")
        parts = [float(number) for number in re.findall(r"^    ([\d.]+) for ", block, re.MULTILINE)]
        assert len(parts) == len(criterion.rules)
        assert round(sum(parts), 2) == criterion.marks


def test_every_name_of_a_condition_has_its_words() -> None:
    assert set(_NAMES) == {*TEXT_NAMES, *TASK_NAMES}


def test_a_points_file_is_checked_too(here: Path) -> None:
    result = run("rubric", "check", str(ROOT / "samples/climate-water.points.yaml"))
    assert result.exit_code == 0
    assert "a points file, good. 12 expected points, 4 groups." in result.output
    (here / "q.yaml").write_text("points:\n  - {text: One., group: a}\n  - {text: One., group: a}\n")
    result = run("rubric", "check", "q.yaml")
    assert result.exit_code == 2
    assert result.stderr == "grader: q.yaml:3: two points have the text 'One.' (the other in line 2); change one\n"
    (here / "q.yaml").write_text("points: [The towns gained money., The towns gained the money.]\n")
    result = run("rubric", "check", "q.yaml")
    assert result.exit_code == 0
    assert "nearly the same words" in result.output


@pytest.mark.usefixtures("here")
def test_a_rubric_is_said_to_be_one() -> None:
    result = run("rubric", "check", "mine.yaml")
    assert result.exit_code == 0
    assert "mine.yaml: a rubric, good. 2 criteria, 3 rules, 3 expected points, 10 marks." in result.output


def test_a_file_that_is_neither(here: Path) -> None:
    (here / "my.docx.yaml").write_bytes(b"PK\x03\x04")
    for name, why in (("my.docx.yaml", "this is a Word or zip file"), ("none.yaml", "no such file"), (".", "a folder")):
        for command in ("check", "show"):
            result = run("rubric", command, name)
            assert result.exit_code == 2
            assert why in result.stderr
            assert result.stderr.count("\n") == 1


def test_a_rubric_with_a_criterion_of_the_tutors_own_marks(here: Path) -> None:
    (here / "answer.md").write_text(ANSWER)
    result = run("mark", "answer.md", "--rubric", "mine.yaml", "--engine", "none")
    assert "Handwriting" in result.output + result.stderr
    assert "Traceback" not in result.output + result.stderr
    assert (here / "reports/answer.html").exists()
