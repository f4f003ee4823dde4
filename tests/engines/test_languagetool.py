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
from click.testing import CliRunner

from grader import engines
from grader.cli import main
from grader.engines import languagetool
from grader.errors import EngineError
from tests.helpers import ANSWER, context_for


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


@pytest.fixture
def archive(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[bytes]:
    """A server that holds a small archive in place of the real one."""
    import hashlib
    import io
    import zipfile

    from language_tool_python import download_lt

    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        file.writestr("LanguageTool-6.8/languagetool-server.jar", b"jar")
    data = content.getvalue()

    class Files(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:
            """Quiet."""

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Files)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    monkeypatch.setattr(download_lt, "BASE_URL_NEW_RELEASES", f"http://127.0.0.1:{httpd.server_port}/")
    monkeypatch.setattr(download_lt, "confirm_java_compatibility", lambda version: None)
    monkeypatch.setattr(languagetool.shutil, "which", lambda name: "/usr/bin/java")
    monkeypatch.setenv(languagetool.FOLDER, str(tmp_path))
    monkeypatch.setenv("LTP_DOWNLOAD_SHA256", hashlib.sha256(data).hexdigest())
    yield data
    httpd.shutdown()
    httpd.server_close()


@pytest.mark.usefixtures("archive")
def test_doctor_fetches_only_when_told_to_and_says_from_where(tmp_path: Path) -> None:
    refused = CliRunner().invoke(main, ["doctor", "--install-languagetool"], input="n\n")
    assert refused.exit_code == 1
    assert "about 250 MB from http://127.0.0.1" in refused.output
    assert list(tmp_path.iterdir()) == []
    done = CliRunner().invoke(main, ["doctor", "--install-languagetool", "--yes"])
    assert done.exit_code == 0, done.output
    assert (tmp_path / "LanguageTool-6.8/languagetool-server.jar").read_bytes() == b"jar"
    again = CliRunner().invoke(main, ["doctor", "--install-languagetool", "--yes"])
    assert "LanguageTool 6.8 is installed already" in again.output


@pytest.mark.usefixtures("archive")
def test_an_archive_with_another_checksum_is_not_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LTP_DOWNLOAD_SHA256", "0" * 64)
    done = CliRunner().invoke(main, ["doctor", "--install-languagetool", "--yes"])
    assert done.exit_code == 2
    assert "could not be fetched" in done.stderr
    assert "checksum" in done.stderr
    assert not list(tmp_path.glob("LanguageTool-*"))


def test_without_java_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(languagetool.shutil, "which", lambda name: None)
    monkeypatch.setenv(languagetool.FOLDER, str(tmp_path))
    monkeypatch.delenv(languagetool.URL, raising=False)
    with pytest.raises(EngineError, match="Java, which it needs, is missing"):
        engines.make("languagetool")
    with pytest.raises(EngineError, match="needs Java, which is missing"):
        languagetool.install()


def test_a_server_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen()
        monkeypatch.setenv(languagetool.URL, f"http://127.0.0.1:{deaf.getsockname()[1]}")
        monkeypatch.setattr(languagetool, "PATIENCE", 0.2)
        engines._made.cache_clear()
        with pytest.raises(EngineError, match="does not answer"):
            engines.make("languagetool")


DIES: list[int] = []


class Dying(Handler):
    """Answers two checks (the adapter's own first), then closes every connection."""

    def do_POST(self) -> None:
        DIES.append(1)
        if len(DIES) > 2:
            self.close_connection = True
            return
        super().do_POST()


@pytest.fixture
def dying(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Dying)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    monkeypatch.setenv(languagetool.URL, f"http://127.0.0.1:{httpd.server_port}")
    monkeypatch.setattr(engines, "_gone", {})
    engines._made.cache_clear()
    DIES.clear()
    yield
    httpd.shutdown()
    httpd.server_close()
    engines._made.cache_clear()


def folder_of_two(tmp_path: Path) -> Path:
    scripts = tmp_path / "scripts"
    scripts.mkdir()
    for name in ("a.md", "b.md"):
        (scripts / name).write_text(ANSWER, encoding="utf-8")
    return scripts


@pytest.mark.usefixtures("dying")
def test_a_server_that_dies_in_mid_batch_fails_what_asked_for_it(tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = CliRunner().invoke(
        main, ["mark", str(folder_of_two(tmp_path)), "--out", str(out), "--engine", "languagetool", "--format", "json"]
    )
    assert done.exit_code == 1
    assert done.stderr.count("does not answer") == 2
    assert not list(out.glob("*.json"))


@pytest.mark.usefixtures("dying")
def test_auto_goes_on_with_what_else_is_there(tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = CliRunner().invoke(main, ["mark", str(folder_of_two(tmp_path)), "--out", str(out), "--format", "json"])
    assert done.exit_code == 0, done.output
    assert done.stderr.count("does not answer") == 1
    used = {json.loads(path.read_text())["versions"]["engine"].split()[0] for path in out.glob("*.json")}
    assert used <= {"lingotweaker", "own"}, "no answer is marked half by one engine and half by another"
    assert len(list(out.glob("*.json"))) == 2
