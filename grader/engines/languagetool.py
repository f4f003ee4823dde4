"""LanguageTool through language-tool-python (GPL-3.0): a server somebody runs, or a local installation with Java.

Used when asked for (``--engine languagetool``), and by ``auto`` where a server is configured. It is configured by the
environment: ``GRADER_LANGUAGETOOL_URL`` names a server (``http://127.0.0.1:8081``), ``LTP_PATH`` a folder that
holds a ``LanguageTool-x.y`` installation. language-tool-python would download 250 MB when it finds neither; this
adapter refuses instead.
"""

from __future__ import annotations

import os
import shutil
from importlib.metadata import version
from pathlib import Path
from typing import Any

from grader.engines import Match
from grader.errors import EngineError

URL = "GRADER_LANGUAGETOOL_URL"
FOLDER = "LTP_PATH"
PATIENCE = 30  # seconds for one text, asked twice; a server checks a long essay in two or three
SIZE = "about 250 MB"


def configured() -> bool:
    """Whether somebody set LanguageTool up on purpose: named a server, or a folder that holds an installation."""
    return bool(os.environ.get(URL)) or (bool(os.environ.get(FOLDER)) and local_version() is not None)


def local_version() -> str | None:
    """Version of the newest installation under ``LTP_PATH`` (or language-tool-python's own cache), with Java to run it."""
    if not shutil.which("java"):
        return None
    folder = Path(os.environ.get(FOLDER) or Path.home() / ".cache" / "language_tool_python")
    found = [
        path.name.removeprefix("LanguageTool-")
        for path in folder.glob("LanguageTool-*")
        if (path / "languagetool-server.jar").exists()
    ]
    return max(found, key=_version_key, default=None)


def _version_key(name: str) -> tuple[int, ...]:
    return tuple(int(part) for part in name.split("-")[0].split(".") if part.isdigit())


class LanguageTool:
    """A client of one server. Its version is the server software's, so that a report says what it was made with."""

    name = "languagetool"

    def __init__(self, language: str) -> None:
        import language_tool_python as client

        # The client's own patience is five minutes a text, an evening for a class of sixty.
        hasty: Any = type("LanguageTool", (client.LanguageTool,), {"_TIMEOUT": PATIENCE})
        url = os.environ.get(URL)
        try:
            if url:
                self._tool: Any = hasty(language, remote_server=url)
                where = "remote server"
            else:
                where = local_version() or ""
                self._tool = hasty(language, language_tool_download_version=where)
            self._tool.check("Ready.")
        except Exception as error:  # the client raises its own, requests' and the operating system's errors
            raise EngineError(_unusable(url, error)) from None
        self.version = f"{where}, language-tool-python {version('language-tool-python')}"

    def check(self, text: str) -> list[Match]:
        """Matches in ``text``, by place.

        Raises:
            EngineError: the server stopped answering.
        """
        try:
            raw = self._tool.check(text)
        except Exception as error:
            raise EngineError(_unusable(os.environ.get(URL), error)) from None
        found = [
            Match(
                one.offset,
                one.offset + one.error_length,
                one.message,
                tuple(one.replacements[:5]),
                one.rule_id,
                one.category,
            )
            for one in raw
        ]
        return sorted(found, key=lambda match: (match.start, match.end, match.rule))


def make(language: str) -> LanguageTool:
    """The engine; see :func:`grader.engines.make`."""
    if not os.environ.get(URL) and local_version() is None:
        raise EngineError(
            f"LanguageTool is not set up{_no_java()}: name a running server ({URL}=http://127.0.0.1:8081), or let "
            "'grader doctor --install-languagetool' fetch it; grader downloads nothing by itself"
        )
    return LanguageTool(language)


def _no_java() -> str:
    return "" if shutil.which("java") else " and Java, which it needs, is missing (install a Java runtime, 17 or later)"


def source() -> tuple[str, Path]:
    """Where ``install`` would fetch LanguageTool from, and the folder it would put it in."""
    from language_tool_python import download_lt, utils

    wanted = download_lt.LocalLanguageTool.from_version_name(download_lt.LTP_DOWNLOAD_VERSION)
    return str(wanted.download_url), Path(utils.get_language_tool_download_path())


def install() -> str:
    """Fetches LanguageTool, holds it against its checksum and unpacks it; gives its version.

    Raises:
        EngineError: Java is missing or too old, or it cannot be fetched; nothing half-done is left.
    """
    from language_tool_python import download_lt

    if not shutil.which("java"):
        raise EngineError("LanguageTool needs Java, which is missing; install a Java runtime, 17 or later, first")
    wanted = download_lt.LocalLanguageTool.from_version_name(download_lt.LTP_DOWNLOAD_VERSION)
    try:
        wanted.download()
    except Exception as error:  # the client raises its own, requests' and the operating system's errors
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise EngineError(
            f"LanguageTool could not be fetched ({reason[:200]}); check the connection and try again"
        ) from None
    return str(download_lt.LTP_DOWNLOAD_VERSION)


def _unusable(url: str | None, error: Exception) -> str:
    reason = str(error).splitlines()[0] if str(error) else type(error).__name__
    where = f"the LanguageTool server at {url} does not answer" if url else "the local LanguageTool does not start"
    return f"{where} ({reason[:160]}); start it, or use --engine lingotweaker or --engine none"
