"""``grader points``: drafts and checks, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from grader.cli import main
from grader.rubric import load_points
from tests.cli.test_other_commands import loaded
from tests.conftest import ROOT
from tests.drafting.helpers import ANSWER, OTHER, QUESTION


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(ANSWER)
    (tmp_path / "b.txt").write_text(OTHER)
    return tmp_path


def run(*args: str) -> Result:
    result = CliRunner().invoke(main, ["points", *args])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_a_draft_goes_to_the_screen_and_its_notes_elsewhere(here: Path) -> None:
    result = run("draft", "a.md", "b.txt")
    assert result.exit_code == 0
    assert "points from 2 sources. A draft: edit it" in result.stderr
    (here / "p.yaml").write_text(result.stdout)
    assert load_points("p.yaml").question == QUESTION
    assert "in 2 of 2 sources: " in result.stdout


def test_a_draft_is_written_whole_and_not_over_anything(here: Path) -> None:
    assert run("draft", "a.md", "-o", "p.yaml").exit_code == 0
    first = (here / "p.yaml").read_bytes()
    again = run("draft", "b.txt", "-o", "p.yaml")
    assert again.exit_code == 2
    assert again.stderr == "grader: p.yaml: there is such a file; give -o another name, or write over it with --force\n"
    assert (here / "p.yaml").read_bytes() == first
    assert run("draft", "b.txt", "-o", "p.yaml", "--force").exit_code == 0
    assert (here / "p.yaml").read_bytes() != first
    assert not list(here.glob("*.part")) and not list(here.glob(".*.part"))


def test_a_draft_marks_an_essay_as_it_is(here: Path) -> None:
    assert run("draft", "a.md", "-o", "p.yaml").exit_code == 0
    result = CliRunner().invoke(main, ["mark", "b.txt", "--points", "p.yaml", "--engine", "none"])
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("args", "code", "why"),
    [
        (("a.md", "no.md", "-o", "p.yaml"), 1, "no.md: no such file or folder"),
        (("a.md", "scan.jpg", "-o", "p.yaml"), 1, "scan.jpg: damaged, or not a picture"),
        (("short.md", "--question", "Why?", "-o", "p.yaml"), 1, "no heading and no sentence that makes a claim"),
        (("c.md", "-o", "p.yaml"), 2, "no question: give it with --question"),
        (("a.md", "-o", "a.md", "--force"), 2, "a.md: one of the sources"),
        (("a.md", "-o", "."), 2, "a folder; give -o the name of a file"),
        (("a.md", "-o", "no/p.yaml"), 2, "no/p.yaml: there is no folder no; make it"),
        ((), 2, "Missing argument"),
    ],
)
def test_what_is_refused(here: Path, args: tuple[str, ...], code: int, why: str) -> None:
    (here / "scan.jpg").write_bytes(b"\xff\xd8")
    (here / "short.md").write_text("Rain fell.\n")
    (here / "c.md").write_text(ANSWER.split("\n", 1)[1])
    result = run("draft", *args)
    assert result.exit_code == code
    assert why in result.output
    assert not (here / "p.yaml").exists()


def test_a_link_to_nowhere_is_a_file_that_is_there(here: Path) -> None:
    try:
        (here / "p.yaml").symlink_to("nowhere")
    except OSError:
        pytest.skip("no links in the file system here")
    assert run("draft", "a.md", "-o", "p.yaml").exit_code == 2


def test_the_same_file_named_twice_is_one_source(here: Path) -> None:
    assert "from 1 source" in run("draft", "a.md", "a.md").stderr


def test_a_check_names_line_point_and_remedy(here: Path) -> None:
    (here / "p.yaml").write_text("points:\n  - id: canals\n    text: Leaking canals\n    aliases: [government]\n")
    result = run("check", "p.yaml")
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "  note: line 2: point 'canals' has 2 words, too few for a claim; say in a sentence what is claimed",
        "  note: line 2: point 'canals' has the alias “government”, a word of many answers to the question; "
        "say more: two or three words that only this point brings",
        "  p.yaml: a points file, 1 expected point, 2 notes.",
    ]


def test_a_check_of_sound_points_and_of_a_rubric(here: Path) -> None:
    (here / "p.yaml").write_text("points: [Old canals leak half of what they carry.]\n")
    assert run("check", "p.yaml").output == "  p.yaml: a points file, 1 expected point, nothing to mend.\n"
    rubric = "grader_rubric: 1\ntitle: T\ntotal: 4\ncriteria: {coverage: 4}\npoints: [Canals leak.]\n"
    (here / "r.yaml").write_text(rubric)
    assert "note: line 5: point 'p1' has 2 words" in run("check", "r.yaml").output
    assert "a rubric without expected points" in run("check", "css-current-affairs").output


def test_a_check_of_what_cannot_be_read_has_the_code_of_a_rubric(here: Path) -> None:
    (here / "p.yaml").write_text("points: []\n")
    for name in ("p.yaml", "no.yaml"):
        result = run("check", name)
        assert result.exit_code == 2
        assert result.output.count("\n") == 1


def test_the_readme_and_the_guide_name_both() -> None:
    for name in ("README.md", "rubrics/README.md"):
        text = (ROOT / name).read_text()
        assert "grader points draft" in text
        assert "grader points check" in text


def test_the_help_loads_neither_parser_nor_clusters(here: Path) -> None:
    script = "from click.testing import CliRunner\nfrom grader.cli import main\nCliRunner().invoke(main, ['points', 'draft', '--help'])"
    assert not {"sklearn", "numpy", "spacy", "hunspell"} & loaded(script, here)
