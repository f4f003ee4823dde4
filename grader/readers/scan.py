"""Pictures of pages -> marked text, by Tesseract where it is installed; for clean print only.

Print is read well enough to be marked, with a note that says so. Handwriting is not, and a guess would put false words before a
student: what is not read surely is refused, and how to type it is said.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

from grader.errors import InputError
from grader.readers import rendering

NOTE = (
    "Read from pictures of its pages by a program (OCR), which misreads some words: check the words against the page. "
    "Marks for language are less sure."
)
SUREST = 85  # of 100: print that is clean has 93 to 97, handwriting below 70, a script typeface 82
FEWEST_WORDS = 20

_SECONDS = 60  # for one page, and for drawing all of them
_START = "import json, sys; given = json.loads(sys.argv[1]); sys.path[:] = given[0]; from grader.readers.rendering import main; main(*given[1:])"
_TYPE = "type the words into a text file (.txt), struck words as ~~so~~ and insertions as ^{so}"


def text(data: bytes, suffix: str, label: str) -> str:
    """The marked text of a scanned PDF or a picture.

    Raises:
        InputError: Tesseract is not installed, the words are not read surely enough, or the file cannot be drawn.
    """
    program = shutil.which("tesseract")
    if program is None:
        raise InputError(
            f"{label}: a picture of its words; {_TYPE} (clean print is read where Tesseract is installed: "
            "apt install tesseract-ocr)"
        )
    from grader.readers.document import marked_text
    from grader.readers.hocr import evened, recognised
    from grader.readers.pdf import parts_of

    read = [recognised(_hocr(program, page, label), rendering.DOTS) for page in _pages(data, suffix, label)]
    words = [word for one in read for word in one.sureness if word[0]]
    letters = sum(length for length, _ in words)
    if len(words) < FEWEST_WORDS:
        raise InputError(f"{label}: hardly any printed words are found in the pictures; {_TYPE}")
    if sum(length * sure for length, sure in words) < SUREST * letters:
        raise InputError(
            f"{label}: its words cannot be read surely enough (handwriting, or a poor scan of print); {_TYPE}"
        )
    return marked_text(parts_of(evened([one.page for one in read])))


def _pages(data: bytes, suffix: str, label: str) -> list[bytes]:
    """A PNG of each page, drawn in a process of its own."""
    folders = [os.path.abspath(folder) for folder in sys.path if isinstance(folder, str)]
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-c", _START, json.dumps([folders, suffix, label])],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise InputError(f"{label}: its pages took too long to draw; {_TYPE}") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{label}: no helper process can be started to draw its pages ({error})") from None
    found, place, kind = [], 0, b""
    while place + rendering.RECORD.size <= len(done.stdout):
        kind, length = rendering.RECORD.unpack_from(done.stdout, place)
        place += rendering.RECORD.size
        said = done.stdout[place : place + length]
        place += length
        if kind == rendering.REFUSED:
            raise InputError(said.decode())
        if kind == rendering.PAGE:
            found.append(said)
    if kind != rendering.END:
        raise InputError(f"{label}: its pages cannot be drawn; save or scan it again, or {_TYPE}")
    return found


def _hocr(program: str, page: bytes, label: str) -> str:
    try:
        done = subprocess.run(
            [program, "stdin", "stdout", "-l", "eng", "--dpi", str(rendering.DOTS), "hocr"],
            input=page,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # more threads take longer, and not always the same way
        )
    except subprocess.TimeoutExpired:
        raise InputError(f"{label}: a page took too long to recognise; {_TYPE}") from None
    except OSError as error:
        raise InputError(f"{label}: Tesseract cannot be run ({error.strerror}); {_TYPE}") from None
    if done.returncode:
        why = done.stderr.decode(errors="replace").strip().splitlines()
        raise InputError(f"{label}: Tesseract failed ({why[0][:80] if why else done.returncode}); {_TYPE}")
    return done.stdout.decode("utf-8", "replace")
