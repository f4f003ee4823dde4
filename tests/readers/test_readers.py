"""Bytes to essays: what is read, and what is refused in one sentence."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import InputError
from grader.readers import MAX_WORDS, read, read_bytes
from tests.helpers import ANSWER


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings_that_can_be_told_for_sure(encoding: str) -> None:
    assert read_bytes("The café is “old”.".encode(encoding), "a.txt").text == "The café is “old”."


def test_line_ends_are_made_one_kind() -> None:
    assert read_bytes(b"One.\r\n\r\nTwo.\rThree.", "a.md").text == "One.\n\nTwo.\nThree."


@pytest.mark.parametrize(
    ("data", "name", "why"),
    [
        (b"", "a.txt", "the file is empty"),
        (b" \n\t", "a.txt", "the file is empty"),
        ("\u3000".encode(), "a.txt", "no text in the file"),
        (b"... !!", "a.txt", "no words"),
        (b"caf\xff is old\n", "a.txt", "line 1 is not UTF-8"),
        (b"one\ntwo \xff\n", "a.md", "line 2 is not UTF-8"),
        (bytes(range(256)), "a.txt", "not a text file"),
        (b"PK\x03\x04\x00\x00", "a.txt", "an archive (zip) by its content"),
        (b"\xff\xfeA", "a.txt", "broken"),
        ("The towns".encode("utf-16-le"), "a.txt", "not in UTF-8; save the answer as plain text (.txt) in UTF-8"),
        (b"\xef\xbb\xbfThe \x00towns", "a.txt", "not a text file"),
        ("The \0towns".encode("utf-16"), "a.txt", "not a text file"),
        (b"words", "a.docx", "damaged, or not a Word document"),
        (b"words", "a.PDF", "damaged, or not a PDF"),
        (b"words", "a.doc", "cannot read .doc; save it as .docx first"),
        (b"words", "a.pages", "cannot read .pages; save it as .docx or as plain text"),
        (b"words", "a.jpg", "damaged, or not a picture"),
        (b"words", "a.heic", "cannot read .heic; save it as .png or .jpg"),
        (b"words", "a", "a file without suffix"),
        (b"word " * (MAX_WORDS + 1), "a.txt", "split the file"),
    ],
)
def test_refusals_say_what_where_and_what_to_do(data: bytes, name: str, why: str) -> None:
    with pytest.raises(InputError) as error:
        read_bytes(data, name, label=f"scripts/{name}")
    assert str(error.value).startswith(f"scripts/{name}: ")
    assert why in str(error.value)
    assert "\n" not in str(error.value)


def test_a_text_far_too_long_is_refused_before_it_is_taken_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    import grader.segment

    monkeypatch.setattr(grader.segment, "build", lambda *_: pytest.fail("taken apart"))
    with pytest.raises(InputError, match="split the file"):
        read_bytes(b"word " * (MAX_WORDS + 1), "a.txt")


def test_a_huge_file_is_refused_unread_by_its_kind_or_size(tmp_path: Path) -> None:
    for name, why in (
        ("a.txt", "a.txt: larger than 2 MB; an essay is not"),
        ("a.docx", "a.docx: larger than 20 MB; an essay is not"),
        ("scan.jpg", "scan.jpg: larger than 20 MB"),
    ):
        with (tmp_path / name).open("wb") as file:
            file.truncate(50_000_000)
        with pytest.raises(InputError, match=why):
            read(tmp_path / name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system here")
def test_a_pipe_or_device_is_refused_and_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path has to be short
    os.mkfifo(tmp_path / "a.md")
    (tmp_path / "b.md").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as unix:
        unix.bind("c.md")
        for name in ("a.md", "b.md", "c.md"):
            with pytest.raises(InputError, match=f"{name}: a pipe or device, not a file"):
                read(tmp_path / name)


def test_a_text_in_the_place_of_its_path_is_told_from_a_path(tmp_path: Path) -> None:
    for text in (ANSWER, ANSWER.replace("\n", " "), "I think.\nYou do."):
        with pytest.raises(InputError, match="is a text, not the path of a file") as error:
            read(text)
        assert len(str(error.value)) < 300
    for name in ("a" * 300 + ".md", "nothing\n.md"):
        with pytest.raises(InputError, match=r"too long|no such file"):
            read(tmp_path / name)


def test_a_name_of_any_bytes_can_be_put_into_a_result(tmp_path: Path) -> None:
    path = Path(os.fsdecode(bytes(tmp_path) + b"/caf\xe9\n.md"))
    try:
        path.write_text("The towns gained.")
    except OSError:
        pytest.skip("this disk takes only UTF-8 names")
    assert read(path).name == "caf\ufffd\ufffd"


def test_files_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read(tmp_path / "nothing.txt")
    with pytest.raises(InputError, match="a folder"):
        read(tmp_path)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        essay = read_bytes(data, "any.txt")
    except InputError:
        return
    assert essay.text.strip()
