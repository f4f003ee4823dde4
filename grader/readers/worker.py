"""The child's side of reading documents: bytes in, marked text out, with little memory, no network and nothing written.

Parsers of documents are large and some are not written in Python; a file made to break one must break no more than this
process. On Linux memory, processor time and files are limited by the system, on macOS all but memory; on Windows the parent's
clock is the only limit. What a parser does in Python is watched everywhere: it may read the program's own files,
and open nothing else. :mod:`grader.readers.child` starts this and speaks to it.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from importlib import import_module
from io import BufferedReader, BufferedWriter
from struct import Struct
from typing import Any

from grader.errors import InputError

LENGTHS = Struct(">IQ")  # of what is said about the file, and of the file
LENGTH = Struct(">I")  # of the answer
MAX_ANSWER = 8_000_000  # bytes: text far longer than any answer
MEMORY = 288_000_000  # bytes of address space; the libraries take 40 million of them
SECONDS = 20  # of processor time for one file

# What a parser has no business with. Events of the interpreter: https://docs.python.org/3/library/audit_events.html
_REFUSED = (
    "socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "os.startfile", "pty.",
    "os.kill", "signal.pthread_kill", "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink",
    "os.truncate", "os.chmod", "os.chown", "os.utime", "os.setxattr", "shutil.", "tempfile.", "urllib.", "http.client.",
    "ftplib.", "smtplib.", "poplib.", "imaplib.", "webbrowser.",
)  # fmt: skip
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
_CODE = (".py", ".pyc", ".so", ".pyd", ".dll", ".dylib")


def main() -> None:
    """Answers one request after the other until there are no more; the parent's end is the end."""
    requests, answers = confine()
    while head := requests.read(LENGTHS.size):
        about, size = LENGTHS.unpack(head)
        asked = json.loads(requests.read(about))
        data = requests.read(size)
        _limit_time()
        answer = _answer(asked["module"], data, asked["label"])
        del data
        answers.write(LENGTH.pack(len(answer)) + answer)
        answers.flush()


def confine() -> tuple[BufferedReader, BufferedWriter]:
    """Puts this process under all its limits; where requests come from and answers go."""
    requests, answers = _pipes()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    sys.dont_write_bytecode = True
    _limit()
    _limit_time()
    sys.addaudithook(_watch(_readable()))
    return requests, answers


def _pipes() -> tuple[BufferedReader, BufferedWriter]:
    """Where requests come from and answers go; whatever a parser prints goes nowhere, for it would be taken for an answer."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    requests: Any = sys.stdin.buffer
    return requests, answers


def _answer(module: str, data: bytes, label: str) -> bytes:
    """A file's marked text, or why there is none, as JSON. Anything but a refusal is named by its kind alone."""
    from grader.readers.document import marked_text

    try:
        text = marked_text(import_module(module).parts(data, label))
        answer = {"text": text.encode(errors="replace").decode()}  # half a character of UTF-16 is none
    except InputError as error:
        answer = {"refused": str(error)}
    except MemoryError:
        answer = {"broken": "memory"}
    except RecursionError:
        answer = {"broken": "depth"}
    except Exception as error:  # the parent says it in a sentence
        answer = {"broken": type(error).__name__}
    said = json.dumps(answer).encode()
    return said if len(said) <= MAX_ANSWER else b'{"broken": "length"}'


def _limit() -> None:
    """Limits that last: memory, files written (none), files open. A limit that a system does not know is left out."""
    try:
        import resource
    except ImportError:  # Windows
        return
    limits = {"RLIMIT_FSIZE": 0, "RLIMIT_NOFILE": 64, "RLIMIT_CORE": 0}
    if sys.platform != "darwin":  # macOS counts what all processes share
        limits["RLIMIT_AS"] = MEMORY
    for name, most in limits.items():
        _set(getattr(resource, name, None), most)


def _limit_time() -> None:
    """The processor time of one file, counted from now."""
    try:
        import resource
    except ImportError:  # Windows
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _set(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + SECONDS + 1)


def _set(limit: int | None, most: int) -> None:
    import resource

    if limit is None:
        return
    try:
        hard = resource.getrlimit(limit)[1]
        resource.setrlimit(limit, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
    except (OSError, ValueError):  # macOS knows some limits by name only
        return


def _readable() -> tuple[str, ...]:
    """The folders of the program and its libraries."""
    import grader

    installed = [folder for folder in sys.path if os.path.basename(folder) in ("site-packages", "dist-packages")]
    own = [os.path.dirname(grader.__file__), sys.prefix, sys.base_prefix, *installed]
    return tuple(os.path.normcase(os.path.realpath(folder)) + os.sep for folder in own)


def _watch(readable: tuple[str, ...]) -> Any:
    """A hook that refuses what a parser has no business with; what is refused looks like a file that cannot be opened."""
    imported = tuple(os.path.normcase(os.path.realpath(folder)) + os.sep for folder in sys.path if folder)

    def hook(event: str, given: tuple[Any, ...]) -> None:
        if event == "open":
            path, mode, flags = given
            if isinstance(path, int):
                return
            place = os.path.normcase(os.path.realpath(os.fsdecode(path)))
            writing = (isinstance(mode, str) and set(mode) & set("wax+")) or (flags or 0) & _WRITING
            code = place.startswith(imported) and place.endswith(_CODE)
            if writing or not (code or place.startswith(readable)):
                raise PermissionError(f"not opened while a document is read: {place}")
        elif event.startswith(_REFUSED):
            raise PermissionError(f"not done while a document is read: {event}")

    return hook
