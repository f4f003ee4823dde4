"""The LanguageTool adapter, against a local server that speaks its /v2 API. Nothing leaves this machine."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar
from urllib.parse import parse_qs

import pytest

from grader import engines
from grader.engines import languagetool
from grader.errors import EngineError
from tests.helpers import context_for


class Handler(BaseHTTPRequestHandler):
    """/v2/languages and /v2/check as LanguageTool 6 answers them: it flags "He go"."""

    asked: ClassVar[list[dict[str, list[str]]]] = []

    def do_GET(self) -> None:
        self.reply(
            [
                {"name": "English (GB)", "code": "en", "longCode": "en-GB"},
                {"name": "English", "code": "en", "longCode": "en"},
            ]
        )

    def do_POST(self) -> None:
        body = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.asked.append(body)
        if not self.path.startswith("/v2/check"):
            self.reply([])
            return
        text = body["text"][0]
        start = text.find("He go ")
        match = {
            "message": "The verb does not agree.",
            "shortMessage": "Agreement",
            "replacements": [{"value": "He goes"}],
            "offset": len(text[:start].encode("utf-16-le")) // 2,  # LanguageTool counts UTF-16 units
            "length": 5,
            "context": {"text": text, "offset": max(0, start), "length": 5},
            "sentence": text,
            "type": {"typeName": "Other"},
            "rule": {
                "id": "HE_VERB_AGR",
                "description": "Agreement",
                "issueType": "grammar",
                "category": {"id": "GRAMMAR", "name": "Grammar"},
            },
        }
        self.reply(
            {
                "software": {"name": "LanguageTool", "version": "6.8"},
                "language": {},
                "matches": [match] if start >= 0 else [],
            }
        )

    def reply(self, content: object) -> None:
        data = json.dumps(content).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    url = f"http://127.0.0.1:{httpd.server_port}"
    monkeypatch.setenv(languagetool.URL, url)
    engines._made.cache_clear()
    Handler.asked.clear()
    yield url
    httpd.shutdown()
    httpd.server_close()
    engines._made.cache_clear()


@pytest.fixture
def nothing_set_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(languagetool.URL, raising=False)
    monkeypatch.setenv(languagetool.FOLDER, str(tmp_path))
    engines._made.cache_clear()


def test_matches_come_back_in_code_points(server: str) -> None:
    engine = engines.make("languagetool")
    assert engine is not None
    (match,) = engine.check("A 😀 day. He go home.")
    assert (match.start, match.end) == (9, 14)
    assert match.replacements == ("He goes",)
    assert match.rule == "HE_VERB_AGR"
    assert match.category == "GRAMMAR"
    assert Handler.asked[-1]["language"] == ["en-GB"]


def test_a_configured_server_is_what_auto_takes(server: str) -> None:
    engine = engines.make("auto")
    assert engine is not None
    assert engine.name == "languagetool"


def test_its_findings_reach_the_essay(server: str) -> None:
    context = context_for("The day ~~was~~ came. He go home.", engine=engines.make("languagetool"))
    (finding,) = context.measure("language.errors.engine").findings
    assert context.essay[finding.span] == "He go"


def test_a_server_that_does_not_answer_is_said_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(languagetool.URL, "http://127.0.0.1:9")
    engines._made.cache_clear()
    with pytest.raises(EngineError, match=r"the LanguageTool server at http://127\.0\.0\.1:9 does not answer"):
        engines.make("languagetool")


@pytest.mark.usefixtures("nothing_set_up")
def test_nothing_is_ever_downloaded() -> None:
    assert not languagetool.configured()
    with pytest.raises(EngineError, match="grader downloads nothing by itself"):
        engines.make("languagetool")


def test_the_newest_installation_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(languagetool.FOLDER, str(tmp_path))
    monkeypatch.setattr(languagetool.shutil, "which", lambda name: "/usr/bin/java")
    for name in ("LanguageTool-6.8", "LanguageTool-6.10", "LanguageTool-6.9"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "languagetool-server.jar").touch()
    (tmp_path / "LanguageTool-7.0").mkdir()
    assert languagetool.local_version() == "6.10"
