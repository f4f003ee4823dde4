"""``grader mark --roster`` and ``--anonymous`` as a tutor meets them."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from grader.cli import main
from tests.helpers import ANSWER

SIGNED = ANSWER.replace("It looks at the", "I, Ali Raza Khan (roll number 42), look at the")
SECRETS = ("ali", "raza", "khan", "sara", "malik", "zoe", "baig", "cs-9", "12345", "harrow")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "scripts of harrow"
    folder.mkdir()
    (folder / "Ali Khan_12345_assignsubmission_file_x.md").write_text(SIGNED)
    (folder / "117.md").write_text(f"Name: Sara Malik\nRoll No: 117\n\n{ANSWER}")
    (folder / "zoe.md").write_text(f"---\nname: Zoe Baig\nroll: CS-9\n---\n{ANSWER}")
    (folder / "other.md").write_text(ANSWER)
    (folder / "Sara Malik - 118.md").write_text("")
    (tmp_path / "list.csv").write_text(
        "\ufeffName;Roll No.;File\r\nAli Raza Khan;42;Ali Khan_12345_assignsubmission_file_x.md\r\n"
        "Sara Maleek;117;\r\nTom Lee;9;gone.md\r\nSara Maleek;117;\r\n"
    )
    return tmp_path


def marked(*args: str) -> Result:
    result = CliRunner().invoke(main, ["mark", *args, "--engine", "none"])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def classlist(folder: Path) -> dict[str, dict[str, str]]:
    with (folder / "class.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["script"]: row for row in csv.DictReader(file)}


def test_reports_and_lists_name_the_candidate(here: Path) -> None:
    result = marked("scripts of harrow", "--roster", "list.csv")
    assert result.exit_code == 1
    rows = classlist(here / "reports")
    assert {name: (row["candidate"], row["id"]) for name, row in rows.items()} == {
        "117.md": ("Sara Maleek", "117"),
        "Ali Khan_12345_assignsubmission_file_x.md": ("Ali Raza Khan", "42"),
        "Sara Malik - 118.md": ("Sara Malik", "118"),
        "other.md": ("", ""),
        "zoe.md": ("Zoe Baig", "CS-9"),
    }
    assert "Candidate <b>Sara Maleek, 117</b>" in (here / "reports/117.html").read_text()
    assert "<span>Candidate</span>" in (here / "reports/other.html").read_text()
    page = (here / "reports/index.html").read_text()
    assert '<td class="candidate">Zoe Baig, CS-9</td>' in page
    assert json.loads((here / "reports/zoe.json").read_text())["candidate"] == {
        "name": "Zoe Baig",
        "id": "CS-9",
        "sources": ["front matter"],
    }
    assert result.stderr.splitlines() == [
        "grader: note: list.csv: given twice: rows 3 and 5; once is enough",
        "grader: scripts of harrow/Sara Malik - 118.md: the file is empty; put the answer in it",
        "grader: note: list.csv: in no row: Sara Malik - 118.md, other.md, zoe.md",
        "grader: note: list.csv: no script for row 4",
    ]


def test_no_column_of_candidates_where_none_is_known(here: Path) -> None:
    marked("scripts of harrow/other.md", "scripts of harrow/Sara Malik - 118.md", "--anonymous")
    assert ">Candidate<" not in (here / "reports/index.html").read_text()


def test_blind_marking_keeps_names_out_of_all_that_is_written(here: Path) -> None:
    result = marked("scripts of harrow", "--roster", "list.csv", "--anonymous")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-1] == (
        "  Key: reports/key.csv says which script is whose; keep it from those who mark"
    )
    written = sorted(path.name for path in (here / "reports").iterdir())
    assert len(written) == 11
    assert {name.partition(".")[0] for name in written} <= {
        "class",
        "index",
        "key",
        *(f"script-0{i}" for i in range(1, 6)),
    }
    text = "".join(path.read_text() for path in (here / "reports").iterdir() if path.name != "key.csv").lower()
    said = f"{result.stdout}{result.stderr}".lower().replace("list.csv", "")
    for secret in SECRETS:
        assert not re.search(rf"\b{secret}\b", text), secret
        assert not re.search(rf"\b{secret}\b", said), secret
    assert "███ ████ ████ (roll number ██)" in text
    assert "<h1>5 scripts</h1>" in text
    with (here / "reports/key.csv").open(encoding="utf-8-sig", newline="") as file:
        key = {row["file"]: row for row in csv.DictReader(file)}
    assert key["../scripts of harrow/117.md"]["name"] == "Sara Maleek"
    assert key["../scripts of harrow/zoe.md"]["said by"] == "front matter"
    assert key["../scripts of harrow/other.md"]["name"] == ""
    assert "a name in the text there stands as it was written" in result.stderr
    assert key["../scripts of harrow/other.md"]["script"] in result.stderr.splitlines()[-1]


def test_blind_marks_are_the_marks(here: Path) -> None:
    marked("scripts of harrow", "--out", "open")
    marked("scripts of harrow", "--out", "blind", "--anonymous")
    with (here / "blind/key.csv").open(encoding="utf-8-sig", newline="") as file:
        files = {row["script"]: row["file"].rpartition("/")[2] for row in csv.DictReader(file)}
    open_ = classlist(here / "open")
    for script, row in classlist(here / "blind").items():
        if files[script] != "Ali Khan_12345_assignsubmission_file_x.md":
            assert row["marks"] == open_[files[script]]["marks"]


def test_blind_marking_twice_writes_the_same_and_a_late_script_moves_none(here: Path) -> None:
    def run(*paths: str) -> dict[str, bytes]:
        marked(*paths, "--anonymous")
        return {path.name: path.read_bytes() for path in (here / "reports").iterdir()}

    first = run("scripts of harrow")
    assert run("scripts of harrow") == first
    (here / "scripts of harrow/a late one.md").write_text(ANSWER)
    later = run("scripts of harrow")
    assert later.keys() - first.keys() == {"script-06.html", "script-06.json"}
    assert {name: later[name] for name in first if name.startswith("script")} == {
        name: data for name, data in first.items() if name.startswith("script")
    }
    alone = run("scripts of harrow/117.md")
    assert alone == later


def test_one_script_alone(here: Path) -> None:
    result = marked("scripts of harrow/117.md", "--anonymous", "--out", "blind")
    assert result.exit_code == 0
    assert "Report: blind/script-01.html" in result.stdout
    assert "sara" not in (result.stdout + result.stderr + (here / "blind/script-01.html").read_text()).lower()
    assert marked("scripts of harrow/117.md", "--roster", "list.csv").exit_code == 0
    assert "Sara Maleek" in (here / "reports/117.html").read_text()


def test_reports_that_are_not_blind_in_the_same_folder_are_said(here: Path) -> None:
    marked("scripts of harrow", "--out", "both")
    result = marked("scripts of harrow/117.md", "--out", "both", "--anonymous")
    assert "note: both also holds 4 reports that are not numbered, which may name candidates" in result.stderr
    assert "not numbered" not in marked("scripts of harrow/117.md", "--out", "blind", "--anonymous").stderr
    assert "not numbered" not in marked("scripts of harrow", "--out", "blind", "--anonymous").stderr


def test_a_script_that_names_somebody_else_is_said(here: Path) -> None:
    (here / "list.csv").write_text("Name,Roll No\nTom Lee,117\n")
    result = marked("scripts of harrow/117.md", "--roster", "list.csv")
    assert result.exit_code == 0
    assert (
        result.stderr
        == "grader: note: list.csv: another candidate than the script itself names, for 117.md; the list was believed\n"
    )
    assert "Tom Lee, 117" in (here / "reports/117.html").read_text()


def test_a_list_or_key_that_cannot_be_used_stops_before_anything(here: Path) -> None:
    (here / "bad.csv").write_text("Marks\n12\n")
    for args, why in (
        (["--roster", "bad.csv"], "bad.csv: no headings for name or id"),
        (["--roster", "none.csv"], "none.csv: no such file"),
    ):
        result = marked("scripts of harrow", *args)
        assert result.exit_code == 2
        assert result.stderr.startswith(f"grader: {why}")
        assert not (here / "reports").exists()
    (here / "reports").mkdir()
    (here / "reports/key.csv").write_text("mine\n")
    result = marked("scripts of harrow", "--anonymous")
    assert result.exit_code == 2
    assert "reports/key.csv: no key of scripts" in result.stderr
    assert [path.name for path in (here / "reports").iterdir()] == ["key.csv"]


def test_a_key_that_cannot_be_completed_is_an_error(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import grader.cli.mark as command

    real = command.mark_file

    def meanwhile(*args: object) -> object:
        (here / "reports/key.csv").unlink()
        (here / "reports/key.csv").mkdir()
        return real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(command, "mark_file", meanwhile)
    result = marked("scripts of harrow/117.md", "--anonymous")
    assert result.exit_code == 1
    assert "reports/key.csv: cannot be written" in result.stderr


def test_a_fault_says_no_name(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import grader.batch as batch

    def fails(*_: object, **__: object) -> object:
        raise ValueError("zoe.md: Zoe Baig")

    monkeypatch.setattr(batch, "mark", fails)
    result = marked("scripts of harrow/zoe.md", "--anonymous")
    assert result.exit_code == 1
    assert "script-01: could not be marked (ValueError: script-01: ███ ████)" in result.stderr
