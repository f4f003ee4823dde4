"""Texts that answers are held against: files in, one clear sentence where they cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from grader import SourceError, mark, render
from grader.cli import main
from grader.segment import build
from grader.sources import read_sources
from tests.helpers import ANSWER

HANDOUT = (
    "When the railway came, the barge owners of the valley sold their boats for firewood and hired themselves out as "
    "porters at the new stations, where the wages were low and the winters long."
)


def run(here: Path, *args: str) -> tuple[int, str]:
    out = str(here / "out")
    result = CliRunner().invoke(main, ["mark", str(here / "answer.md"), "--engine", "none", "--out", out, *args])
    return result.exit_code, result.stderr


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "answer.md").write_text(ANSWER.replace("4. CONCLUSION", f"{HANDOUT}\n\n4. CONCLUSION"))
    (tmp_path / "handout.md").write_text(HANDOUT)
    return tmp_path


def test_only_the_name_of_a_source_reaches_result_and_report(here: Path) -> None:
    assert run(here, "--sources", str(here / "handout.md"))[0] == 0
    written = (here / "out/answer.json").read_text() + (here / "out/answer.html").read_text()
    assert "The same words stand in handout.md." in written
    assert "Words that stand elsewhere too" in written
    assert str(here) not in written


def test_a_report_without_such_words_has_no_such_list() -> None:
    assert "Words that stand elsewhere too" not in render(mark(build(ANSWER, "answer"), engine="none"))


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("none.md", None, "no such file"),
        ("a.jpg", b"x", "damaged, or not a picture"),
        ("a.docx", b"x", "damaged, or not a Word document"),
        ("a.txt", b"\xff\xfe\x00", "broken"),
        ("b.txt", b"caf\xff", "not UTF-8"),
        ("c.txt", b" \n", "no words in the file"),
        ("", None, "a folder, not a source"),
    ],
)
def test_a_source_that_cannot_be_used_is_one_sentence(here: Path, name: str, content: bytes | None, said: str) -> None:
    if content is not None:
        (here / name).write_bytes(content)
    code, error = run(here, "--sources", str(here / "handout.md"), "--sources", str(here / name))
    assert code == 2
    assert said in error and error.count("\n") == 1
    with pytest.raises(SourceError):
        read_sources([here / name])


def test_one_path_alone_will_do(here: Path) -> None:
    assert [one.name for one in read_sources(here / "handout.md")] == ["handout.md"]
