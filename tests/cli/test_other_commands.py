"""``grader report``, ``grader rubric``, ``grader doctor``, and the help."""

from __future__ import annotations

import copy
import itertools
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from grader.cli import _COMMANDS, main
from grader.marking import mark
from grader.result import to_json
from grader.segment import build
from tests.conftest import ROOT
from tests.helpers import ANSWER


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "answer.md").write_text(ANSWER)
    return tmp_path


def run(*args: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, args)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def test_a_report_is_rendered_again_byte_for_byte(here: Path) -> None:
    run("mark", "answer.md", "--engine", "none")
    first = (here / "reports/answer.html").read_bytes()
    (here / "reports/answer.html").unlink()
    assert run("report", "reports/answer.json")[0] == 0
    assert (here / "reports/answer.html").read_bytes() == first
    assert run("report", "reports/answer.json", "--out", "elsewhere")[0] == 0
    assert (here / "elsewhere/answer.html").read_bytes() == first


@pytest.mark.parametrize(
    ("content", "why"),
    [("{}", "not a grader result of version 1"), ("no", "not a grader result"), (None, "no such file")],
)
def test_a_report_of_something_else_is_refused(here: Path, content: str | None, why: str) -> None:
    if content is not None:
        (here / "x.json").write_text(content)
    code, output = run("report", "x.json")
    assert code == 1
    assert why in output


@pytest.fixture(scope="module")
def sound() -> Any:
    return json.loads(to_json(mark(build(ANSWER, "answer"), engine="none")))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"null",
        b"[1]",
        b"NaN",
        b'{"grader_result": NaN}',
        b'{"grader_result": true}',
        b'{"grader_result": 0}',
        b'{"grader_result": 2}',
        b'{"grader_result": "' + b"\\n" * 5000 + b'"}',
        b'{"grader_result": 1}',
        b'{"grader_result": 1, "essay": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b"[" * 100_000,
    ],
)
def test_a_damaged_result_gets_one_sentence(here: Path, data: bytes) -> None:
    (here / "x.json").write_bytes(data)
    code, output = run("report", "x.json")
    assert code == 1
    assert output.startswith("grader: x.json: ")
    assert output.count("\n") == 1
    assert len(output) < 1000
    assert not (here / "x.html").exists()


def places(part: Any, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place in a result, of lists the first item."""
    if way:
        yield way
    inner = part.items() if isinstance(part, dict) else enumerate(part[:1]) if isinstance(part, list) else ()
    for key, value in inner:
        yield from places(value, (*way, key))


def test_whatever_is_wrong_inside_a_result_it_is_rendered_or_refused(here: Path, sound: Any) -> None:
    wrong = itertools.cycle([None, -1, 10**30, 1e308, "", [], {}, True, [-5, -1], [0, 10**9], "<script>"])
    for place, value in zip(itertools.islice(places(sound), 0, None, 3), wrong, strict=False):
        damaged = copy.deepcopy(sound)
        inside = damaged
        for key in place[:-1]:
            inside = inside[key]
        inside[place[-1]] = value
        (here / "x.json").write_text(json.dumps(damaged))
        code, output = run("report", "x.json")
        assert code in (0, 1), (place, value)
        assert code == 0 or (output.startswith("grader: x.json: ") and output.count("\n") == 1), (place, value, output)


def test_a_result_that_breaks_the_report_is_refused(here: Path, sound: Any) -> None:
    damaged = copy.deepcopy(sound)
    damaged["measurements"] = {}
    damaged["actions"][0]["worth"] = 1e308
    (here / "x.json").write_text(json.dumps(damaged))
    assert run("report", "x.json") == (
        1,
        "grader: x.json: a grader result with something amiss (OverflowError); mark the essay again\n",
    )


def test_a_result_is_a_file_of_a_sensible_size(here: Path) -> None:
    with (here / "huge.json").open("wb") as file:
        file.truncate(200_000_000)
    assert run("report", "huge.json") == (1, "grader: huge.json: larger than 100 MB; a result is not\n")
    assert run("report", ".") == (1, "grader: .: a folder, not a result\n")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system here")
def test_a_pipe_is_not_waited_for(here: Path) -> None:
    os.mkfifo("pipe.json")
    code, output = run("report", "pipe.json")
    assert code == 1
    assert "pipe.json: a pipe or device" in output


def test_a_report_takes_nobodys_place(here: Path, sound: Any) -> None:
    for name in ("index.json", "odd.html"):
        (here / name).write_text(json.dumps(sound))
    (here / "index.html").write_text("the list")
    assert run("report", "index.json") == (0, "  Report: index.json.html\n")
    assert (here / "index.html").read_text() == "the list"
    code, output = run("report", "odd.html")
    assert code == 1
    assert "would take the result's own place" in output
    assert json.loads((here / "odd.html").read_text()) == sound


def test_a_report_that_cannot_be_written_has_the_code_of_a_failed_file(here: Path, sound: Any) -> None:
    (here / "x.json").write_text(json.dumps(sound))
    (here / "x.html").mkdir()
    code, output = run("report", "x.json")
    assert code == 1
    assert "x.html: cannot be written" in output
    assert run("report", "x.json", "--out", "x.json")[0] == 2


def test_rubrics_are_listed_shown_and_checked(here: Path) -> None:
    code, output = run("rubric", "list")
    assert code == 0
    assert "css-current-affairs" in output
    assert "(default)" in output
    assert "Evidence and references: 3 of 20" in run("rubric", "show")[1]
    assert (
        run("rubric", "show", "generic-argument", "--yaml")[1] == (ROOT / "rubrics/generic-argument.yaml").read_text()
    )
    code, output = run("rubric", "check", "css-current-affairs")
    assert code == 0
    assert "good. 6 criteria" in output
    (here / "mine.yaml").write_text("grader_rubric: 1\ntitle: T\ntotal: 4\ncriteria: {structure: 5}\n")
    code, output = run("rubric", "check", "mine.yaml")
    assert code == 2
    assert output.startswith("grader: mine.yaml:3: the criteria's marks add up to 5")


def test_doctor_says_what_is_there() -> None:
    code, output = run("doctor")
    assert code == 0
    assert "scikit-learn" in output
    assert "lingotweaker:" in output
    assert "languagetool:" in output
    assert "--engine auto takes:" in output


def test_doctor_says_how_to_mend_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    import grader.cli.doctor as doctor

    monkeypatch.setattr(doctor, "_PACKAGES", ("click", "no-such-package"))
    code, output = run("doctor")
    assert code == 1
    assert "pip install no-such-package" in output


def test_a_slip_in_a_command_gets_a_hint() -> None:
    code, output = run("markk")
    assert code == 2
    assert "Did you mean 'mark'?" in output


def test_every_command_has_help_and_stands_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text()
    for name, short in _COMMANDS.items():
        code, output = run(name, "--help")
        assert code == 0
        assert short.rstrip(".") in " ".join(output.split()), (
            "the help of the command says what the list of commands says"
        )
        assert f"grader {name}" in readme


def test_the_help_names_the_exit_codes() -> None:
    for args in (("--help",), ("mark", "--help")):
        output = " ".join(run(*args)[1].split())
        assert "1 a file could not be read, marked or written; 2 the call, the rubric or the output folder is" in output


_HEAVY = "{'sklearn', 'numpy', 'spacy', 'hunspell', 'textstat', 'jinja2', 'yaml', 'msgspec', 'language_tool_python', 'snowballstemmer'}"


def loaded(script: str, folder: Path) -> set[str]:
    """The heavy libraries that a script loads."""
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{script}\nprint(*({_HEAVY} & set(sys.modules)))"],
        check=True,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    return set(done.stdout.splitlines()[-1].split())


def test_help_loads_nothing_heavy(here: Path) -> None:
    """Start-up counts: the help must not import what marking needs."""
    script = "from click.testing import CliRunner\nfrom grader.cli import main\nassert 'mark' in CliRunner().invoke(main, {}).output"
    assert loaded(script.format(["--help"]), here) == set()
    assert loaded(script.format(["mark", "--help"]), here) >= {"yaml", "msgspec"}, "the names are those of the modules"


def test_marking_without_points_does_not_load_scikit_learn(here: Path) -> None:
    (here / "points.yaml").write_text("points: [The towns gained a steady income.]\n")
    script = "from grader import mark\nmark('answer.md', engine='none', points={})"
    assert not {"sklearn", "language_tool_python"} & loaded(script.format(None), here)
    assert "sklearn" in loaded(script.format("'points.yaml'"), here), "the name is that of the module"
