"""Bytes to essays: what is read, and what is refused in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import InputError
from grader.readers import MAX_WORDS, read, read_bytes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_that_can_be_told_for_sure(encoding: str) -> None:
    assert read_bytes("The café is “old”.".encode(encoding), "a.txt").text == "The café is “old”."


def test_line_ends_are_made_one_kind() -> None:
    assert read_bytes(b"One.\r\n\r\nTwo.\rThree.", "a.md").text == "One.\n\nTwo.\nThree."


@pytest.mark.parametrize(
    ("data", "name", "why"),
    [
        (b"", "a.txt", "the file is empty"),
        (b" \n\t", "a.txt", "the file is empty"),
        (b"... !!", "a.txt", "no words"),
        (b"caf\xe9 is old\n", "a.txt", "line 1 is not UTF-8"),
        (b"one\ntwo \xff\n", "a.md", "line 2 is not UTF-8"),
        (bytes(range(256)), "a.txt", "not a text file"),
        (b"PK\x03\x04\x00\x00", "a.txt", "not a text file"),
        (b"\xff\xfeA", "a.txt", "broken"),
        (b"words", "a.docx", "cannot read .docx; save it as plain text"),
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
