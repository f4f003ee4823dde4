"""The same essay in every format is the same text: so the same blocks, words, sentences and marks."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from grader import mark
from grader.readers import read_bytes
from grader.readers.document import marked_text
from grader.segment import build
from tests.readers.essay import KINDS, MARKDOWN, PARTS
from tests.readers.writers import WRITERS

# Made once of the same parts, by LibreOffice 7.4 of the .docx and .odt that the writers here give and by pandoc 2.17 of the
# Markdown; neither is needed to run the tests.
FILES = Path(__file__).parent / "files"


def text(data: bytes, name: str) -> str:
    reader = import_module(f"grader.readers.{name.rpartition('.')[2]}")
    return marked_text(reader.parts(data, name))


def test_the_essay_has_every_kind_of_block_in_a_text_file() -> None:
    essays = [read_bytes(MARKDOWN.encode(), name) for name in ("a.md", "a.txt")]
    for essay in essays:
        assert [(block.kind, block.level) for block in essay.blocks] == KINDS
    assert essays[0].views == essays[1].views
    assert marked_text(PARTS) == MARKDOWN


@pytest.mark.parametrize("name", WRITERS)
def test_the_same_essay_in_every_format_is_the_same_text(name: str) -> None:
    assert text(WRITERS[name](PARTS), f"a.{name}") == MARKDOWN


# What these programs themselves lose on the way: tracked changes but in Word files, block quotations in pandoc's RTF.
KEPT_BY = {"libreoffice.docx", "libreoffice.odt", "libreoffice.rtf", "pandoc.docx"}


@pytest.mark.parametrize(
    "path", sorted([*FILES.glob("libreoffice.*"), *FILES.glob("pandoc.*")]), ids=lambda path: path.name
)
def test_files_of_libreoffice_and_pandoc_are_the_same_text(path: Path) -> None:
    expected = MARKDOWN if path.name in KEPT_BY else MARKDOWN.replace("^{soon}", "soon")
    if path.name == "pandoc.rtf":
        expected = expected.replace("> No town", "No town")
    assert text(path.read_bytes(), path.name) == expected


def test_and_so_it_has_the_same_marks() -> None:
    of_text = mark(read_bytes(MARKDOWN.encode(), "a.md"), engine="none")
    of_word = mark(build(text(WRITERS["docx"](PARTS), "a.docx"), "a"), engine="none")
    assert of_word == of_text
