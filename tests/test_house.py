"""The house keeps its own rules: what may stand where, and what the documents say."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from grader import checks
from grader.lexicon import load
from tests.conftest import ROOT
from tests.helpers import context_for

SOURCES = sorted((ROOT / "grader").rglob("*.py"))
TOP = {
    "pyproject.toml",
    "grader",
    "rubrics",
    "samples",
    "tests",
    "reports",
    "README.md",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "LICENSE",
    "Makefile",
}


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def test_the_top_level_holds_what_was_agreed() -> None:
    try:
        listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
            "\n"
        )
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    top = {line.split("/")[0] for line in listed if line}
    assert {name for name in top if not name.startswith(".")} <= TOP


def test_the_library_never_prints() -> None:
    for path in SOURCES:
        if "cli" not in path.parts:
            calls = [node.func for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
            assert not [call for call in calls if isinstance(call, ast.Name) and call.id == "print"], path
            assert "click" not in imports(path), path


def test_scoring_and_reports_know_no_text_and_no_checks() -> None:
    assert not {
        name
        for name in imports(ROOT / "grader/scoring.py")
        if name.startswith(("grader.checks", "grader.facts", "grader.segment"))
    }
    for path in (ROOT / "grader/report").rglob("*.py"):
        assert not {
            name
            for name in imports(path)
            if name.startswith(("grader.checks", "grader.facts", "grader.segment", "grader.marking"))
        }, path


def test_checks_do_no_reading_or_writing() -> None:
    for path in (ROOT / "grader/checks").rglob("*.py"):
        if path.parent.name != "checks":
            assert not {"pathlib", "os", "io"} & imports(path), path


def test_files_are_small() -> None:
    assert [path for path in SOURCES if path.read_text().count("\n") > 400] == []


def test_lexicons_are_read_by_somebody() -> None:
    code = "\n".join(path.read_text() for path in SOURCES)
    for path in (ROOT / "grader/lexicon").iterdir():
        if path.suffix in (".yaml", ".txt"):
            assert f'"{path.stem}"' in code, f"{path.name} is read by nobody"


def test_phrase_lists_hold_no_phrase_twice() -> None:
    wrongs = [wrong for group in load("phrases") for wrong in group["phrases"]]
    assert len(wrongs) == len(set(wrongs))
    assert not [wrong for group in load("phrases") for wrong, right in group["phrases"].items() if wrong == right]


def test_the_architecture_names_every_folder() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text()
    for folder in sorted(
        path for path in (ROOT / "grader").iterdir() if path.is_dir() and not path.name.startswith("__")
    ):
        assert f"{folder.name}/" in text, folder


def test_the_example_check_of_the_architecture_works() -> None:
    code = re.search(r"```python\n(.*?)```", (ROOT / "ARCHITECTURE.md").read_text(), re.DOTALL)
    assert code is not None
    module: dict[str, Any] = {}
    exec(compile(code.group(1), "ARCHITECTURE.md", "exec"), module)  # our own document
    context = context_for("# The river tax\n\n## Introduction\n\nIt was old.\n\n## End\n\nIt fell.")
    assert module["check"](context.essay, context).value == 1
    assert module["check"](context_for("It fell.").essay, context).value == 0


def test_the_rubric_guide_names_every_check() -> None:
    text = (ROOT / "rubrics/README.md").read_text()
    for check in checks.ids():
        assert check.startswith("language.errors.") or f"`{check}`" in text, check


def test_the_changelog_names_this_version() -> None:
    import grader

    assert f"## [{grader.__version__}]" in (ROOT / "CHANGELOG.md").read_text()


def test_no_machine_and_no_registry_in_what_is_kept() -> None:
    for path in [*SOURCES, *ROOT.glob("*.md"), *ROOT.glob("*.toml"), ROOT / "Makefile"]:
        text = path.read_text()
        assert not re.search(r"/(?:work|home|root|tmp)/\w", text), path
        assert "--index-url" not in text, path
