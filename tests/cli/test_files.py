"""What is read and written on disk: names, whole files, and everything that can be in the way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from grader.errors import OutputError, WriteError
from grader.files import make_folder, output_names, shown, write


def names(*paths: str) -> list[str]:
    return output_names([Path(path) for path in paths])


def test_names_of_outputs_are_stems_where_these_tell_the_files_apart() -> None:
    assert names("a.md", "b.txt", "notes.a.md") == ["a", "b", "notes.a"]
    assert names("a.md", "a.txt", "b.md") == ["a.md", "a.txt", "b"]


def test_names_that_differ_by_case_or_composition_only_are_numbered() -> None:
    assert names("Essay.md", "essay.md", "ESSAY.MD") == ["Essay.md", "essay.md-2", "ESSAY.MD-3"]
    assert names("caf\u00e9.md", "cafe\u0301.md") == ["caf\u00e9.md", "cafe\u0301.md-2"]


def test_no_script_takes_the_place_of_the_lists() -> None:
    assert names("index.md", "Class.txt") == ["index.md", "Class.txt"]
    assert names("index.md") == ["index.md"], "one file alone, too: the folder may hold a list"
    assert names("index", "class") == ["index-2", "class-2"]


def test_files_of_one_name_in_two_folders_are_told_apart_by_folder() -> None:
    assert names("6a/ali.md", "6b/ali.md", "6b/zoe.md") == ["6a-ali.md", "6b-ali.md", "zoe"]


def test_a_name_may_collide_with_what_another_was_given() -> None:
    found = names("a.md", "a.txt", "a.md.md", "x/a.md", "y/x-a.md.txt")
    assert len({name.casefold() for name in found}) == len(found)


def test_names_are_cleaned_and_cut_and_still_told_apart() -> None:
    long = "é" * 126
    found = names("a\n.md", "a\t.md", "caf\udce9.md", f"{long}1.txt", f"{long}2.txt")
    assert found[:3] == ["a_.md", "a_.md-2", "caf_"]
    assert len(set(found)) == 5
    assert all(len(f"{name}.html".encode()) <= 255 for name in found)


def test_a_name_can_always_be_shown() -> None:
    assert shown(Path("caf\udce9\n\x1b[31m.md")) == "caf\ufffd\ufffd\ufffd[31m.md"
    assert shown("Ünïcode – ✓.md") == "Ünïcode – ✓.md"


def test_a_file_is_written_with_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"")
    write(tmp_path / "a.html", b"new")
    assert (tmp_path / "a.html").stat().st_mode == (tmp_path / "plain").stat().st_mode
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.html", "plain"]


def test_a_link_in_the_way_is_replaced_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "precious").write_bytes(b"old")
    (tmp_path / "a.html").symlink_to("precious")
    (tmp_path / ".a.html.part").symlink_to("precious")
    write(tmp_path / "a.html", b"new")
    assert (tmp_path / "precious").read_bytes() == b"old"
    assert (tmp_path / "a.html").read_bytes() == b"new"
    assert not (tmp_path / "a.html").is_symlink()


def test_the_longest_name_a_disk_takes_can_be_written(tmp_path: Path) -> None:
    write(tmp_path / ("a" * 250 + ".html"), b"new")
    assert (tmp_path / ("a" * 250 + ".html")).read_bytes() == b"new"


@pytest.mark.parametrize("name", ["a" * 251 + ".html", "folder", "file/a.html", "none/a.html"])
def test_what_cannot_be_written_is_told_in_one_sentence_and_leaves_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(WriteError, match=r"cannot be written \(.*\); choose another folder with --out$"):
        write(tmp_path / name, b"new")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "folder"]


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_failure_or_interrupt_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    (tmp_path / "a.html").write_bytes(b"old")

    def fails(*_: object) -> None:
        assert len(list(tmp_path.iterdir())) == 2, "the new file is beside the old"
        raise error

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises((WriteError, KeyboardInterrupt)):
        write(tmp_path / "a.html", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]
    assert (tmp_path / "a.html").read_bytes() == b"old"


def test_two_runs_at_once_do_not_share_a_temporary_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.replace

    def meanwhile(self: Path, target: Path) -> Path:
        monkeypatch.setattr(Path, "replace", real)
        write(tmp_path / "a.html", b"the other run")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", meanwhile)
    write(tmp_path / "a.html", b"this run")
    assert (tmp_path / "a.html").read_bytes() == b"this run"


def test_a_folder_that_cannot_be_made_or_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "link").symlink_to("nowhere")
    for name, why in (
        ("file", "a file of this name is in the way"),
        ("link", "a file of this name is in the way"),
        ("file/out", r"cannot be made \(Not a directory\)"),
        ("a" * 300, r"cannot be made \(File name too long\)"),
    ):
        with pytest.raises(OutputError, match=f"{why}; choose another folder with --out"):
            make_folder(tmp_path / name)
    make_folder(tmp_path / "one/two")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(OutputError, match="one: cannot be written to"):
        make_folder(tmp_path / "one")
