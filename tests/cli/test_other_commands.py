"""``grader report``, ``grader rubric``, ``grader doctor``, and the help."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from grader.cli import _COMMANDS, main
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
    for name in _COMMANDS:
        code, output = run(name, "--help")
        assert code == 0
        assert "Usage:" in output
        assert f"grader {name}" in readme


def test_help_loads_nothing_heavy() -> None:
    """Start-up counts: the help must not import what marking needs."""
    script = (
        "import sys; from click.testing import CliRunner; from grader.cli import main; assert CliRunner().invoke(main, ['--help']).exit_code == 0;"
        "heavy = {'sklearn', 'numpy', 'textstat', 'jinja2', 'yaml', 'msgspec', 'lt_py', 'language_tool_python', 'snowballstemmer'} & set(sys.modules);"
        "sys.exit(f'loaded: {heavy}' if heavy else 0)"
    )
    subprocess.run([sys.executable, "-c", script], check=True, cwd=ROOT)


def test_marking_without_points_does_not_load_scikit_learn(here: Path) -> None:
    script = (
        "import sys; from grader import mark; mark('answer.md', engine='none');"
        "heavy = {'sklearn', 'numpy', 'nltk', 'language_tool_python', 'lt_py'} & set(sys.modules); sys.exit(f'loaded: {heavy}' if heavy else 0)"
    )
    subprocess.run([sys.executable, "-c", script], check=True, cwd=here, env={**os.environ, "PYTHONPATH": str(ROOT)})
