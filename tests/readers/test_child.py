"""The child process: what it gives back, what it survives, what it is kept from."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from grader.errors import InputError
from grader.readers import child
from tests.conftest import ROOT

UNIX = pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no such limits")


def convert(way: str, data: bytes = b"words", seconds: float = 20) -> str:
    return child.convert(data, f"tests.readers.misbehaving.{way}", "a.docx", seconds=seconds).strip()


@pytest.fixture(autouse=True)
def a_new_child() -> Iterator[None]:
    child.stop()
    yield
    child.stop()


def test_what_the_reader_said_comes_back() -> None:
    assert convert("echoes", "“Ünïcode” – ✓ 🌊".encode()) == "“Ünïcode” – ✓ 🌊"
    assert convert("counts", b"a" + bytes(19_000_000) + b"z") == "19000002 b'a'b'z'"
    assert convert("halves") == "a ? b", "half a character cannot be written down"


def test_one_child_serves_file_after_file() -> None:
    first = convert("identifies")
    assert first != str(os.getpid())
    with pytest.raises(InputError, match=r"^a\.docx: not today; try tomorrow$"):
        convert("refuses")
    assert convert("identifies") == first, "a refusal harms nothing"


@pytest.mark.parametrize(
    ("way", "why"),
    [
        ("fails", r"cannot be read \(ZeroDivisionError\); open it and save it again"),
        ("dies", "its content broke the reader off"),
        ("crashes", "its content broke the reader off"),
        ("nests", "nested deeper than an answer is"),
        ("sleeps", "took longer to read"),
        pytest.param("spins", "took longer to read", marks=UNIX),
        pytest.param(
            "grows", "takes more memory", marks=pytest.mark.skipif(sys.platform != "linux", reason="no limit")
        ),
    ],
)
def test_what_breaks_is_one_sentence_and_costs_one_file(way: str, why: str) -> None:
    first = convert("identifies")
    with pytest.raises(InputError, match=why) as error:
        convert(way, seconds=1 if way in ("sleeps", "spins") else 60)
    assert str(error.value).startswith("a.docx: ")
    assert convert("identifies") != first, "the next file has a new child"


@UNIX
def test_processor_time_is_limited_by_the_system_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        child, "_START", child._START.replace("; main()", "; import grader.readers.worker as w; w.SECONDS = 0; main()")
    )
    with pytest.raises(InputError, match="took longer to read"):
        convert("spins", seconds=60)


def test_far_too_much_text_is_not_handed_over() -> None:
    with pytest.raises(InputError, match="far more text than one answer; split the file"):
        convert("floods")


def test_what_is_printed_is_no_answer() -> None:
    assert convert("chatters") == "Said at last."


@pytest.mark.parametrize(
    "deed",
    [
        "open('/etc/passwd').read()",
        "open('{tmp}/secret.txt').read()",
        "open('{tmp}/new', 'w')",
        "import os; os.open('{tmp}/new', os.O_WRONLY | os.O_CREAT)",
        "import os; os.remove('{tmp}/secret.txt')",
        "import os; os.rename('{tmp}/secret.txt', '{tmp}/new')",
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('example.org', 80)",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
        "import urllib.request; urllib.request.urlopen('file://{tmp}/secret.txt')",
        "import subprocess, sys; subprocess.run([sys.executable, '-c', 'pass'])",
        "import os; os.system('true')",
        "import os, signal; os.kill(os.getppid(), 0)",
    ],
)
def test_a_reader_touches_nothing_but_the_file(deed: str, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("not yours")
    assert convert("tries", deed.replace("{tmp}", tmp_path.as_posix()).encode()).startswith(
        ("PermissionError", "URLError")
    )
    assert [path.name for path in tmp_path.iterdir()] == ["secret.txt"]


def test_the_libraries_of_the_program_can_be_loaded() -> None:
    for deed in (
        "import lxml.html, zipfile, mimetypes",
        "from grader.spelling.dictionary import known; known('boats')",
    ):
        assert convert("tries", deed.encode()) == "done"


def test_threads_wait_for_one_another() -> None:
    with ThreadPoolExecutor(4) as pool:
        words = [f"word{number}" for number in range(40)]
        assert list(pool.map(lambda word: convert("echoes", word.encode()), words)) == words


def run(script: str, *, check: bool = True) -> str:
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert not check or (done.returncode == 0 and not done.stderr), done.stderr
    return done.stdout.strip()


ECHO = """
    from grader.readers.child import convert
    def said(word):
        return convert(word.encode(), "tests.readers.misbehaving.echoes", "a").strip()
    def pid(_):
        return convert(b"-", "tests.readers.misbehaving.identifies", "a").strip()
"""


@UNIX
def test_copies_of_a_process_have_children_of_their_own() -> None:
    pids = run(
        ECHO
        + """
    import multiprocessing
    mine = pid(0)
    with multiprocessing.get_context("fork").Pool(2) as pool:
        theirs = pool.map(pid, range(8))
    assert mine not in theirs and pid(0) == mine
    print(len(set(theirs)))
    """
    )
    assert pids in ("1", "2")


def test_joblib_carries_it() -> None:
    pytest.importorskip("joblib")
    assert run(
        ECHO + "\n    from joblib import Parallel, delayed\n    print(Parallel(2)(delayed(said)(w) for w in 'abc'))"
    ) == ("['a', 'b', 'c']")


@UNIX
@pytest.mark.parametrize("end", ["", "; os._exit(0)", "; os.kill(os.getpid(), 9)"])
def test_the_child_ends_with_its_parent(end: str) -> None:
    number = int(run(ECHO + f"\n    import os\n    print(pid(0), flush=True){end}", check=False))
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            return
        if Path(f"/proc/{number}/stat").exists() and " Z " in Path(f"/proc/{number}/stat").read_text():
            return
        time.sleep(0.05)
    pytest.fail("the child lives on")


@UNIX
def test_ctrl_c_ends_the_wait_and_leaves_no_half_answer() -> None:
    out = run(
        ECHO
        + """
    import os, signal, threading
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's job in the background ignores it
    said("a")
    threading.Timer(0.3, lambda: os.killpg(os.getpgrp(), signal.SIGINT)).start()
    os.setpgrp() if os.getpgrp() != os.getpid() else None
    try:
        convert(b"", "tests.readers.misbehaving.sleeps", "a", seconds=30)
    except KeyboardInterrupt:
        print("stopped", said("b"))
    """
    )
    assert out == "stopped b"


def test_a_helper_that_cannot_be_started_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(InputError, match="documents cannot be read here: no helper process can be started"):
        convert("echoes")


def test_the_child_starts_quickly() -> None:
    begun = time.perf_counter()
    convert("echoes")
    assert time.perf_counter() - begun < 2  # 50 ms on an idle machine
