"""Words that somebody says are right: read, handed on, named in the result."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from grader import WordsError, mark
from grader.cli import main
from grader.ownwords import as_words, fingerprint, read_words, user_file, user_words
from grader.readers import read_bytes
from tests.helpers import ANSWER

TEXT = "The influense of the Kandor river was great, and the towns gained much from it in those years."
ESSAY = read_bytes(TEXT.encode(), "answer.txt")


def test_a_file_of_words(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_text("# the course's own\nInfluense  # a term\n\nwatta satta\nO’Neil\n", encoding="utf-8")
    assert read_words(path) == {"influense", "watta", "satta", "o'neil"}
    assert as_words(str(path)) == as_words(path) == as_words(["Influense", "watta satta", "o'neil"])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x00\x01\x02\xff" * 50, "not a text file in UTF-8"),
        ("naÿve".encode("latin-1"), "not a text file in UTF-8"),
        (b"word\n" * 300_000, "larger than 1 MB"),
    ],
)
def test_a_file_that_is_no_list_of_words(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes(data)
    with pytest.raises(WordsError, match=said):
        read_words(path)
    assert run(tmp_path, "--words", str(path)).exit_code == 2


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    result = run(tmp_path, "--words", str(tmp_path / "nothing.txt"))
    assert result.exit_code == 2
    assert "no such file" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert run(tmp_path, "--words", str(tmp_path)).exit_code == 2


def test_own_words_are_right_and_the_result_says_so() -> None:
    assert "influense" in flagged(mark(ESSAY, engine="none"))
    one, two = (mark(ESSAY, engine="none", words=words) for words in (["Influense"], ("influense",)))
    assert flagged(one) == []
    assert one == two, "the same words, the same result"
    (flag,) = [flag for flag in one.flags if flag.id == "own-words"]
    assert f"1 (list {fingerprint(frozenset({'influense'}))})" in flag.say
    assert not [flag for flag in mark(ESSAY, engine="none").flags if flag.id == "own-words"]


def test_the_spelling_that_is_suggested_can_be_chosen() -> None:
    essay = read_bytes(b"The nieghbourhood gained much from it in those years.", "answer.txt")
    assert suggested(mark(essay, engine="none")) == "neighbourhood"
    american = mark(essay, engine="none", language="en-US")
    assert suggested(american) == "neighborhood"
    assert "language" in [flag.id for flag in american.flags]


def flagged(result: object) -> list[str]:
    return [finding.quote for finding in result.findings if finding.check.endswith("spelling")]  # type: ignore[attr-defined]


def suggested(result: object) -> str:
    return next(one.replacements[0] for one in result.findings if one.check.endswith("spelling"))  # type: ignore[attr-defined]


def run(folder: Path, *args: str) -> Result:
    (folder / "answer.md").write_text(f"{ANSWER}\n{TEXT}\n")
    out = str(folder / "reports")
    return CliRunner().invoke(main, ["mark", str(folder / "answer.md"), "--engine", "none", "--out", out, *args])


def test_the_command_takes_a_file_and_the_users_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert user_words() == frozenset()
    path = tmp_path / "config" / "grader" / "words.txt"
    assert user_file() == path
    path.parent.mkdir(parents=True)
    path.write_text("influense\n")
    (tmp_path / "more.txt").write_text("Kandor\n")
    assert run(tmp_path, "--words", str(tmp_path / "more.txt"), "--language", "en-GB").exit_code == 0
    result = json.loads((tmp_path / "reports" / "answer.json").read_text())
    assert not [one for one in result["findings"] if one["kind"] == "spelling"]
    assert [flag["say"] for flag in result["flags"] if "were not looked up: 2 (list " in flag["say"]]
    assert f"{path} (1 word)" in CliRunner().invoke(main, ["doctor"]).output
    path.write_bytes(b"\0\0\0")
    assert "cannot be used" in CliRunner().invoke(main, ["doctor"]).output
    assert run(tmp_path).exit_code == 2


def test_where_the_users_own_words_are(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("pathlib.Path.home", lambda: tmp_path)
    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setenv("XDG_CONFIG_HOME", "not/absolute")
    assert user_file() == tmp_path / ".config" / "grader" / "words.txt"
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("APPDATA", str(tmp_path / "Roaming"))
    assert user_file() == tmp_path / "Roaming" / "grader" / "words.txt"
