"""Documents are read in a child process, so that a file made to break a parser breaks nothing else.

One child serves file after file; a file that kills it, or takes too long, costs only itself, and the next file finds a new
one. The child is started from a bare interpreter, never by copying this process, so it does not matter what runs here:
threads, joblib's workers, a test runner. It ends when this process ends, for then its requests do.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
from contextlib import suppress
from threading import Event, Lock, Timer
from typing import IO

from grader.errors import InputError
from grader.readers.worker import LENGTH, LENGTHS, MAX_ANSWER

SECONDS = 30  # by the clock; processor time is limited more tightly, in the child

_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from grader.readers.worker import main; main()"
_SAVE = "open it and save it again, or save the answer as plain text"
_BROKEN = {
    "time": "took longer to read than an answer does; save the answer as plain text and mark that",
    "memory": "takes more memory to read than an answer does; save the answer as plain text and mark that",
    "depth": "nested deeper than an answer is; save it as plain text and mark that",
    "length": "holds far more text than one answer; split the file",
    "end": f"cannot be read, for its content broke the reader off; {_SAVE}",
}

_lock = Lock()
_child: subprocess.Popen[bytes] | None = None
_left: list[subprocess.Popen[bytes] | None] = []  # a parent's children, seen after a fork: not ours to end


def convert(data: bytes, module: str, label: str, *, seconds: float = SECONDS) -> str:
    """A document's marked text.

    Args:
        data: the file's bytes, looked at by :mod:`grader.readers.preflight` before.
        module: the reader by its full name; its ``parts(data, label)`` gives the document's parts.
        label: what to call the file in messages.
        seconds: how long it may take by the clock.

    Raises:
        InputError: the reader refused the file, broke, or took too long or too much.
    """
    request = json.dumps({"module": module, "label": label}).encode()
    with _lock:
        try:
            answer = _asked(LENGTHS.pack(len(request), len(data)) + request, data, seconds)
        except BaseException:  # an interrupt leaves half an answer in the pipe
            stop()
            raise
        if "broken" in answer:
            stop()  # what broke a reader may have harmed it
    if "refused" in answer:
        raise InputError(answer["refused"])
    if "broken" in answer:
        what = answer["broken"]
        raise InputError(f"{label}: {_BROKEN.get(what) or f'cannot be read ({what}); {_SAVE}'}")
    return answer["text"]


def stop() -> None:
    """Ends the child, if there is one; the next document starts another."""
    global _child
    child, _child = _child, None
    if child is None:
        return
    child.kill()
    for pipe in (child.stdin, child.stdout):
        with suppress(OSError):  # what was still to be written has nobody to read it
            if pipe:
                pipe.close()
    child.wait()


def _asked(head: bytes, data: bytes, seconds: float) -> dict[str, str]:
    """The child's answer to a request, or what became of the child."""
    child = _running()
    assert child.stdin and child.stdout
    late = Event()

    def end() -> None:
        late.set()
        child.kill()

    timer = Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        said = _exchange(child.stdin, child.stdout, head, data)
    finally:
        timer.cancel()
        timer.join()  # a child must not be ended after it has answered
    if late.is_set() or said is None:
        return {"broken": "time" if late.is_set() or _spent(child) else "end"}
    answer: dict[str, str] = json.loads(said)
    return answer


def _exchange(into: IO[bytes], out: IO[bytes], head: bytes, data: bytes) -> bytes | None:
    """Hands a request over and reads the answer; None when the child ended, or says more than it may."""
    try:
        into.write(head)
        into.write(data)
        into.flush()
    except OSError:
        return None
    length = out.read(LENGTH.size)
    if len(length) < LENGTH.size:
        return None
    size: int = LENGTH.unpack(length)[0]
    said = out.read(size) if size <= MAX_ANSWER else b""
    return said if len(said) == size else None


def _spent(child: subprocess.Popen[bytes]) -> bool:
    """Whether the system ended a child for its processor time."""
    import signal

    try:
        return child.wait(1) == -getattr(signal, "SIGXCPU", 0) != 0
    except subprocess.TimeoutExpired:
        return False


def _running() -> subprocess.Popen[bytes]:
    """The child, started anew where there is none."""
    global _child
    if _child is not None and _child.poll() is not None:
        stop()
    if _child is None:
        folders = [os.path.abspath(folder) for folder in sys.path if isinstance(folder, str)]
        try:
            _child = subprocess.Popen(
                [sys.executable, "-I", "-c", _START, json.dumps(folders)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except (OSError, ValueError) as error:
            raise InputError(f"documents cannot be read here: no helper process can be started ({error})") from None
    return _child


def _forget() -> None:
    """In a copy of this process: the child is the original's, and its lock may have been held."""
    global _child, _lock
    _left.append(_child)
    _child, _lock = None, Lock()


atexit.register(stop)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)
