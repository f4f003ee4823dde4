"""``grader mark`` as a user meets it: one file, a folder, and everything that can be wrong with either."""

from __future__ import annotations

import csv
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from grader.batch import find
from grader.cli import main
from grader.cli.terminal import Progress, class_summary
from grader.outcome import Row
from tests.conftest import ROOT
from tests.helpers import ANSWER, QUESTION

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
    assert "3 of 7 marked" in result.output
    for line in (
        "grader: scripts/empty.txt: the file is empty",
        "grader: scripts/junk.txt: not a text file",
        "grader: scripts/short.txt: not marked. Too short to mark",
        "grader: scripts/notes.docx: damaged, or not a Word document; open it",
    ):
        assert line in result.stderr
    assert result.stderr.count("\n") == 4
    assert "Traceback" not in result.output + result.stderr
    page = (here / "reports/index.html").read_text()
    assert "the file is empty" in page
    assert "climate-water-good.html" in page
    with (here / "reports/class.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["script"]: row for row in csv.DictReader(file)}
    assert rows["'=sum(1).md"]["out_of"] == "20.0"
    assert float(rows["climate-water-good.md"]["marks"]) > float(rows["climate-water-weak.txt"]["marks"])
    assert rows["empty.txt"]["marks"] == ""
    assert rows["empty.txt"]["note"] == "the file is empty; put the answer in it"
    assert rows["short.txt"]["note"].startswith("Too short to mark")
    assert rows["notes.docx"]["note"].startswith("damaged, or not a Word document")
    assert (here / "reports/climate-water-good.html").exists()


def test_one_bad_file_gets_the_same_code_and_words_alone_and_in_a_folder(here: Path) -> None:
    scripts = here / "scripts"
    scripts.mkdir()
    for name, content in (("empty.txt", b""), ("short.txt", b"Hello."), ("latin.txt", b"caf\xff"), ("a.docx", b"PK")):
        (scripts / name).write_bytes(content)
    (scripts / "gone.md").symlink_to("nowhere")
    together = marked("scripts")
    assert together.exit_code == 1
    for path in sorted(scripts.iterdir()):
        alone = marked(f"scripts/{path.name}")
        assert alone.exit_code == 1, path
        assert alone.stderr in together.stderr, path


def test_a_missing_file_stops_no_other(here: Path) -> None:
    (here / "empty").mkdir()
    result = marked("nowhere.md", "answer.md", "empty")
    assert result.exit_code == 1
    assert "1 of 3 marked" in result.output
    assert "grader: nowhere.md: no such file or folder; check the name" in result.stderr
    assert "grader: empty: no essays in it" in result.stderr
    assert (here / "reports/answer.html").exists()


def test_a_link_to_itself_is_a_failed_file(here: Path) -> None:
    for folder in ("a", "b"):
        (here / folder).mkdir()
        (here / folder / "ring.md").symlink_to("ring.md")
    result = marked("a", "b", "answer.md")
    assert result.exit_code == 1
    assert "1 of 3 marked" in result.output
    assert "grader: a/ring.md: cannot be read (Too many levels of symbolic links)" in result.stderr
    (here / "out").symlink_to("out")
    assert marked("a", "--out", "out").exit_code == 2


def test_a_folder_of_folders_says_where_it_did_not_look(here: Path) -> None:
    (here / "scripts/6a").mkdir(parents=True)
    result = marked("scripts")
    assert result.exit_code == 1
    assert (
        "scripts: no essays in it (looked for .docx, .htm, .html, .jpeg, .jpg, .markdown, .md, .odt, .pdf, .png, .rtf, .text, .tif, .tiff, .txt); folders not looked into: 6a"
        in result.stderr
    )
    assert not (here / "reports").exists()


def test_a_check_that_fails_gets_the_same_code_alone_and_in_a_folder(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import grader.checks.structure.thesis as thesis

    monkeypatch.setattr(thesis, "check", lambda *_: 1 / 0)
    alone = marked("answer.md")
    assert "so far" in alone.output
    shutil.copy(here / "answer.md", here / "b.md")
    together = marked("answer.md", "b.md")
    assert alone.exit_code == together.exit_code == 1
    assert alone.stderr.startswith(
        "grader: answer.md: not all of it could be marked. The check structure.thesis failed"
    )
    assert alone.stderr in together.stderr


def test_what_is_left_out_of_a_folder_is_named(here: Path) -> None:
    scripts = here / "scripts"
    for folder in ("old", "reports", ".git"):
        (scripts / folder).mkdir(parents=True)
    for name in ("answer.md", "answer.docx", "scan.JPG", "README.md", "song.mp3", "essay"):
        shutil.copy(here / "answer.md", scripts / name)
    for name in (".hidden.md", "~$answer.docx", "class.csv", "answer.json", "points.yaml"):
        (scripts / name).write_text("x")
    shutil.copy(here / "answer.md", scripts / "old/older.md")
    result = marked("scripts", "--out", "scripts/reports")
    assert result.exit_code == 1
    assert "1 of 3 marked" in result.output
    assert "note: scripts: folders not looked into: old; name them" in result.stderr
    assert "note: scripts: left out, not essays by their names: README.md, essay, song.mp3\n" in result.stderr
    assert (scripts / "reports/answer.md.html").exists()
    for name in ("hidden", "~$", "csv", "json", "yaml", ".git"):
        assert name not in result.stderr


def test_a_run_repeated_in_the_folder_it_marks_changes_nothing(here: Path) -> None:
    shutil.copy(here / "answer.md", here / "second.md")
    marked(".", "--out", ".")
    before = {path.name: path.read_bytes() for path in here.iterdir()}
    assert "2 of 2 marked" in marked(".", "--out", ".").output
    assert {path.name: path.read_bytes() for path in here.iterdir()} == before
    assert len(before) == 8


def test_reports_among_essays_are_passed_over_and_other_pages_are_not(here: Path) -> None:
    marked(".", "--out", ".")
    shutil.copy(here / "answer.html", here / "renamed.html")
    assert "renamed.html: a report that was written here, not an answer" in marked("renamed.html").stderr
    assert "1 of 1 marked" in marked(".", "--out", ".").output
    (here / "typed.html").write_text(f"<html><body><p>{ANSWER}</p></body></html>")
    assert "typed.html" in [script.name for script in find([here], here)[0]]
    assert len(find([here], here)[0]) == 2


def test_a_link_is_followed_inside_its_folder_or_when_it_is_named(here: Path) -> None:
    scripts = here / "scripts"
    scripts.mkdir()
    shutil.copy(here / "answer.md", scripts / "real.md")
    (scripts / "inside.md").symlink_to("real.md")
    (scripts / "outside.md").symlink_to(here / "answer.md")
    (here / "linked").symlink_to(scripts)
    for folder in ("scripts", "linked"):
        result = marked(folder)
        assert result.exit_code == 1
        assert "2 of 3 marked" in result.output
        assert (
            f"grader: {folder}/outside.md: a link to a file outside its folder; name the link itself" in result.stderr
        )
    assert "3 of 3 marked" in marked("scripts", "scripts/outside.md").output


def test_a_file_named_twice_is_marked_once(here: Path) -> None:
    result = marked("answer.md", ".", str(here / "answer.md"))
    assert "1 of 1 marked" in result.output
    assert sorted(path.name for path in (here / "reports").glob("*.html")) == ["answer.html", "index.html"]


def test_no_script_overwrites_another_nor_the_lists(here: Path) -> None:
    for folder, name in (("a", "index.md"), ("a", "class.md"), ("a", "ali.md"), ("b", "ali.md")):
        (here / folder).mkdir(exist_ok=True)
        shutil.copy(here / "answer.md", here / folder / name)
    result = marked("a", "b")
    assert result.exit_code == 0
    page = (here / "reports/index.html").read_text()
    assert "<h1>4 scripts</h1>" in page
    for name in ("index.md", "class.md", "a-ali.md", "b-ali.md"):
        assert f'href="{name}.html"' in page
        assert (here / f"reports/{name}.html").exists()
    assert "a/ali.md" in (here / "reports/class.csv").read_text()
    marked("a/index.md")
    assert (here / "reports/index.html").read_text() == page


def test_a_report_that_cannot_be_written_is_a_row_and_the_others_go_on(here: Path) -> None:
    for name in ("b.md", "c.md"):
        shutil.copy(here / "answer.md", here / name)
    (here / "reports/b.html").mkdir(parents=True)
    result = marked("answer.md", "b.md", "c.md")
    assert result.exit_code == 1
    assert "2 of 3 marked" in result.output
    assert "grader: b.md: reports/b.html: cannot be written (Is a directory)" in result.stderr
    assert "reports/b.html: cannot be written" in (here / "reports/index.html").read_text()
    assert (here / "reports/c.json").exists()
    assert not list((here / "reports").glob(".*"))


def test_a_list_that_cannot_be_written_does_not_hide_the_marks(here: Path) -> None:
    shutil.copy(here / "answer.md", here / "b.md")
    (here / "reports/class.csv").mkdir(parents=True)
    result = marked("answer.md", "b.md")
    assert result.exit_code == 1
    assert "2 of 2 marked" in result.output
    assert result.stderr.startswith("grader: reports/class.csv: cannot be written")
    assert (here / "reports/index.html").exists()


def test_a_name_as_long_as_the_disk_takes(here: Path) -> None:
    name = "b" * 252 + ".md"
    shutil.copy(here / "answer.md", here / name)
    assert marked(name).exit_code == 0
    assert marked(name, "answer.md").exit_code == 0
    assert len(list((here / "reports").glob("bbb*.html"))) == 1
    assert "no such file" in marked("c" * 300 + ".md").stderr or "too long" in marked("c" * 300 + ".md").stderr


def test_a_name_that_is_not_utf8_or_holds_escapes(here: Path) -> None:
    name = os.fsdecode(b"caf\xe9\x1b[31m\n.md")
    try:
        shutil.copy(here / "answer.md", here / name)
    except OSError:
        pytest.skip("this disk takes only UTF-8 names")
    for args in ((name,), (name, "answer.md")):
        result = marked(*args)
        assert result.exit_code == 0
        assert "\x1b" not in result.output + result.stderr
    assert sorted(path.name for path in (here / "reports").glob("*.json")) == ["answer.json", "caf__[31m_.json"]
    assert 'href="caf__%5B31m_.html"' in (here / "reports/index.html").read_text()
    with (here / "reports/class.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["script"] for row in csv.DictReader(file)] == ["caf\ufffd\ufffd[31m\ufffd.md", "answer.md"]


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_terminals_of_other_encodings(here: Path, encoding: str) -> None:
    shutil.copy(here / "answer.md", here / "☃ – é.md")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding}
    for args in (
        ["mark", "--engine", "none", "☃ – é.md"],
        ["mark", "--engine", "none", "☃ – é.md", "answer.md", "☃.md"],
        ["mark", "--help"],
        ["report", "☃.json"],
    ):
        done = subprocess.run(
            [sys.executable, "-m", "grader", *args], cwd=here, env=environment, capture_output=True, check=False
        )
        assert done.returncode == (1 if "☃.md" in args or "☃.json" in args else 0), done.stderr
        assert b"Traceback" not in done.stderr
        assert b"UnicodeEncodeError" not in done.stderr
    assert (here / "reports/☃ – é.html").read_text(encoding="utf-8").count("☃") > 1


def test_a_question_that_is_not_text_is_refused(here: Path) -> None:
    result = marked("answer.md", "--question", "caf\udce9")
    assert result.exit_code == 2
    assert "not text in the terminal's encoding" in result.stderr
    assert not (here / "reports").exists()


def test_another_question_than_the_files_own_is_noted(here: Path) -> None:
    result = marked("answer.md", "--question", "Discuss the quays.")
    assert result.exit_code == 0
    note = "Marked by the question given; the one in the file, “Discuss the effects of"
    assert note in " ".join(result.output.split())
    same = marked("answer.md", "--question", QUESTION.upper() + " [20]")
    assert "was not used" not in " ".join(same.output.split())
    shutil.copy(here / "answer.md", here / "b.md")
    marked("answer.md", "b.md", "--question", "Discuss the quays.")
    assert "was not used" in (here / "reports/class.csv").read_text(encoding="utf-8")


def test_an_answer_that_lists_the_points_is_said_so_in_the_class_list(here: Path) -> None:
    points = [
        "The tax gave the towns a steady income.",
        "Rotten quays were rebuilt in stone.",
        "Village schools opened.",
    ]
    (here / "points.yaml").write_text("points:\n" + "".join(f'  - "{point}"\n' for point in points))
    (here / "listed.md").write_text(f"{ANSWER}\n\n{' '.join(points)}\n")
    marked("answer.md", "listed.md", "--points", "points.yaml")
    with (here / "reports/class.csv").open(encoding="utf-8-sig", newline="") as file:
        notes = {row["script"]: row["note"] for row in csv.DictReader(file)}
    assert "3 sentences only name expected points" in notes["listed.md"]
    assert "expected points" not in notes["answer.md"]
    assert "3 sentences only name expected points" in (here / "reports/index.html").read_text(encoding="utf-8")


def test_no_cell_of_the_class_list_is_run_as_a_formula(here: Path) -> None:
    scripts = here / "scripts"
    scripts.mkdir()
    for name in ("=1+1.md", "+1.md", "-1.md", "@a.md", "\t=1.md"):
        (scripts / name).write_text("x" if name == "-1.md" else ANSWER)
    marked("scripts")
    with (here / "reports/class.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert {"'=1+1.md", "'+1.md", "'-1.md", "'@a.md"} <= set(cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_a_folder_of_documents_alone_is_listed_with_what_to_do(here: Path) -> None:
    (here / "scripts").mkdir()
    for name in ("a.docx", "b.pdf", "c.odt", "d.rtf", "e.doc", "f.heic"):
        (here / "scripts" / name).write_bytes(b"x")
    result = marked("scripts")
    assert result.exit_code == 1
    assert "0 of 6 marked" in result.output
    assert result.stderr.count("first (read now: ") == 2
    assert result.stderr.count("; open it in the program it was written with and save it again") == 4
    assert (here / "reports/index.html").read_text().count("cannot read .") == 2


@pytest.mark.parametrize("terminal", [True, False])
def test_progress_is_shown_on_a_terminal_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], terminal: bool
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    monkeypatch.setenv("COLUMNS", "40")
    progress = Progress(2)
    progress.step("a" * 200)
    progress.end()
    written = capsys.readouterr().err
    assert ("0 of 2" in written) is ("1 of 2" in written) is terminal
    assert written.count("a") == (29 if terminal else 0), "one line, however long the name"


def test_a_median_only_of_marks_out_of_one_total() -> None:
    rows = [Row("a", marks=10, out_of=20), Row("b", marks=12, out_of=20), Row("c", error="c: empty")]
    assert "2 of 3 marked, median 11\n" in class_summary(rows, Path("index.html"))
    rows.append(Row("d", marks=5, out_of=17))
    assert "3 of 4 marked; no median, for they are out of different totals (17, 20)" in class_summary(rows, Path("i"))
    assert "0 of 1 marked\n" in class_summary(rows[2:3], Path("i"))


def test_marks_left_to_the_tutor_are_no_failure_alone_or_in_a_folder(here: Path) -> None:
    rule = "{check: structure.thesis, weight: 1, bands: [[0, 0], [1, 1]]}"
    (here / "tutor.yaml").write_text(
        "grader_rubric: 1\ntitle: T\ntotal: 8\ncriteria:\n"
        f"- {{id: s, marks: 4, rules: [{rule}]}}\n- {{id: t, marks: 4, judge: tutor, rules: [{rule}]}}\n"
    )
    shutil.copy(here / "answer.md", here / "b.md")
    assert marked("answer.md", "--rubric", "tutor.yaml").exit_code == 0
    result = marked("answer.md", "b.md", "--rubric", "tutor.yaml")
    assert result.exit_code == 0
    assert result.stderr == ""
    assert "not marked" not in result.output


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
        (b"words", "a.docx", "damaged, or not a Word document"),
        (b"words", "a.doc", "cannot read .doc; save it as .docx"),
        (b"caf\x81", "a.txt", "not UTF-8"),
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
    assert result.exit_code == 1
    assert "grader: answer.md: reports/answer.html: cannot be written (No space left on device)" in result.stderr
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
    with (here / "reports/class.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["script"] for row in csv.DictReader(file)] == ["answer.md"]
    assert sorted(path.name for path in (here / "reports").iterdir()) == [
        "answer.html",
        "answer.json",
        "class.csv",
        "index.html",
    ]


def test_an_interrupt_before_anything_is_done_leaves_an_earlier_list(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import grader.batch as batch

    (here / "b.md").write_text(ANSWER)
    marked("answer.md", "b.md")
    before = (here / "reports/index.html").read_bytes()
    monkeypatch.setattr(batch, "mark", lambda *_, **__: (_ for _ in ()).throw(KeyboardInterrupt))
    result = marked("answer.md", "b.md")
    assert result.exit_code == 130
    assert "stopped after 0 of 2" in result.stderr
    assert (here / "reports/index.html").read_bytes() == before
    result = marked("answer.md")
    assert result.exit_code == 130
    assert result.stderr == "grader: stopped\n"


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_ctrl_c_in_a_real_run(here: Path) -> None:
    for number in range(60):
        shutil.copy(here / "answer.md", here / f"{number:02}.md")
    run = subprocess.Popen(
        [sys.executable, "-m", "grader", "mark", ".", "--engine", "none"],
        cwd=here,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell's job in the background ignores it
    )
    while not (here / "reports/02.json").exists():
        assert run.poll() is None
        time.sleep(0.01)
    run.send_signal(signal.SIGINT)
    _, errors = run.communicate(timeout=60)
    assert run.returncode == 130
    assert "stopped after" in errors
    assert "Traceback" not in errors
    assert not list((here / "reports").glob(".*"))
    with (here / "reports/class.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            assert (here / "reports" / row["script"].replace(".md", ".json")).exists()


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


def test_nothing_that_is_read_is_written_over(here: Path) -> None:
    page = here / "page.html"
    page.write_text(f"<html><body>{''.join(f'<p>{part}</p>' for part in ANSWER.split(chr(10) * 2))}</body></html>")
    before = page.read_bytes()
    for paths in (["page.html"], ["."]):
        result = marked(*paths, "--out", ".")
        assert result.exit_code == 2
        assert "page.html: would be written over by what marking writes; choose another folder" in result.stderr
    assert page.read_bytes() == before
    assert marked("page.html", "--out", ".", "--format", "json").exit_code == 0
    (here / "class.csv").write_text("file,name\nanswer.md,Sana Malik\n")
    assert marked(".", "--roster", "class.csv", "--out", ".", "--format", "json").exit_code == 2
    assert "Sana Malik" in (here / "class.csv").read_text()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_screen_that_cannot_be_written_to_is_one_sentence(here: Path) -> None:
    for command in (["--help"], ["mark", "answer.md", "--engine", "none"]):
        with open("/dev/full", "w") as full:
            done = subprocess.run(
                [sys.executable, "-m", "grader", *command], stdout=full, stderr=subprocess.PIPE, text=True
            )
        assert done.returncode == 1
        assert done.stderr.startswith("grader: the system refused (No space left on device); check")
        assert done.stderr.count("\n") == 1


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read_harms_no_other(here: Path) -> None:
    (here / "locked.md").write_text(ANSWER)
    (here / "locked.md").chmod(0)
    result = marked("answer.md", "locked.md")
    assert result.exit_code == 1
    assert "locked.md: cannot be read (Permission denied)" in result.stderr
    assert "1 of 2 marked" in result.output


@pytest.mark.skipif(find_spec("lt_py") is None, reason="the README shows what its engine says")
def test_the_readme_shows_what_one_sees(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = readme[readme.index("What you see:") :].split("```")[1].strip("\n").splitlines()
    answer, points = SAMPLES / "climate-water-middling.txt", SAMPLES / "climate-water.points.yaml"
    said = run("mark", answer, "--points", points, "--out", tmp_path).output
    for line in shown[: shown.index("  ...")]:
        assert line in said.splitlines(), line


def test_what_an_earlier_run_left_is_said(here: Path) -> None:
    assert marked("answer.md").exit_code == 0
    (here / "class").mkdir()
    (here / "class" / "b.md").write_text(ANSWER)
    second = marked("class")
    assert second.exit_code == 0
    assert (
        "note: reports also holds 1 report that is of an earlier run and not in this list (answer.html)"
        in second.stderr
    )
    (here / "answer.md").write_text("")
    empty = marked("answer.md")
    assert empty.exit_code == 1
    assert "; reports/answer.html is of an earlier run" in empty.stderr
    assert "earlier run" not in marked("class", "--out", "mine").stderr
