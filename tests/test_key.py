"""The key of blind marking: numbers without an order, kept from run to run, and the way back to each file."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from grader.candidate import Candidate
from grader.errors import OutputError, WriteError
from grader.key import make_key


def rows(folder: Path) -> list[list[str]]:
    with (folder / "key.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


@pytest.fixture
def scripts(tmp_path: Path) -> list[Path]:
    return [tmp_path / "scripts" / f"{name}.md" for name in ("ali", "baig", "chaudhry", "dar", "elahi", "farooq")]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def test_the_key_leads_from_each_number_to_its_file(scripts: list[Path], out: Path) -> None:
    key = make_key(scripts, out)
    assert list(key.scripts.values()) == [f"script-{i:02}" for i in range(1, 7)]
    assert set(key.scripts) == set(scripts)
    key.save({})
    assert rows(out)[0] == ["script", "file", "name", "id", "said by"]
    assert {row[0]: row[1] for row in rows(out)[1:]} == {
        script: f"../scripts/{path.name}" for path, script in key.scripts.items()
    }
    who = {"script-02": Candidate("=Ali", "117", ("roster", "file name"))}
    key.save(who)
    assert rows(out)[2][2:] == ["'=Ali", "117", "roster, file name"], "no cell is run as a formula"
    assert rows(out)[1][2:] == ["", "", ""]


def test_numbers_follow_no_order_of_names_and_are_the_same_each_time(scripts: list[Path], out: Path) -> None:
    first = make_key(scripts, out).scripts
    assert list(first) != sorted(scripts)
    assert first == make_key(scripts[::-1], out).scripts


def test_a_late_script_gets_a_new_number_and_no_other_changes_its_own(scripts: list[Path], out: Path) -> None:
    first = make_key(scripts[:4], out)
    first.save({"script-01": Candidate("Ali Dar", "", ("roster",))})
    second = make_key(scripts[2:], out)
    assert {path: second.scripts[path] for path in scripts[2:4]} == {path: first.scripts[path] for path in scripts[2:4]}
    assert {second.scripts[path] for path in scripts[4:]} == {"script-05", "script-06"}
    assert list(second.scripts.values()) == sorted(second.scripts.values())
    second.save({})
    assert [row[0] for row in rows(out)[1:]] == [f"script-{i:02}" for i in range(1, 7)]
    assert rows(out)[1][2] == "Ali Dar"


def test_files_of_one_name_are_told_apart_by_folder_and_odd_names_kept(tmp_path: Path, out: Path) -> None:
    paths = [tmp_path / "a/ali.md", tmp_path / "b/ali.md", out / "=sum.md", out / "x\n.md", Path("caf\udce9.md")]
    key = make_key(paths, out)
    assert len(set(key.scripts.values())) == 5
    key.save({})
    assert make_key(paths, out).scripts == key.scripts


@pytest.mark.parametrize("content", [b"", b"a,b\n", b"script,file,name,id,said by\nx,y,,,\n", b"\xff\xfe\x00", b"script,file,name,id,said by\nscript-01\n"])  # fmt: skip
def test_what_is_no_key_is_not_written_over(out: Path, content: bytes) -> None:
    (out / "key.csv").write_bytes(content)
    with pytest.raises(OutputError, match=r"key\.csv: no key of scripts; move it away or choose another folder"):
        make_key([Path("a.md")], out)
    assert (out / "key.csv").read_bytes() == content


def test_a_folder_in_the_key_s_place(out: Path) -> None:
    (out / "key.csv").mkdir()
    with pytest.raises(OutputError, match="no key of scripts"):
        make_key([Path("a.md")], out)
    (out / "key.csv").rmdir()
    key = make_key([Path("a.md")], out)
    (out / "key.csv").mkdir()
    with pytest.raises(WriteError):
        key.save({})
