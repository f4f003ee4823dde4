"""Choosing an engine."""

from __future__ import annotations

import sys

import pytest

from grader import engines
from grader.engines import parser
from grader.errors import EngineError


def test_none_is_none() -> None:
    assert engines.make("none") is None


def test_an_engine_that_is_not_installed_is_said_with_its_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lt_py", None)
    engines._made.cache_clear()
    with pytest.raises(EngineError, match="pip install lingotweaker lingotweaker-data-en"):
        engines.make("lingotweaker")
    engines._made.cache_clear()


def test_auto_without_an_engine_marks_with_our_own_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lt_py", None)
    monkeypatch.delenv("GRADER_LANGUAGETOOL_URL", raising=False)
    monkeypatch.delenv("LTP_PATH", raising=False)
    engines._made.cache_clear()
    found = engines.make("auto")
    assert found is not None and found.name == "own"
    engines._made.cache_clear()
    monkeypatch.setattr(parser, "MODEL", "no-such-model")
    assert engines.make("auto") is None
    engines._made.cache_clear()


def test_the_label_names_every_version_that_findings_depend_on() -> None:
    own = engines.make("own")
    assert engines.label(own) == f"own, parser {parser.parser_version()}"
    assert engines.label(None) == "none"
