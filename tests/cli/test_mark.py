"""``grader mark`` as a user meets it: one file, a folder, and everything that can be wrong with either."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from grader.cli import main
from tests.conftest import ROOT
from tests.helpers import ANSWER

SAMPLES = ROOT / "samples"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "answer.md").write_text(ANSWER)
    return tmp_path


def run(*args: str) -> Result:
    result = CliRunner().invoke(main, [str(arg) for arg in args])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def marked(*args: str) -> Result:
    return run("mark", *args, "--engine", "none")


def test_one_answer(here: Path) -> None:
    result = marked("answer.md")
    assert result.exit_code == 0
    assert "of 20" in result.output
    assert "What to do next" in result.output
    assert "Report: reports/answer.html" in result.output
    assert result.stderr == ""
    assert (here / "reports/answer.html").read_text().startswith("<!DOCTYPE html>")
    assert json.loads((here / "reports/answer.json").read_text())["grader_result"] == 1
    assert "\x1b" not in result.output, "no colour off a terminal"


def test_options_reach_the_result(here: Path) -> None:
    shutil.copy(SAMPLES / "climate-water.points.yaml", here / "points.yaml")
    result = marked(
        "answer.md",
        "--rubric",
        "generic-argument",
        "--points",
        "points.yaml",
        "--question",
        "Discuss the quays.",
        "--out",
        "out",
        "--format",
        "json",
    )
    assert result.exit_code == 0
    assert [path.name for path in (here / "out").iterdir()] == ["answer.json"]
    raw = json.loads((here / "out/answer.json").read_text())
    assert raw["rubric"]["id"] == "generic-argument"
    assert raw["essay"]["question"] == "Discuss the quays."
    assert len(raw["points"]) == 12
    assert raw["versions"]["engine"] == "none"


def test_the_same_answer_twice_gives_the_same_files(here: Path) -> None:
    marked("answer.md", "--out", "one")
    marked("answer.md", "--out", "two")
    for name in ("answer.html", "answer.json"):
        assert (here / "one" / name).read_bytes() == (here / "two" / name).read_bytes()


def test_a_folder_with_good_and_bad_files(here: Path) -> None:
    scripts = here / "scripts"
    scripts.mkdir()
    for name in ("climate-water-good.md", "climate-water-weak.txt"):
        shutil.copy(SAMPLES / name, scripts)
    (scripts / "empty.txt").write_text("")
    (scripts / "junk.txt").write_bytes(bytes(range(256)) * 20)
    (scripts / "short.txt").write_text("Hello.")
    (scripts / "=sum(1).md").write_text(ANSWER)
    (scripts / "notes.docx").write_bytes(b"PK")
    result = marked("scripts")
    assert result.exit_code == 1
    assert "3 of 6 marked" in result.output
    for line in ("empty.txt: the file is empty", "junk.txt: not a text file", "Too short to mark"):
        assert line in result.stderr
    assert "Traceback" not in result.output + result.stderr
    page = (here / "reports/index.html").read_text()
    assert "the file is empty" in page
    assert "climate-water-good.html" in page
    with (here / "reports/class.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["script"]: row for row in csv.DictReader(file)}
    assert rows["'=sum(1).md"]["out_of"] == "20.0"
    assert float(rows["climate-water-good.md"]["marks"]) > float(rows["climate-water-weak.txt"]["marks"])
    assert rows["empty.txt"]["marks"] == ""
    assert (here / "reports/climate-water-good.html").exists()


def test_files_of_one_stem_do_not_overwrite_each_other(here: Path) -> None:
    (here / "answer.txt").write_text(ANSWER)
    marked("answer.md", "answer.txt")
    assert (here / "reports/answer.md.html").exists()
    assert (here / "reports/answer.txt.html").exists()


@pytest.mark.parametrize(
    ("content", "name", "why"),
    [
        (b"", "a.txt", "the file is empty"),
        (b"Pakistan", "a.txt", "Too short to mark"),
        (b"word " * 200_000, "a.txt", "200,000 words"),
        (bytes(range(256)) * 9, "a.txt", "not a text file"),
        (b"words", "a.docx", "cannot read .docx"),
        (b"caf\xe9", "a.txt", "not UTF-8"),
    ],
)
def test_a_bad_file_gets_one_sentence_and_exit_code_1(here: Path, content: bytes, name: str, why: str) -> None:
    (here / name).write_bytes(content)
    result = marked(name)
    assert result.exit_code == 1
    assert why in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.output.replace(result.stderr, "").strip() == ""
    assert not list(here.glob("reports/*.part"))


@pytest.mark.parametrize(
    ("args", "why"),
    [
        (["nowhere.md"], "nowhere.md: no such file or folder"),
        (["answer.md", "--points", "nowhere.yaml"], "nowhere.yaml: no such file"),
        (["answer.md", "--rubric", "css-curent-affairs"], "did you mean 'css-current-affairs'"),
        (["answer.md", "--rubric", "bad.yaml"], "bad.yaml:3: unknown key 'totl' in the rubric; did you mean 'total'?"),
        (
            ["answer.md", "--rubric", "check.yaml"],
            "no check called 'structure.thesys'; did you mean 'structure.thesis'?",
        ),
        (["answer.md", "--rubric", "sum.yaml"], "the criteria's marks add up to 4, but 'total' is 20"),
        (["answer.md", "--out", "answer.md"], "answer.md: a file of this name is in the way"),
        (["answer.md", "--out", "/proc/none"], "/proc/none: cannot be made"),
        (["answer.md", "--format", "pdf"], "'pdf': give html or json"),
        (["answer.md", "--engine", "harper"], "'harper' is not one of"),
        (["answer.md", "--engine", "languagetool"], "grader downloads nothing by itself"),
        ([], "Missing argument"),
        (["empty"], "no essays in it"),
    ],
)
def test_a_wrong_call_gets_one_sentence_and_exit_code_2(
    here: Path, monkeypatch: pytest.MonkeyPatch, args: list[str], why: str
) -> None:
    monkeypatch.delenv("GRADER_LANGUAGETOOL_URL", raising=False)
    monkeypatch.setenv("LTP_PATH", str(here))
    (here / "empty").mkdir()
    (here / "bad.yaml").write_text("grader_rubric: 1\ntitle: T\ntotl: 20\ncriteria: {structure: 20}\n")
    (here / "sum.yaml").write_text("grader_rubric: 1\ntitle: T\ntotal: 20\ncriteria: {structure: 4}\n")
    rule = "{check: structure.thesys, weight: 1, bands: [[0, 0], [1, 1]]}"
    (here / "check.yaml").write_text(
        f"grader_rubric: 1\ntitle: T\ntotal: 4\ncriteria: [{{id: s, marks: 4, rules: [{rule}]}}]\n"
    )
    engine = [] if "--engine" in args else ["--engine", "none"]
    result = run("mark", *args, *engine)
    expected = 1 if why.endswith(("no such file or folder", "no essays in it")) else 2
    assert result.exit_code == expected
    assert why in result.stderr
    assert "Traceback" not in result.stderr
    assert not (here / "reports").exists() or not list((here / "reports").iterdir())


def test_a_folder_that_cannot_be_written_leaves_the_old_report(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    marked("answer.md")
    before = (here / "reports/answer.html").read_bytes()
    monkeypatch.setattr(
        Path, "replace", lambda self, target: (_ for _ in ()).throw(OSError(28, "No space left on device"))
    )
    (here / "answer.md").write_text(ANSWER + "\n\nMore.")
    result = marked("answer.md")
    assert result.exit_code == 2
    assert "cannot be written (No space left on device)" in result.stderr
    assert (here / "reports/answer.html").read_bytes() == before
    assert not list((here / "reports").glob("*.part"))
    assert not list((here / "reports").glob(".*"))


def test_an_interrupt_keeps_what_was_done(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import grader.cli.mark as command

    for name in ("b.md", "c.md"):
        (here / name).write_text(ANSWER)
    real = command.mark_files

    def interrupted(*args: object) -> object:
        rows = real(*args)  # type: ignore[arg-type]
        yield next(rows)
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "mark_files", interrupted)
    result = marked("answer.md", "b.md", "c.md")
    assert result.exit_code == 130
    assert "stopped after 1 of 3" in result.stderr
    assert "Marking was stopped" in (here / "reports/index.html").read_text()


def test_a_fault_of_ours_in_one_file_harms_no_other(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import grader.batch as batch

    (here / "b.md").write_text(ANSWER)
    real = batch.mark

    def broken(essay: object, *args: object, **more: object) -> object:
        if essay.name == "answer":  # type: ignore[attr-defined]
            raise ZeroDivisionError("oops")
        return real(essay, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(batch, "mark", broken)
    result = marked("answer.md", "b.md")
    assert result.exit_code == 1
    assert "could not be marked (ZeroDivisionError: oops)" in result.stderr
    assert (here / "reports/b.html").exists()
