"""A folder of everything that a hostile or unlucky hand-in may hold: each file is refused quickly, in little memory and in one
sentence, and the answers beside it are marked."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from grader.cli import main
from tests.conftest import ROOT
from tests.helpers import ANSWER
from tests.readers import made

SECONDS, MEGABYTES = 2, 300

# name -> (content, a piece of the reason)
FILES: dict[str, tuple[bytes, str]] = {
    "zip bomb.docx": (made.zip_bomb(120_000_000), "unpacks to far more than an answer holds"),
    "zip bomb that lies.docx": (made.lying_bomb(120_000_000), "damaged"),
    "one member many times.docx": (made.overlapping_bomb(), "damaged"),
    "nested zip.docx": (made.docx(inner_dot_zip=made.zipped([("a.zip", made.zipped([("b", b"c")]))])), "an archive inside"),
    "zip.odt": (made.zipped([("a.zip", made.zipped([("b", b"c")]))]), "an archive inside"),
    "way out.docx": (made.zipped([*made.docx_members().items(), ("../../a.sh", b"a")]), "a path out of the document"),
    "billion laughs.docx": (made.with_doctype(made.DOCTYPES["billion laughs"]), "declares entities"),
    "external entity.docx": (made.with_doctype(made.DOCTYPES["external entity"]), "declares entities"),
    "share.docx": (made.docx(links=made.link("attachedTemplate", r"\\198.51.100.7\a\b.dotm")), "on another computer"),
    "remote template.docx": (made.docx(links=made.link("attachedTemplate", "http://203.0.113.9/b.dotm")), "on another computer"),
    "locked.docx": (made.ole(locked=True), "locked with a password"),
    "old.docx": (made.ole(locked=False), "save it as .docx"),
    "old.doc": (made.ole(locked=False), "save it as .docx"),
    "deep.docx": (made.docx(word__extra_dot_xml=b"<a>" * 20_000 + b"</a>" * 20_000), "nested more than 256 deep"),
    "cut off.docx": (made.docx()[:700], "damaged"),
    "10,000 pages.pdf": (made.pdf(pages=10_000), "more than 300 pages"),
    "script.pdf": (made.pdf(catalog=b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"), "holds a script"),
    "program.pdf": (made.pdf(catalog=b"/OpenAction<</S/Launch/F(calc.exe)>>"), "holds a script"),
    "locked.pdf": (made.pdf(trailer=b"/Encrypt 9 0 R"), "locked with a password"),
    "bomb.pdf": (made.pdf(more=made.zeros(100_000_000)), "unpacks to far more"),
    "deep.html": (made.html().replace(b"<h1>", b"<div>" * 20_000 + b"<h1>"), "nested more than 256 deep"),
    "entities.html": (b'<!DOCTYPE html [<!ENTITY a "&b;&b;">]>' + made.html(), "declares entities"),
    "deep.rtf": (b"{\\rtf1 " + b"{" * 20_000 + b"words" + b"}" * 20_001, "nested more than 256 deep"),
    "raw.rtf": (made.rtf().replace(b"The", b"\\bin99999999 The", 1), "damaged"),
    "archive.txt": (made.zipped([("a", b"b")]), "an archive (zip) by its content"),
    "picture.docx": (b"\x89PNG\r\n\x1a\n" + bytes(100), "a picture by its content"),
    "bomb.png": (made.png_bomb(), "picture"),
    "endless words.txt": (b"word " * 390_000, "split the file"),
    "new\nline.docx": (b"x", "damaged"),
    "\x1b[31mred\x07.docx": (b"x", "damaged"),
    "a\\..\\..\\up.docx": (b"x", "damaged"),
    "a%2F..%2F..%2Fup.docx": (b"x", "damaged"),
    "🌊🔥.docx": (b"x", "damaged"),
    "é" * 125 + ".docx": (b"x", "damaged"),
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder, as far as this disk takes such names and things."""
    folder = tmp_path_factory.mktemp("hostile") / "scripts"
    folder.mkdir()
    for name, (content, _) in FILES.items():
        try:
            (folder / name).write_bytes(content)
        except OSError:
            continue
    (folder.parent / "secret.md").write_text(ANSWER)
    try:
        (folder / "link.md").symlink_to(folder.parent / "secret.md")
        (folder / "endless.md").symlink_to("/dev/zero")
        os.mkfifo(folder / "pipe.docx")
        os.mknod(folder / "device.docx", 0o600 | 0o020000, os.makedev(1, 5))  # /dev/zero by another name
    except (OSError, AttributeError):
        pass  # no such things on this system, or not for this user
    (folder / "answer.md").write_text(ANSWER)
    (folder / "answer.docx").write_bytes(made.docx(filter(None, ANSWER.split("\n\n"))))
    return folder


MEASURE = """
import json, resource, sys, time
from pathlib import Path
from grader.errors import InputError
from grader.readers import child, read

for path in sorted(Path(sys.argv[1]).iterdir()):
    if path.stem == "answer":
        continue
    begun, why = time.perf_counter(), ""
    try:
        read(path)
    except InputError as error:
        why = str(error)
    print(json.dumps([path.name, why, time.perf_counter() - begun]))
child.stop()
scale = 1 if sys.platform == "darwin" else 1024
most = [resource.getrusage(who).ru_maxrss * scale / 1e6 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
status = Path("/proc/self/status")
if status.exists():  # on Linux a new process begins with its parent's figure
    most[0] = next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) / 1e3
print(json.dumps(most))
"""


def test_each_is_refused_in_one_sentence_quickly_and_in_little_memory(folder: Path) -> None:
    pytest.importorskip("resource", reason="Windows does not say how much memory a process took")
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(folder)], cwd=ROOT, capture_output=True, text=True, timeout=300, check=True
    )
    *lines, most = map(json.loads, done.stdout.splitlines())
    assert max(most) < MEGABYTES, most
    assert len(lines) > 25
    for name, why, seconds in lines:
        if name == "link.md":
            continue  # read where it is named; the folder's own rule is below
        assert FILES.get(name, ("", "a pipe or device"))[1] in why, (name, why)
        assert seconds < SECONDS, (name, seconds)
        assert "\n" not in why
        assert ": " in why
        assert ";" in why or "split the file" in why, "what to do"
        assert len(why) < 500


def test_the_rest_of_the_folder_is_marked(folder: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["mark", str(folder), "--engine", "none", "--out", str(tmp_path / "out")])
    assert result.exit_code == 1
    there = len(list(folder.iterdir()))
    assert f"2 of {there} marked" in result.stdout
    assert "Traceback" not in result.output
    assert {path.name for path in tmp_path.iterdir()} == {"out"}
    reports = sorted(path.name for path in (tmp_path / "out").glob("*.html"))
    assert reports == ["answer.docx.html", "answer.md.html", "index.html"]
    page = (tmp_path / "out/index.html").read_text(encoding="utf-8")
    assert page.count("damaged, or not a Word document") >= 4
    if (folder / "link.md").is_symlink():
        assert result.stderr.count("a link to a file outside its folder") == 2
    assert result.stderr.count("please report this") == 0
    assert result.stderr.count("\n") == there - 2, "one line a file"
